public import GraphModel

extension Operators {
  /// `element IN list`; null if no element is equal and one may be.
  ///
  /// - Throws: `invalidArgumentValue` if `list` is neither a list nor null.
  public static func isElement(_ element: Value, of list: Value) throws(QueryError) -> Value {
    guard case .list(let values) = list else {
      if list.isNull { return .null }
      throw mismatch("IN", element, list)
    }
    var isKnown = true
    for value in values {
      switch element.equals(value) {
      case true?: return .boolean(true)
      case nil: isKnown = false
      case false?: continue
      }
    }
    return isKnown ? .boolean(false) : .null
  }

  /// `container[index]`: an element of a list, counted from the end below 0, or a property.
  ///
  /// - Throws: The errors of the conformance kit for an index of the wrong type, and those of
  ///   property access.
  public static func element(
    of container: Value,
    at index: Value,
    in context: FunctionContext
  ) throws(QueryError) -> Value {
    if container.isNull || index.isNull { return .null }
    if case .list(let values) = container {
      guard case .integer(let number) = index else {
        throw QueryError(
          .listElementAccessByNonInteger,
          .runtime,
          "the elements of a list are found by integers, not by \(index.typeName)"
        )
      }
      let count = Int64(values.count)
      let position = number < 0 ? number + count : number
      return (0..<count).contains(position) ? values[Int(position)] : .null
    }
    guard isPropertyContainer(container) else {
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "\(container.typeName) \(container.text.prefix(60)) has no elements",
        kind: .typeError
      )
    }
    guard case .string(let key) = index else {
      throw QueryError(
        .mapElementAccessByNonString,
        .runtime,
        "the values of a map are found by strings, not by \(index.typeName)"
      )
    }
    return try property(key, of: container, in: context)
  }

  private static func isPropertyContainer(_ value: Value) -> Bool {
    switch value {
    case .map, .node, .relationship: true
    default: value.hasComponents
    }
  }

  /// `list[from..to]`: the elements from one position to below another; a bound that is left out
  /// is Swift's `nil`, and null as a bound gives null.
  ///
  /// - Throws: `listElementAccessByNonInteger` and `invalidArgumentValue` for wrong types.
  public static func slice(_ list: Value, from: Value?, to: Value?) throws(QueryError) -> Value {
    if list.isNull || from?.isNull == true || to?.isNull == true { return .null }
    guard case .list(let values) = list else {
      throw QueryError(
        .invalidArgumentType,
        .runtime,
        "\(list.typeName) \(list.text.prefix(60)) cannot be sliced",
        kind: .typeError
      )
    }
    let start = try position(from, in: values.count) ?? 0
    let end = try position(to, in: values.count) ?? values.count
    return .list(start < end ? Array(values[start..<end]) : [])
  }

  private static func position(_ bound: Value?, in count: Int) throws(QueryError) -> Int? {
    guard let bound else { return nil }
    guard case .integer(let number) = bound else {
      throw QueryError(
        .listElementAccessByNonInteger,
        .runtime,
        "the bounds of a slice are integers, not \(bound.typeName)"
      )
    }
    let position = number < 0 ? number + Int64(count) : number
    return Int(min(max(position, 0), Int64(count)))
  }
}

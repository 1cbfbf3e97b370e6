import GraphModel

extension QueryError {
  /// Says that a function cannot take a value.
  static func argument(_ value: Value, of function: String, wanted: String) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      "\(function)() takes \(wanted), not \(value.typeName) \(value.text.prefix(60))"
    )
  }

  /// Says that a result has no place in 64 bits.
  static func overflow(_ what: String) -> QueryError {
    QueryError(
      .integerOverflow,
      .runtime,
      "the result of \(what) has no place in 64 bits",
      kind: .arithmeticError
    )
  }
}

extension Value {
  /// The number as a float, if it is one.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// Returns the number as a float.
  func number(for function: String) throws(QueryError) -> Double {
    guard let number else { throw .argument(self, of: function, wanted: "a number") }
    return number
  }

  /// Returns the integer.
  func integer(for function: String) throws(QueryError) -> Int64 {
    guard case .integer(let number) = self else {
      throw .argument(self, of: function, wanted: "an integer")
    }
    return number
  }

  /// Returns the text.
  func string(for function: String) throws(QueryError) -> String {
    guard case .string(let text) = self else {
      throw .argument(self, of: function, wanted: "a string")
    }
    return text
  }

  /// Returns the elements.
  func list(for function: String) throws(QueryError) -> [Value] {
    guard case .list(let values) = self else {
      throw .argument(self, of: function, wanted: "a list")
    }
    return values
  }
}

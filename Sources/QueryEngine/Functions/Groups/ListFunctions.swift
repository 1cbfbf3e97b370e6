public import GraphModel

/// Functions of lists, and of what else has a size.
enum ListFunctions {
  /// `range()` makes at most this many elements.
  static let maximumRangeCount = 50_000_000

  private static let sized = StaticType([.list, .string])

  static let entries: [FunctionEntry] = [
    FunctionEntry("size", [.init("list", sized)], gives: .integer, evaluate: size),
    FunctionEntry(
      "isEmpty",
      [.init("value", StaticType([.list, .string, .map]))],
      gives: .boolean,
      evaluate: isEmpty
    ),
    FunctionEntry(
      "head",
      [.init("list", .list)],
      result: { $0[0].element.nullable },
      evaluate: head
    ),
    FunctionEntry(
      "last",
      [.init("list", .list)],
      result: { $0[0].element.nullable },
      evaluate: last
    ),
    FunctionEntry("tail", [.init("list", .list)], result: { $0[0].nullable }, evaluate: tail),
    FunctionEntry("reverse", [.init("list", sized)], result: { $0[0].nullable }, evaluate: reverse),
    FunctionEntry(
      "range",
      [.init("start", .any), .init("end", .any), .init("step", .any)],
      optional: 1,
      gives: .list(of: .integer),
      evaluate: range
    ),
  ]

  private static func size(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    switch arguments[0] {
    case .list(let values): .integer(Int64(values.count))
    case .string(let text): .integer(Int64(text.unicodeScalars.count))
    default: throw .argument(arguments[0], of: "size", wanted: "a list or a string")
    }
  }

  private static func isEmpty(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    switch arguments[0] {
    case .list(let values): .boolean(values.isEmpty)
    case .string(let text): .boolean(text.isEmpty)
    case .map(let values): .boolean(values.isEmpty)
    default: throw .argument(arguments[0], of: "isEmpty", wanted: "a list, a string or a map")
    }
  }

  private static func head(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    try arguments[0].list(for: "head").first ?? .null
  }

  private static func last(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    try arguments[0].list(for: "last").last ?? .null
  }

  private static func tail(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    .list(Array(try arguments[0].list(for: "tail").dropFirst()))
  }

  private static func reverse(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    switch arguments[0] {
    case .list(let values): return .list(values.reversed())
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    default: throw .argument(arguments[0], of: "reverse", wanted: "a list or a string")
    }
  }

  private static func range(_ arguments: [Value], _ context: FunctionContext) throws(QueryError)
    -> Value
  {
    let bounds = try RangeBounds(arguments)
    guard bounds.count <= maximumRangeCount else {
      throw QueryError(
        .memoryLimit,
        .runtime,
        "range() would make more than \(maximumRangeCount) elements",
        remedy: "unwind a smaller range, or use a larger step"
      )
    }
    return .list((0..<bounds.count).map { .integer(bounds[$0]) })
  }
}

/// Holds the numbers of a `range()` without writing them out, for UNWIND to take one by one.
public struct RangeBounds: Hashable, Sendable {
  /// The first number.
  public let start: Int64
  /// What is added each time.
  public let step: Int64
  /// How many numbers there are.
  public let count: Int

  /// Reads the arguments of `range()`, which are not null.
  ///
  /// - Throws: `invalidArgumentType` for what is no integer, `numberOutOfRange` for the step 0.
  public init(_ arguments: [Value]) throws(QueryError) {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else {
        throw QueryError(
          .invalidArgumentType,
          .runtime,
          "range() takes integers, not \(argument.typeName) \(argument.text.prefix(60))",
          kind: .argumentError
        )
      }
      numbers.append(number)
    }
    guard numbers.count == 2 || numbers.count == 3 else {
      throw QueryError(
        .invalidNumberOfArguments,
        .compileTime,
        "range() takes 2 to 3 arguments"
      )
    }
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else {
      throw QueryError(.numberOutOfRange, .runtime, "the step of range() must not be 0")
    }
    start = numbers[0]
    self.step = step
    let distance = Int128(numbers[1]) - Int128(numbers[0])
    let isEmpty = distance != 0 && (distance < 0) != (step < 0)
    count = isEmpty ? 0 : Int(clamping: distance / Int128(step) + 1)
  }

  /// The number at a position below `count`.
  public subscript(position: Int) -> Int64 { start &+ step &* Int64(position) }
}

public import GraphModel

/// Describes a function of the query language and computes it.
public struct FunctionEntry: Sendable {
  /// Computes the function; the number of arguments has been checked.
  public typealias Evaluation =
    @Sendable ([Value], FunctionContext) throws(QueryError) -> Value

  /// Describes one argument.
  public struct Parameter: Sendable {
    /// The name, for messages.
    public let name: String
    /// What it must be.
    public let type: StaticType
    /// The words of which one must stand here as a literal; `nil` where any expression may.
    public let words: [String]?

    /// Makes a parameter.
    public init(_ name: String, _ type: StaticType, words: [String]? = nil) {
      self.name = name
      self.type = type
      self.words = words
    }
  }

  /// The name as documentation writes it; queries may write it in any case.
  public let name: String
  /// The arguments; if `isVariadic`, the last stands for any number of them.
  public let parameters: [Parameter]
  /// How few arguments are enough.
  public let minimumCount: Int
  /// Whether the last parameter can be repeated.
  public let isVariadic: Bool
  /// What the function gives for arguments of certain types.
  public let result: @Sendable ([StaticType]) -> StaticType
  /// Whether the same arguments always give the same value within a statement.
  public let isDeterministic: Bool
  /// Whether null for any argument gives null.
  public let isStrict: Bool
  private let evaluation: Evaluation

  /// Describes a function.
  public init(
    _ name: String,
    _ parameters: [Parameter] = [],
    optional: Int = 0,
    isVariadic: Bool = false,
    result: @escaping @Sendable ([StaticType]) -> StaticType,
    isDeterministic: Bool = true,
    isStrict: Bool = true,
    evaluate: @escaping Evaluation
  ) {
    self.name = name
    self.parameters = parameters
    minimumCount = parameters.count - optional
    self.isVariadic = isVariadic
    self.result = result
    self.isDeterministic = isDeterministic
    self.isStrict = isStrict
    evaluation = evaluate
  }

  /// Describes a function that gives one type.
  init(
    _ name: String,
    _ parameters: [Parameter] = [],
    optional: Int = 0,
    isVariadic: Bool = false,
    gives type: StaticType,
    isDeterministic: Bool = true,
    isStrict: Bool = true,
    evaluate: @escaping Evaluation
  ) {
    self.init(
      name,
      parameters,
      optional: optional,
      isVariadic: isVariadic,
      result: { _ in type.nullable },
      isDeterministic: isDeterministic,
      isStrict: isStrict,
      evaluate: evaluate
    )
  }

  /// How many arguments are allowed.
  public var argumentCounts: ClosedRange<Int> {
    minimumCount...(isVariadic ? Int.max : parameters.count)
  }

  /// Computes the function.
  ///
  /// - Throws: `invalidNumberOfArguments`, and what the function cannot take.
  public func evaluate(_ arguments: [Value], _ context: FunctionContext) throws(QueryError) -> Value
  {
    try check(count: arguments.count, range: nil)
    if isStrict, arguments.contains(where: \.isNull) { return .null }
    return try evaluation(arguments, context)
  }
}

extension FunctionEntry: SignatureChecking {}

/// Checks calls before the query runs.
public protocol SignatureChecking {
  /// The name.
  var name: String { get }
  /// The arguments.
  var parameters: [FunctionEntry.Parameter] { get }
  /// How many arguments are allowed.
  var argumentCounts: ClosedRange<Int> { get }
}

extension SignatureChecking {
  /// Checks the number of arguments.
  ///
  /// - Throws: `invalidNumberOfArguments`.
  public func check(count: Int, range: Range<Int>?) throws(QueryError) {
    guard !argumentCounts.contains(count) else { return }
    let counts = argumentCounts
    let wanted =
      counts.upperBound == .max
      ? "at least \(counts.lowerBound)"
      : counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
    throw QueryError(
      .invalidNumberOfArguments,
      .compileTime,
      "\(name)() takes \(wanted) arguments, not \(count)",
      range: range,
      remedy: "write \(signature)"
    )
  }

  /// Checks the types of arguments; `ranges` tells where they stand.
  ///
  /// - Throws: `invalidArgumentType` where an argument can never be what is wanted.
  public func check(types: [StaticType], ranges: [Range<Int>?] = []) throws(QueryError) {
    guard let last = parameters.last else { return }
    for (index, type) in types.enumerated() {
      let parameter = index < parameters.count ? parameters[index] : last
      guard !parameter.type.canAccept(type) else { continue }
      throw QueryError(
        .invalidArgumentType,
        .compileTime,
        "\(name)() takes \(parameter.type) for '\(parameter.name)', not \(type)",
        range: index < ranges.count ? ranges[index] : nil,
        remedy: "write \(signature)"
      )
    }
  }

  /// The name and the parameters, optional ones in brackets.
  public var signature: String {
    let parts = parameters.enumerated().map { index, parameter in
      index < argumentCounts.lowerBound ? parameter.name : "[\(parameter.name)]"
    }
    let rest = argumentCounts.upperBound == .max ? ", …" : ""
    return "\(name)(\(parts.joined(separator: ", "))\(rest))"
  }
}

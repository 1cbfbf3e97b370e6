/// Holds what the checks know of a function.
struct FunctionSignature {
  /// The types of the arguments; the last one stands for all further ones.
  var parameters: [InferredType]
  /// How many arguments there are at least.
  var minimum: Int
  /// How many there are at most; `nil` without a limit.
  var maximum: Int?
  /// The type of the result.
  var result: InferredType
  /// Whether it aggregates.
  var isAggregate: Bool
}

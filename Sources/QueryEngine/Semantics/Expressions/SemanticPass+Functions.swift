import CypherSyntax
import GraphModel

extension SemanticPass {
  /// Checks a call of a function and returns its type.
  func inferFunction(
    _ name: [Identifier],
    _ arguments: [Expression],
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> InferredType {
    let fullName = name.functionName
    guard let signature = signature(of: fullName) else {
      reportUnknownFunction(name, at: range)
      for argument in arguments { _ = infer(argument, context.forValue) }
      return .any
    }
    let inner = argumentContext(fullName, signature, at: range, context)
    let types = arguments.map { infer($0, inner) }
    checkCount(of: arguments, fullName, signature, at: range)
    checkTypes(types, of: arguments, fullName, signature)
    return FunctionResults.type(of: fullName.lowercased(), types, otherwise: signature.result)
  }

  private func argumentContext(
    _ name: String,
    _ signature: FunctionSignature,
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> ExpressionContext {
    if context.aggregation == .inArgument, FunctionResults.isRandom(name.lowercased()) {
      reportRandom(name, at: range)
    }
    var inner = name.lowercased() == "exists" ? context.forCondition : context.forValue
    guard signature.isAggregate else { return inner }
    // Unknown variables in an aggregate that cannot be here are the first thing to tell.
    if context.aggregation != .onlyProjected {
      _ = checkAggregateUse(name, at: range, context.aggregation)
    }
    inner.aggregation = .inArgument
    return inner
  }

  private func checkCount(
    of arguments: [Expression],
    _ name: String,
    _ signature: FunctionSignature,
    at range: SourceRange
  ) {
    let isFit =
      arguments.count >= signature.minimum
      && (signature.maximum.map { arguments.count <= $0 } ?? true)
    guard !isFit else { return }
    report(
      .invalidNumberOfArguments,
      "`\(name)` takes \(signature.countDescription), not \(arguments.count)",
      at: range,
      remedy: "see the documentation of the function"
    )
  }

  private func checkTypes(
    _ types: [InferredType],
    of arguments: [Expression],
    _ name: String,
    _ signature: FunctionSignature
  ) {
    // The kit has arguments of `range` checked while the query runs.
    guard let last = signature.parameters.last, name.lowercased() != "range" else { return }
    for (index, (type, argument)) in zip(types, arguments).enumerated() {
      let wanted = index < signature.parameters.count ? signature.parameters[index] : last
      require(type, wanted.accepted, of: argument.range, "argument \(index + 1) of `\(name)`")
    }
  }

  private func reportRandom(_ name: String, at range: SourceRange) {
    report(
      .nonConstantExpression,
      "`\(name)` cannot stand inside an aggregate, since it differs each time",
      at: range,
      remedy: "compute it in a WITH first"
    )
  }

  private func reportUnknownFunction(_ name: [Identifier], at range: SourceRange) {
    let fullName = name.functionName
    report(
      .unknownFunction,
      "there is no function `\(fullName)`",
      at: name.first.map { first in name.last.map { first.range.through($0.range) } ?? range }
        ?? range,
      remedy: "look the name up among the functions",
      candidates: NearMiss.candidates(for: fullName, among: functionNames)
    )
  }
}

extension InferredType {
  /// The kinds that may be given where this type is declared: an integer is a float, too.
  var accepted: Kinds { kinds.contains(.float) ? kinds.union(.integer) : kinds }
}

extension FunctionSignature {
  /// How many arguments there may be, in words.
  fileprivate var countDescription: String {
    switch (minimum, maximum) {
    case (1, 1): "1 argument"
    case (let low, let high?) where low == high: "\(low) arguments"
    case (let low, let high?): "\(low) to \(high) arguments"
    case (let low, nil): "\(low) arguments or more"
    }
  }
}

import CypherSyntax
import GraphModel

/// Holds what the checks know of a function.
struct CalledFunction {
  /// Its name and its arguments.
  var signature: any SignatureChecking
  /// The type of the result for types of arguments.
  var result: @Sendable ([StaticType]) -> StaticType
  /// Whether it aggregates.
  var isAggregate: Bool
  /// Whether it gives something else each time.
  var isRandom: Bool
}

extension SemanticPass {
  /// Finds a function, which may be an aggregate.
  func function(named name: String) -> CalledFunction? {
    if let entry = catalog.aggregate(name) {
      return CalledFunction(
        signature: entry,
        result: entry.result,
        isAggregate: true,
        isRandom: false
      )
    }
    return catalog.function(name).map { entry in
      CalledFunction(
        signature: entry,
        result: entry.result,
        isAggregate: false,
        isRandom: !entry.isDeterministic
      )
    }
  }

  /// Checks a call of a function and returns its type.
  func inferFunction(
    _ name: [Identifier],
    _ arguments: [Expression],
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> StaticType {
    guard let function = function(named: name.functionName) else {
      reportUnknownFunction(name, at: range)
      for argument in arguments { _ = infer(argument, context.forValue) }
      return .any
    }
    let inner = argumentContext(name.functionName, function, at: range, context)
    let types = arguments.map { infer($0, inner) }
    guard check(function.signature, types, of: arguments, at: range) else { return .any }
    return resultType(of: function, types)
  }

  private func resultType(of function: CalledFunction, _ types: [StaticType]) -> StaticType {
    // The catalog joins the types by `union`, which does not end where two are unknown.
    guard function.signature.name != "coalesce" else {
      return types.reduce(.null) { $0.joined(with: $1) }
    }
    return function.result(types)
  }

  private func argumentContext(
    _ name: String,
    _ function: CalledFunction,
    at range: SourceRange,
    _ context: ExpressionContext
  ) -> ExpressionContext {
    if context.aggregation == .inArgument, function.isRandom { reportRandom(name, at: range) }
    var inner = name.lowercased() == "exists" ? context.forCondition : context.forValue
    guard function.isAggregate else { return inner }
    // Unknown variables in an aggregate that cannot be here are the first thing to tell.
    if context.aggregation != .onlyProjected {
      _ = checkAggregateUse(name, at: range, context.aggregation)
    }
    inner.aggregation = .inArgument
    return inner
  }

  /// Checks number and types of arguments, and returns whether their number is right.
  private func check(
    _ signature: any SignatureChecking,
    _ types: [StaticType],
    of arguments: [Expression],
    at range: SourceRange
  ) -> Bool {
    do throws(QueryError) {
      try signature.check(count: arguments.count, range: Self.bytes(of: range))
    } catch {
      report(error)
      return false
    }
    do throws(QueryError) {
      try signature.check(types: types, ranges: arguments.map { Self.bytes(of: $0.range) })
    } catch {
      report(error)
    }
    checkWords(signature, arguments)
    return true
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
    let place = zip(name.prefix(1), name.suffix(1)).map { $0.range.through($1.range) }.first
    report(
      .unknownFunction,
      "there is no function `\(fullName)`",
      at: place ?? range,
      remedy: "look the name up among the functions",
      candidates: NearMiss.candidates(for: fullName, among: catalog.names)
    )
  }
}

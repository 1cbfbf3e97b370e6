import CypherSyntax

/// Makes the text of a plan: one line per operator, the last one first, children below.
struct PlanPrinter {
  private let planner: QueryPlanner

  init(_ planner: QueryPlanner) { self.planner = planner }

  /// Returns the text, ending in a newline.
  func text(of plan: QueryPlan) -> String {
    let columns = plan.columns.map { $0.name }.joined(separator: ", ")
    let lines = ["ProduceResults " + columns] + lines(of: plan.root, depth: 1)
    return lines.map { $0.trimmingSpaces + "\n" }.joined()
  }

  /// Returns the text with the rows and the time of each operator.
  func text(of plan: QueryPlan, profile: OperatorProfile) -> String {
    let columns = plan.columns.map { $0.name }.joined(separator: ", ")
    let lines = ["ProduceResults " + columns] + lines(of: profile, depth: 1)
    return lines.map { $0.trimmingSpaces + "\n" }.joined()
  }

  private func lines(of profile: OperatorProfile, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let microseconds = Int(profile.ownTime / .microseconds(1))
    let own = indent + describe(profile.plan) + "  (\(profile.rows) rows, \(microseconds) µs)"
    guard let first = profile.inputs.first else { return [own] }
    let others = profile.inputs.dropFirst().flatMap { input in
      [indent + "  └ for each row:"] + lines(of: input, depth: depth + 2)
    }
    return [own] + others + lines(of: first, depth: depth)
  }

  private func lines(of plan: LogicalPlan, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let children = plan.children
    // A chain stays at one depth; only a second child moves in.
    guard let first = children.first else { return [indent + describe(plan)] }
    let others = children.dropFirst().flatMap { child in
      [indent + "  └ for each row:"] + lines(of: child, depth: depth + 2)
    }
    return [indent + describe(plan)] + others + lines(of: first, depth: depth)
  }

  private func describe(_ plan: LogicalPlan) -> String {
    let details = details(of: plan)
    return details.isEmpty ? plan.operatorName : plan.operatorName + " " + details
  }

  private func details(of plan: LogicalPlan) -> String {
    switch plan {
    case .nodeByLabelScan(_, let node, let label): "(\(name(node)):\(label))"
    case .allNodesScan(_, let node): "(\(name(node)))"
    case .expand(_, let expand): pattern(expand, length: "")
    case .varLengthExpand(_, let expand):
      pattern(expand.expand, length: "*\(expand.lower)..\(expand.upper.map(String.init) ?? "")")
    case .filter(_, let predicates): predicates.map(text).joined(separator: " AND ")
    case .projection(_, let slots):
      slots.map { "\(text($0.value)) AS \(name($0.slot))" }.joined(separator: ", ")
    case .aggregation(_, let keys, let aggregates):
      (keys.map { text($0.value) } + aggregates.map { "\($0.function)(…)" })
        .joined(separator: ", ")
    case .sort(_, let items), .top(_, let items, _):
      items.map { text($0.value) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
    case .skip(_, let count), .limit(_, let count): text(count)
    case .unwind(_, let list, let variable): "\(text(list)) AS \(name(variable))"
    case .procedureCall(_, let call): call.name
    default: ""
    }
  }

  private func pattern(_ expand: LogicalPlan.Expand, length: String) -> String {
    let types = expand.types.isEmpty ? "" : ":" + expand.types.joined(separator: "|")
    let middle = "[\(name(expand.relationship))\(types)\(length)]"
    let (left, right) =
      switch expand.direction {
      case .outgoing: ("-", "->")
      case .incoming: ("<-", "-")
      case .either: ("-", "-")
      }
    return "(\(name(expand.from)))\(left)\(middle)\(right)(\(name(expand.to)))"
  }

  private func name(_ slot: Slot) -> String { planner.name(of: slot) }

  private func text(_ value: ScopedExpression) -> String {
    value.expression.text.replacing("\u{0}", with: "#")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

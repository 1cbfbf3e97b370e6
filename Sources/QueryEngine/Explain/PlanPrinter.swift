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
    let counts = "\(profile.rows) rows, \(estimated(profile.plan)), \(microseconds) µs"
    let own = indent + describe(profile.plan) + "  (\(counts))"
    guard let first = profile.inputs.first else { return [own] }
    let others = profile.inputs.dropFirst().flatMap { input in
      [indent + heading(profile.plan)] + lines(of: input, depth: depth + 2)
    }
    return [own] + others + lines(of: first, depth: depth)
  }

  private func lines(of plan: LogicalPlan, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let children = plan.children
    // A chain stays at one depth; only a second child moves in.
    let own = indent + describe(plan) + "  (\(estimated(plan)))"
    guard let first = children.first else { return [own] }
    let others = children.dropFirst().flatMap { child in
      [indent + heading(plan)] + lines(of: child, depth: depth + 2)
    }
    return [own] + others + lines(of: first, depth: depth)
  }

  /// The number of rows that was expected, for each row of what is above.
  private func estimated(_ plan: LogicalPlan) -> String {
    let rows = planner.estimate.rows(plan).rounded()
    return rows < 1e15 ? "about \(Int(rows))" : "very many"
  }

  /// Says what the second child is for.
  private func heading(_ plan: LogicalPlan) -> String {
    switch plan {
    case .nodeHashJoin: "  └ joined with:"
    case .union: "  └ and:"
    default: "  └ for each row:"
    }
  }

  private func describe(_ plan: LogicalPlan) -> String {
    let details = details(of: plan)
    return details.isEmpty ? plan.operatorName : plan.operatorName + " " + details
  }

  private func details(of plan: LogicalPlan) -> String {
    switch plan {
    case .nodeByLabelScan(_, let node, let label): "(\(name(node)):\(label))"
    case .allNodesScan(_, let node): "(\(name(node)))"
    case .nodeIndexSeek(_, let seek):
      "(\(name(seek.node))\(seek.label.map { ":" + $0 } ?? "")) "
        + compared("\(name(seek.node)).\(seek.key)", seek)
    case .countFromStore(_, let count): counted(count.counted)
    case .nodeHashJoin(_, _, let nodes): nodes.map(name).joined(separator: ", ")
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
    case .deriveRelationships(_, let node): derivation(around: node)
    default: ""
    }
  }

  private func compared(_ property: String, _ seek: LogicalPlan.NodeIndexSeek) -> String {
    let value = text(seek.value)
    return switch seek.comparison {
    case .equal: "\(property) = \(value)"
    case .oneOf: "\(property) IN \(value)"
    case .prefix: "\(property) STARTS WITH \(value)"
    case .words: "hasWords(\(property), \(value))"
    case .withinDistance(let limit): "levenshtein(\(property), \(value)) <= \(text(limit))"
    }
  }

  private func counted(_ counted: LogicalPlan.StoredCount.Counted) -> String {
    switch counted {
    case .nodes(let label): "(\(label.map { ":" + $0 } ?? ""))"
    case .relationships(let types):
      "()-[\(types.isEmpty ? "" : ":" + types.joined(separator: "|"))]->()"
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

  private func derivation(around node: Slot?) -> String {
    "(\(node.map(name) ?? ""))-[:\(planner.derivedType ?? "")]-()"
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

/// Holds a plan that begins with a scan of nodes, step by step from the scan up.
struct ScanSteps {
  /// One predicate, not all of a filter, is a step.
  enum Step {
    case scan(LogicalPlan)
    case filter(ScopedExpression)
    case projection([LogicalPlan.ProjectedSlot])
    case expand(LogicalPlan.Expand)
  }

  /// The scan, then what is above it.
  private(set) var steps: [Step] = []

  /// - Returns: `nil` where another kind of operator than filters, projections and expands is above
  ///   the scan.
  init?(_ plan: LogicalPlan) {
    switch plan {
    case .nodeByLabelScan, .allNodesScan: steps = [.scan(plan)]
    case .filter(let child, let predicates):
      guard let below = ScanSteps(child) else { return nil }
      steps = below.steps + predicates.map(Step.filter)
    case .projection(let child, let items):
      guard let below = ScanSteps(child) else { return nil }
      steps = below.steps + [.projection(items)]
    case .expand(let child, let expand):
      guard !expand.isPruning, let below = ScanSteps(child) else { return nil }
      steps = below.steps + [.expand(expand)]
    default: return nil
    }
  }

  /// Makes steps, of which the first is a scan.
  init(_ steps: [Step]) { self.steps = steps }

  /// The plan.
  var plan: LogicalPlan { plan(of: steps.count) }

  /// Returns the plan of the first steps.
  func plan(of count: Int) -> LogicalPlan {
    steps.prefix(count).reduce(.argument) { plan, step in
      switch (step, plan) {
      case (.scan(let scan), _): scan
      case (.filter(let predicate), .filter(let child, let others)):
        .filter(child, others + [predicate])
      case (.filter(let predicate), _): .filter(plan, [predicate])
      case (.projection(let items), _): .projection(plan, items)
      case (.expand(let expand), _): .expand(plan, expand)
      }
    }
  }
}

extension ScanSteps.Step {
  /// The slots that the step fills with nodes or relationships.
  var elements: [Slot] {
    switch self {
    case .scan(.nodeByLabelScan(_, let node, _)), .scan(.allNodesScan(_, let node)): [node]
    case .expand(let expand):
      (expand.isInto ? [] : [expand.to])
        + (expand.isRelationshipBound ? [] : [expand.relationship])
    case .scan, .filter, .projection: []
    }
  }

  /// The expressions that the step evaluates.
  var expressions: [ScopedExpression] {
    switch self {
    case .filter(let predicate): [predicate]
    case .projection(let items): items.map(\.value)
    case .scan, .expand: []
    }
  }

  /// Whether the step may repeat rows.
  var isExpand: Bool {
    if case .expand = self { true } else { false }
  }

  /// Returns the step with all its expressions changed.
  func mapping(_ change: (ScopedExpression) -> ScopedExpression) -> Self {
    switch self {
    case .filter(let predicate): .filter(change(predicate))
    case .projection(let items): .projection(items.map { $0.mapping(change) })
    case .scan, .expand: self
    }
  }
}

extension LogicalPlan.ProjectedSlot {
  /// Returns the pair with its value changed.
  func mapping(_ change: (ScopedExpression) -> ScopedExpression) -> Self {
    Self(slot, change(value))
  }
}

/// Holds a plan that begins with a scan of nodes, step by step from the scan up.
struct ScanSteps {
  /// One predicate, not all of a filter, is a step.
  enum Step {
    case scan(LogicalPlan)
    case filter(ScopedExpression)
    case projection([LogicalPlan.ProjectedSlot])
    case expand(LogicalPlan.Expand)
    /// Puts rows together with those of another plan.
    case join(ScanSteps, nodes: [Slot])
  }

  /// The scan, then what is above it.
  private(set) var steps: [Step] = []

  /// - Returns: `nil` where another kind of operator than filters, projections, expands and hash joins
  ///   of such plans is above the scan.
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
    case .nodeHashJoin(let first, let second, let nodes):
      guard let below = ScanSteps(first), let joined = ScanSteps(second) else { return nil }
      steps = below.steps + [.join(joined, nodes: nodes)]
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
      case (.join(let joined, let nodes), _): .nodeHashJoin(plan, joined.plan, nodes: nodes)
      }
    }
  }
}

extension ScanSteps.Step {
  /// The slots that the step fills with nodes or relationships, but for those of a plan that is joined
  /// with.
  var elements: [Slot] {
    switch self {
    case .scan(.nodeByLabelScan(_, let node, _)), .scan(.allNodesScan(_, let node)): [node]
    case .expand(let expand):
      (expand.isInto ? [] : [expand.to])
        + (expand.isRelationshipBound ? [] : [expand.relationship])
    case .scan, .filter, .projection, .join: []
    }
  }

  /// The expressions that the step evaluates, but for those of a plan that is joined with.
  var expressions: [ScopedExpression] {
    switch self {
    case .filter(let predicate): [predicate]
    case .projection(let items): items.map(\.value)
    case .scan, .expand, .join: []
    }
  }

  /// Whether the step may repeat rows.
  var mayRepeat: Bool {
    switch self {
    case .expand, .join: true
    case .scan, .filter, .projection: false
    }
  }

  /// Returns the step with all its expressions changed.
  func mapping(_ change: (ScopedExpression) -> ScopedExpression) -> Self {
    switch self {
    case .filter(let predicate): .filter(change(predicate))
    case .projection(let items): .projection(items.map { $0.mapping(change) })
    case .scan, .expand, .join: self
    }
  }
}

extension LogicalPlan.ProjectedSlot {
  /// Returns the pair with its value changed.
  func mapping(_ change: (ScopedExpression) -> ScopedExpression) -> Self {
    Self(slot, change(value))
  }
}

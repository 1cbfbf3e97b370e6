import GraphModel

/// Makes the operators of a plan and of the plans inside its expressions.
///
/// Compiling an expression may need operators, and making operators needs expressions compiled;
/// this is where the two meet.
final class OperatorBuilder {
  private let planner: QueryPlanner
  private let catalog: FunctionCatalog
  private var mapper: PhysicalMapper?

  init(_ planner: QueryPlanner, _ catalog: FunctionCatalog) {
    self.planner = planner
    self.catalog = catalog
  }

  /// Returns the operator of a whole plan and, if wanted, what will be counted of it.
  func root(of plan: QueryPlan, isProfiled: Bool) throws(QueryError)
    -> (root: any PhysicalOperator, profile: OperatorProfile?)
  {
    let compiler = ExpressionCompiler(planner: planner, catalog: catalog, buildOperator: build)
    let mapper = PhysicalMapper(
      compiler: compiler,
      evidenceSlot: plan.evidenceSlot,
      evidenceDetail: plan.evidenceDetail
    )
    self.mapper = mapper
    let slots = Set(plan.columns.map { $0.slot })
    guard isProfiled else { return (try mapper.build(plan.root, reading: slots), nil) }
    let (root, profile) = try mapper.buildProfiled(plan.root, reading: slots)
    return (root, profile)
  }

  private func build(_ plan: LogicalPlan) throws(QueryError) -> any PhysicalOperator {
    guard let mapper else {
      throw QueryError(.storage, .runtime, "the plan is not ready")
    }
    return try mapper.build(plan)
  }

  /// Breaks the circle of references between compiler and mapper.
  func release() { mapper = nil }
}

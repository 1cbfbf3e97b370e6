import CypherSyntax
public import GraphModel

/// Runs queries on one graph, one after the other.
///
/// A query that fails leaves the graph as it was.
public final class QuerySession {
  /// The function that makes facts of the elements that a row rests on; `evidence()` calls it.
  public static let factsFunction = QueryPlanner.factsFunction
  /// The function that makes facts of the elements in each witness of a row; `evidence('witnesses')`
  /// calls it.
  public static let witnessesFunction = QueryPlanner.witnessesFunction
  /// How many witnesses one row may have; beyond, the query fails.
  public static let maximumWitnesses = 10_000

  /// The graph.
  public let graph: PropertyGraph
  /// The functions that queries may call.
  public let catalog: FunctionCatalog
  /// The procedures that queries may call.
  public var procedures: ProcedureCatalog {
    didSet { plans.removeAll() }
  }
  /// What a query may use.
  public var limits: QueryLimits
  /// The folder from which LOAD CSV may read; `nil` forbids it.
  public var loadFolder: String?
  /// Whether queries are planned in the plainest way; for tests to compare with.
  var isNaive = false {
    didSet { plans.removeAll() }
  }
  /// How many times less work a join must promise to be chosen; for tests, which have it join always.
  var joinAdvantage = QueryPlanner.joinAdvantage {
    didSet { plans.removeAll() }
  }
  private var plans = PlanCache()

  /// Makes a session.
  public init(
    graph: PropertyGraph = PropertyGraph(),
    catalog: FunctionCatalog = .standard,
    procedures: ProcedureCatalog = .standard,
    limits: QueryLimits = QueryLimits(),
    loadFolder: String? = nil
  ) {
    self.graph = graph
    self.catalog = catalog
    self.procedures = procedures
    self.limits = limits
    self.loadFolder = loadFolder
  }

  /// Runs a query and returns its rows.
  ///
  /// - Parameter evidence: How much the result says of what each row rests on; the query says more
  ///   by itself where it calls `evidence()`.
  /// - Throws: Everything wrong with the text in one failure, or the first error of the run.
  public func run(
    _ text: String,
    parameters: [String: Value] = [:],
    evidence: EvidenceDetail = .none,
    cancellation: CancellationFlag = CancellationFlag()
  ) throws(QueryFailure) -> QueryResult {
    let elements = graph.nodes.count + graph.relationships.count
    let entry: PlanCache.Entry
    if let known = plans.entry(
      for: text,
      parameters: parameters,
      evidence: evidence,
      elements: elements
    ) {
      entry = known
    } else {
      let key = PlanCache.Key(
        text: text,
        parameters: Set(parameters.keys),
        evidence: evidence
      )
      entry = try prepare(key)
      plans.insert(entry, for: key, elements: elements)
    }
    do throws(QueryError) {
      return try run(entry, parameters: parameters, cancellation: cancellation)
    } catch {
      throw QueryFailure(error)
    }
  }

  /// Parses, checks and plans a text.
  private func prepare(_ key: PlanCache.Key) throws(QueryFailure) -> PlanCache.Entry {
    let query = try parse(key.text, parameters: key.parameters)
    do throws(QueryError) {
      let planner = QueryPlanner(
        text: key.text,
        catalog: catalog,
        procedures: procedures,
        statistics: graph.statistics,
        sample: PropertySample(graph),
        evidence: max(key.evidence, query.evidenceDetail),
        derivedType: graph.deriver?.type,
        isNaive: isNaive,
        joinAdvantage: joinAdvantage
      )
      return PlanCache.Entry(query: query, planner: planner, plan: try planner.plan(query))
    } catch {
      throw QueryFailure(error)
    }
  }

  /// Tells whether a query changes the graph.
  ///
  /// - Throws: What is wrong with its syntax.
  public static func isWriting(_ text: String) throws(QueryFailure) -> Bool {
    do throws(CypherSyntaxError) {
      return SemanticAnalyzer.isWriting(try CypherParser.parse(text))
    } catch {
      throw QueryFailure(error.errors)
    }
  }

  /// Tells whether a text may be a whole query, rather than the beginning of one: nothing is missing
  /// at its end, and its last clause is one that a query can end with.
  public static func isComplete(_ text: String) -> Bool {
    do throws(CypherSyntaxError) {
      switch try CypherParser.parse(text).statements.last?.clauses.last {
      case .match, .unwind, .with, .loadCSV, nil: return false
      default: return true
      }
    } catch {
      guard let place = error.first.range?.lowerBound else { return true }
      let end = text.utf8.count - text.utf8.reversed().prefix { $0 <= 0x20 }.count
      return place < end
    }
  }

  private func parse(_ text: String, parameters: Set<String>) throws(QueryFailure) -> Query {
    let query: Query
    do throws(CypherSyntaxError) {
      query = try CypherParser.parse(text)
    } catch {
      throw QueryFailure(error.errors)
    }
    let analyzer = SemanticAnalyzer(
      catalog: catalog,
      procedures: procedures,
      parameters: parameters
    )
    let errors = analyzer.analyze(query, text: text)
    guard errors.isEmpty else { throw QueryFailure(errors) }
    return query
  }

  private func run(
    _ entry: PlanCache.Entry,
    parameters: [String: Value],
    cancellation: CancellationFlag
  ) throws(QueryError) -> QueryResult {
    let (query, planner, plan) = (entry.query, entry.planner, entry.plan)
    guard !(plan.isWriting && limits.isReadOnly) else {
      throw QueryError(
        .readOnly,
        .compileTime,
        "the query changes the graph, which was opened for reading only",
        remedy: "open it for writing"
      )
    }
    let columns = plan.columns.map { $0.name }
    guard query.mode != .explain else {
      let text = PlanPrinter(planner).text(of: plan)
      return QueryResult(columns: columns, plan: text + (graph.hidden?.text ?? ""))
    }
    let (tree, profile) = try operators(of: entry)
    let context = ExecutionContext(
      graph: graph,
      parameters: parameters,
      functions: FunctionContext(graph: graph, clock: .now(), random: RandomSource()),
      procedures: procedures,
      slotCount: tree.slotCount,
      limits: limits,
      cancellation: cancellation,
      loadFolder: loadFolder
    )
    for value in parameters.values { try value.checkNesting() }
    graph.beginStatement()
    do throws(QueryError) {
      var result = QueryResult(columns: columns)
      try run(tree.root, plan, context, into: &result)
      if let node = graph.danglingNode() {
        throw QueryError(
          .deleteConnectedNode,
          .runtime,
          "node \(node) cannot be deleted: it still has relationships",
          remedy: "delete these too, or use DETACH DELETE"
        )
      }
      if profile == nil { entry.operators.put(tree, after: context) }
      result.changes = graph.commit()
      if let profile {
        let text = PlanPrinter(planner).text(of: plan, profile: profile)
        result.plan = text + (graph.hidden?.text ?? "")
      }
      return result
    } catch {
      graph.rollback()
      throw error
    }
  }

  /// Returns the operators of a plan and, for PROFILE, what will be counted of them.
  private func operators(of entry: PlanCache.Entry) throws(QueryError)
    -> (tree: KeptOperators.Tree, profile: OperatorProfile?)
  {
    let isProfiled = entry.query.mode == .profile
    if !isProfiled, let kept = entry.operators.take() { return (kept, nil) }
    entry.planner.releaseSlots(of: entry.plan)
    let build = OperatorBuilder(entry.planner, catalog)
    defer { build.release() }
    let (root, profile) = try build.root(of: entry.plan, isProfiled: isProfiled)
    return (KeptOperators.Tree(root: root, slotCount: entry.planner.slotCount), profile)
  }

  private func run(
    _ root: any PhysicalOperator,
    _ plan: QueryPlan,
    _ context: ExecutionContext,
    into result: inout QueryResult
  ) throws(QueryError) {
    let slots = plan.columns.map { $0.slot }
    try root.open(context, argument: DataChunk(slotCount: context.slotCount, count: 1))
    while let chunk = try root.next(context) {
      try context.check()
      chunk.appendRows(of: slots, to: &result.rows)
      for row in 0..<(plan.evidenceSlot == nil ? 0 : chunk.count) {
        guard let slot = plan.evidenceSlot else { break }
        let elements = chunk.value(slot, at: row)
        result.evidence.append(EvidenceSet(elements).elements)
        if plan.evidenceDetail == .witnesses {
          result.witnesses.append(
            WitnessSet.witnesses(in: elements).map { EvidenceSet($0).elements }
          )
        }
      }
      if let limit = limits.rows, result.rows.count > limit {
        throw QueryError(
          .rowLimit,
          .runtime,
          "the query has more than \(limit) rows",
          remedy: "add a LIMIT, or allow more rows"
        )
      }
    }
  }
}

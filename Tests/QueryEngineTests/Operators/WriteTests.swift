import CypherSyntax
import GraphModel
import Testing

@testable import QueryEngine

@Suite("Writing")
struct WriteTests {
  private func nodeElement(
    _ slot: Int,
    _ labels: [String],
    _ properties: Compute? = nil
  ) -> ElementCreator.Element {
    ElementCreator.Element(
      element: .node(Slot(slot), labels: labels, properties: nil),
      properties: properties
    )
  }

  private func link(_ slot: Int, from: Int, to: Int) -> ElementCreator.Element {
    ElementCreator.Element(
      element: .relationship(
        Slot(slot),
        type: "R",
        from: Slot(from),
        to: Slot(to),
        properties: nil
      ),
      properties: nil
    )
  }

  private func code(_ body: () throws -> Void) -> QueryErrorCode? {
    #expect(throws: QueryError.self, performing: body)?.code
  }

  @Test("Everything is created, however few rows are wanted", arguments: chunkBorders)
  func create(count: Int) throws {
    let graph = PropertyGraph()
    let properties = Compute { chunk, row in .map(["n": chunk.value(Slot(0), at: row), "x": .null])
    }
    let create = CreateOperator(
      Numbers(count),
      ElementCreator(elements: [
        nodeElement(1, ["A"], properties), nodeElement(2, ["B"]), link(3, from: 1, to: 2),
      ])
    )
    let limit = LimitOperator(create, Compute(constant: 0), exhaustsChild: true)
    #expect(try run(limit, makeContext(graph), slots: [1]).isEmpty)
    #expect(graph.nodes.count(labelled: "A") == count && graph.relationships.count == count)
    #expect(graph.nodeProperties.count("n") == count && graph.nodeProperties.count("x") == 0)
  }

  @Test("A child reads everything before the first row is written")
  func barrier() throws {
    let graph = randomGraph(1, nodes: 3_000, relationships: 0)
    let scan = AllNodesScanOperator(ArgumentOperator(), node: Slot(0))
    let create = CreateOperator(scan, ElementCreator(elements: [nodeElement(1, ["New"])]))
    #expect(try run(create, makeContext(graph), slots: [1]).count == 3_000)
    let second = AllNodesScanOperator(
      CreateOperator(ArgumentOperator(), ElementCreator(elements: [nodeElement(1, [])])),
      node: Slot(0)
    )
    #expect(try run(second, makeContext(graph), slots: [0]).count == 6_001)
  }

  @Test("Properties cannot be maps or elements, and relationships need both ends")
  func refusals() throws {
    let context = makeContext()
    func create(_ value: Value) -> QueryErrorCode? {
      code {
        let properties = Compute(constant: .map(["x": value]))
        let creator = ElementCreator(elements: [nodeElement(1, [], properties)])
        _ = try run(CreateOperator(Numbers(1), creator), context, slots: [])
      }
    }
    #expect(create(.map([:])) == .invalidPropertyType)
    #expect(create(.list([.list([.map([:])])])) == .invalidPropertyType)
    #expect(create(.list([node(0)])) == .invalidPropertyType)
    let dangling = CreateOperator(
      Rows([.nodes([Column.null])]),
      ElementCreator(elements: [link(1, from: 0, to: 0)])
    )
    #expect(code { _ = try run(dangling, context, slots: []) } == .invalidArgumentValue)
    let readOnly = makeContext(limits: QueryLimits(isReadOnly: true))
    #expect(code { _ = try run(dangling, readOnly, slots: []) } == .readOnly)
  }

  @Test("Each row sees what the rows before it have set")
  func set() throws {
    let graph = PropertyGraph()
    graph.createNode(labels: [], properties: ["n": 0, "old": 1])
    let next = Compute { chunk, row in
      .integer((graph.nodeProperties.value("n", of: 0).integerValue ?? 0) + 1)
    }
    let rows = Rows([.nodes(ContiguousArray(repeating: 0, count: 1_500))])
    let set = SetOperator(
      rows,
      SetActions(actions: [
        .property(of: Compute(slot: 0), key: Compute(constant: .string("n")), value: next),
        .labels(of: Slot(0), ["A", "B"]),
      ])
    )
    #expect(try run(set, makeContext(graph), slots: [0]).count == 1_500)
    #expect(graph.nodeProperties.value("n", of: 0) == 1_500)
    #expect(graph.nodes.labelNames(of: 0) == ["A", "B"])
  }

  @Test("Maps and elements replace or join properties; null removes; a null element is left alone")
  func maps() throws {
    let graph = PropertyGraph()
    graph.createNode(labels: [], properties: ["a": 1, "b": 2])
    graph.createNode(labels: [], properties: ["c": 3])
    let context = makeContext(graph)
    func apply(_ action: SetActions.Action) throws {
      let rows = Rows([.nodes([0]), .nodes([1]), .nodes([Column.null])])
      _ = try run(SetOperator(rows, SetActions(actions: [action])), context, slots: [])
    }
    try apply(.merge(of: Slot(0), value: Compute(constant: .map(["b": .null, "d": 4]))))
    #expect(graph.nodeProperties.properties(of: 0) == ["a": 1, "d": 4])
    try apply(.replace(of: Slot(0), value: Compute(slot: 1)))
    #expect(graph.nodeProperties.properties(of: 0) == ["c": 3])
    try apply(.replace(of: Slot(0), value: Compute(constant: .map(["e": 5, "f": .null]))))
    #expect(graph.nodeProperties.properties(of: 0) == ["e": 5])
    try apply(.replace(of: Slot(2), value: Compute(constant: .map(["e": 6]))))
    try apply(.labels(of: Slot(2), ["A"]))
    try apply(
      .property(
        of: Compute(slot: 2),
        key: Compute(constant: .string("e")),
        value: Compute(constant: 6)
      )
    )
    #expect(graph.nodes.count(labelled: "A") == 0)
    #expect(
      code {
        try apply(
          .property(
            of: Compute(constant: 1),
            key: Compute(constant: .string("e")),
            value: Compute(constant: 6)
          )
        )
      }
        == .invalidArgumentType
    )
    let remove = RemoveOperator(
      Rows([.nodes([0, Column.null])]),
      [
        .property(of: Compute(slot: 0), key: Compute(constant: .string("e"))),
        .labels(of: Slot(0), ["None"]),
      ]
    )
    #expect(try run(remove, context, slots: []).count == 2)
    #expect(graph.nodeProperties.properties(of: 0).isEmpty)
  }

  @Test("Deleting takes elements, paths and lists, and each only once")
  func delete() throws {
    let graph = PropertyGraph()
    for _ in 0..<3 { graph.createNode(labels: []) }
    for index in 0..<2 as Range<UInt32> {
      graph.createRelationship(type: "R", from: index, to: index + 1)
    }
    let context = makeContext(graph)
    graph.beginStatement()
    let path = GraphPath(
      nodes: [0, 1].map(NodeID.init),
      relationships: [RelationshipID(rawValue: 0)]
    )
    let values: ContiguousArray<Value> = [
      path.map(Value.path) ?? .null, .list([node(1), .null]), .null,
    ]
    let delete = DeleteOperator(Rows([.values(values)]), [Compute(slot: 0)], isDetaching: false)
    #expect(try run(delete, context, slots: []).count == 3)
    #expect(graph.nodes.count == 1 && graph.relationships.count == 1)
    #expect(graph.danglingNode() == NodeID(rawValue: 1))
    let detach = DeleteOperator(Rows([.nodes([2])]), [Compute(slot: 0)], isDetaching: true)
    _ = try run(detach, context, slots: [])
    #expect(graph.danglingNode() == nil && graph.relationships.count == 0)
    let wrong = DeleteOperator(Numbers(1), [Compute(slot: 0)], isDetaching: false)
    #expect(code { _ = try run(wrong, context, slots: []) } == .invalidArgumentType)
  }

  @Test("MERGE finds what earlier rows have made", arguments: chunkBorders)
  func merge(count: Int) throws {
    let graph = PropertyGraph()
    let remainder = Compute { chunk, row in
      .map(["n": .integer((chunk.value(Slot(0), at: row).integerValue ?? 0) % 5)])
    }
    let find = FilterOperator(
      NodeByLabelScanOperator(ArgumentOperator(), node: Slot(1), label: "A"),
      [
        Compute { (chunk: DataChunk, row: Int) throws(QueryError) -> Value in
          let found = graph.nodeProperties.value(
            "n",
            of: try chunk.value(Slot(1), at: row).nodeIndex()
          )
          let wanted = (chunk.value(Slot(0), at: row).integerValue ?? 0) % 5
          return .boolean(found == .integer(wanted))
        }
      ]
    )
    func set(_ key: String) -> SetActions {
      SetActions(actions: [
        .property(
          of: Compute(slot: 1),
          key: Compute(constant: .string(key)),
          value: Compute(slot: 0)
        )
      ])
    }
    let merge = MergeOperator(
      Numbers(count),
      MergeOperator.Actions(
        find: find,
        creator: ElementCreator(elements: [nodeElement(1, ["A"], remainder)]),
        onMatch: set("matched"),
        onCreate: set("created"),
        path: LogicalPlan.NamedPath(slot: Slot(2), elements: [.node(Slot(1))])
      )
    )
    let rows = try run(merge, makeContext(graph), slots: [0, 1, 2])
    #expect(rows.count == count && graph.nodes.count == min(count, 5))
    #expect(
      rows.allSatisfy { row in
        guard case .path(let path) = row[2] else { return false }
        return row[1] == .node(path.nodes[0])
      }
    )
    #expect(graph.nodeProperties.count("matched") == max(0, min(count - 5, 5)))
    #expect(graph.nodeProperties.value("created", of: 0) == (count > 0 ? 0 : .null))
  }

  @Test("MERGE refuses null as a property")
  func mergeNull() {
    let merge = MergeOperator(
      Numbers(1),
      MergeOperator.Actions(
        find: ArgumentOperator(),
        creator: ElementCreator(elements: [
          nodeElement(1, [], Compute(constant: .map(["x": .null])))
        ]),
        onMatch: SetActions(actions: []),
        onCreate: SetActions(actions: []),
        path: nil
      )
    )
    #expect(code { _ = try run(merge, makeContext(), slots: []) } == .mergeReadOwnWrites)
  }

  @Test("FOREACH runs for each element and passes on its rows")
  func forEach() throws {
    let graph = PropertyGraph()
    let body = CreateOperator(ArgumentOperator(), ElementCreator(elements: [nodeElement(2, ["A"])]))
    let list = Compute { chunk, row in
      let count = (chunk.value(Slot(0), at: row).integerValue ?? 0) % 3
      return count == 0 ? .null : .list((0..<count).map { .integer($0) })
    }
    let each = ForEachOperator(Numbers(1_025), list: list, variable: Slot(1), body: body)
    let result = EmptyResultOperator(each)
    #expect(try run(result, makeContext(graph), slots: []).isEmpty)
    #expect(graph.nodes.count(labelled: "A") == 1_025 - 342 + 341)
  }
}

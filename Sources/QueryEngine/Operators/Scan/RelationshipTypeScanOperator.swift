import CypherSyntax
import GraphModel

/// Fills slots with every relationship of some types and its ends.
///
/// ```
/// for row in child:
///   for relationship in relationships(types):
///     emit row + relationship + ends         (both ways round where the direction is either)
/// ```
final class RelationshipTypeScanOperator: PhysicalOperator {
  private let child: any PhysicalOperator
  private let scan: LogicalPlan.RelationshipScan
  private var list: Triples?
  private var input = DataChunk(slotCount: 0, count: 0)
  private var product = RowProduct(rowCount: 0, listCount: 0)

  private struct Triples {
    var relationships: ContiguousArray<UInt32> = []
    var from: ContiguousArray<UInt32> = []
    var to: ContiguousArray<UInt32> = []
  }

  init(_ child: any PhysicalOperator, _ scan: LogicalPlan.RelationshipScan) {
    self.child = child
    self.scan = scan
  }

  func open(_ context: ExecutionContext, argument: DataChunk) throws(QueryError) {
    list = nil
    product = RowProduct(rowCount: 0, listCount: 0)
    try child.open(context, argument: argument)
  }

  func next(_ context: ExecutionContext) throws(QueryError) -> DataChunk? {
    try context.check()
    while true {
      if let (rows, positions) = product.next(), let list {
        return output(list, rows, positions)
      }
      guard let chunk = try child.next(context) else {
        list = nil
        return nil
      }
      input = chunk
      let found = list ?? triples(context.graph)
      list = found
      product = RowProduct(rowCount: chunk.count, listCount: found.relationships.count)
    }
  }

  private func output(
    _ list: Triples,
    _ rows: ContiguousArray<Int32>,
    _ positions: ContiguousArray<Int>
  ) -> DataChunk {
    var chunk = input.gathered(rows)
    let relationships = positions.lazy.map { list.relationships[$0] }
    chunk.fill(scan.relationship, with: .relationships(ContiguousArray(relationships)))
    chunk.fill(scan.from, with: .nodes(ContiguousArray(positions.lazy.map { list.from[$0] })))
    chunk.fill(scan.to, with: .nodes(ContiguousArray(positions.lazy.map { list.to[$0] })))
    return chunk
  }

  private func triples(_ graph: PropertyGraph) -> Triples {
    let table = graph.relationships
    var triples = Triples()
    for relationship in graph.relationships(ofTypes: scan.types) {
      let source = table.sources[Int(relationship)]
      let target = table.targets[Int(relationship)]
      if scan.direction != .incoming {
        triples.relationships.append(relationship)
        triples.from.append(source)
        triples.to.append(target)
      }
      if scan.direction == .incoming || (scan.direction == .either && source != target) {
        triples.relationships.append(relationship)
        triples.from.append(target)
        triples.to.append(source)
      }
    }
    return triples
  }
}

extension PropertyGraph {
  /// Returns the relationships of some types, or all where no type is named, in ascending order
  /// per type.
  func relationships(ofTypes types: [String]) -> ContiguousArray<UInt32> {
    guard types.isEmpty else {
      return ContiguousArray(Set(types).sorted().flatMap { relationships(typed: $0) })
    }
    let all = 0..<UInt32(relationships.capacity)
    guard relationships.deletedCount > 0 else { return ContiguousArray(all) }
    let isDeleted = relationships.isDeleted
    return ContiguousArray(all.lazy.filter { !isDeleted[Int($0)] })
  }
}

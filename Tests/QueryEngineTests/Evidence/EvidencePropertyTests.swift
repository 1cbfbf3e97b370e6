import GraphModel
import Testing

@testable import QueryEngine

@Suite("What rows rest on is enough and all that matters")
struct EvidencePropertyTests {
  private let seed: UInt64
  private let query: String
  private let relationships: Int
  private let nodes: Int

  /// Makes a graph and a query of chance.
  private init(seed: Int) {
    self.seed = UInt64(seed)
    var queries = RandomQueries(seed: self.seed, isMonotone: true)
    query = queries.query()
    nodes = queries.number(4...6)
    relationships = queries.number(5...9)
  }

  /// Makes a suite for the tests to make their own of.
  init() { self.init(seed: 0) }

  private func graph() -> PropertyGraph {
    randomGraph(seed, nodes: nodes, relationships: relationships)
  }

  private func result(_ graph: PropertyGraph) throws -> QueryResult {
    try QuerySession(graph: graph).run(query, evidence: .facts)
  }

  private var note: Comment { "seed \(seed): \(query)" }

  @Test("A row is still an answer when only its evidence is left", arguments: 0..<300)
  func evidenceIsEnough(seed: Int) throws { try Self(seed: seed).checkEnough() }

  private func checkEnough() throws {
    let whole = try result(graph())
    #expect(whole.evidence.count == whole.rows.count, note)
    for (row, evidence) in zip(whole.rows, whole.evidence) {
      let graph = graph()
      var kept = Set(evidence)
      for case .relationship(let link) in evidence {
        kept.insert(.node(try graph.startNode(of: link)))
        kept.insert(.node(try graph.endNode(of: link)))
      }
      for link in 0..<UInt32(relationships)
      where !kept.contains(QueryEngineTests.relationship(link)) {
        graph.deleteRelationship(link)
      }
      for index in 0..<UInt32(nodes) where !kept.contains(node(index)) { graph.deleteNode(index) }
      #expect(try result(graph).rows.contains(row), "\(note.rawValue) row \(row)")
    }
  }

  @Test("Losing another relationship leaves a row as it is, and adds none", arguments: 0..<300)
  func nothingElseMatters(seed: Int) throws { try Self(seed: seed).checkNothingElseMatters() }

  private func checkNothingElseMatters() throws {
    let whole = try result(graph())
    for link in 0..<UInt32(relationships) {
      let graph = graph()
      graph.deleteRelationship(link)
      let left = Set(try result(graph).rows)
      #expect(left.isSubset(of: whole.rows), note)
      for (row, evidence) in zip(whole.rows, whole.evidence)
      where !evidence.contains(QueryEngineTests.relationship(link)) {
        #expect(left.contains(row), "\(note.rawValue) row \(row) without \(link)")
      }
    }
  }

  @Test("A row without all relationships of all its derivations is gone", arguments: 0..<300)
  func nothingIsMissing(seed: Int) throws { try Self(seed: seed).checkNothingIsMissing() }

  private func checkNothingIsMissing() throws {
    let whole = try result(graph())
    var evidence: [[Value]: Set<Value>] = [:]
    for (row, elements) in zip(whole.rows, whole.evidence) {
      evidence[row, default: []].formUnion(elements)
    }
    for (row, elements) in evidence {
      let graph = graph()
      for case .relationship(let link) in elements {
        graph.deleteRelationship(UInt32(link.rawValue))
      }
      #expect(try !result(graph).rows.contains(row), "\(note.rawValue) row \(row)")
    }
  }
}

import GraphModel
import Testing

@testable import QueryEngine

@Suite("Witnesses are the derivations of a row, all of them and nothing else")
struct WitnessPropertyTests {
  private typealias Witness = Set<Value>

  /// A graph and a query of chance.
  private struct Sample {
    let seed: UInt64
    let query: String
    let nodes: Int
    let relationships: Int

    init(_ seed: Int, relationships: ClosedRange<Int>) {
      self.seed = UInt64(seed)
      var queries = RandomQueries(seed: self.seed, isMonotone: true)
      query = queries.query()
      nodes = queries.number(3...5)
      self.relationships = queries.number(relationships)
    }

    var note: Comment { "seed \(seed): \(query)" }

    /// Runs a query on the graph with no relationships but those of a set of bits.
    func run(_ query: String, keeping bits: Int = .max, _ detail: EvidenceDetail = .none) throws
      -> QueryResult
    {
      let graph = randomGraph(seed, nodes: nodes, relationships: relationships)
      for link in 0..<relationships where bits & (1 << link) == 0 {
        graph.deleteRelationship(UInt32(link))
      }
      return try QuerySession(graph: graph).run(query, evidence: detail)
    }

    /// The witnesses by row; rows that are the same are put together.
    func witnesses() throws -> [[Value]: Set<Witness>] {
      let result = try run(query, .witnesses)
      #expect(result.witnesses.count == result.rows.count, note)
      var found: [[Value]: Set<Witness>] = [:]
      for (row, witnesses) in zip(result.rows, result.witnesses) {
        #expect(Set(witnesses).count == witnesses.count, note)
        found[row, default: []].formUnion(witnesses.map(Set.init))
      }
      return found
    }

    private func run(_ query: String, _ detail: EvidenceDetail) throws -> QueryResult {
      try run(query, keeping: .max, detail)
    }
  }

  @Test("Each row of the query without merging is a witness", arguments: 0..<300)
  func everyDerivation(seed: Int) throws {
    let sample = Sample(seed, relationships: 4...8)
    let plain = try sample.run(RandomQueries.unmerged(sample.query), keeping: .max, .facts)
    var expected: [[Value]: Set<Witness>] = [:]
    for (row, elements) in zip(plain.rows, plain.evidence) {
      expected[row, default: []].insert(Set(elements))
    }
    #expect(try sample.witnesses() == expected, sample.note)
  }

  @Test("All witnesses together are the evidence", arguments: 0..<100)
  func union(seed: Int) throws {
    let sample = Sample(seed, relationships: 4...8)
    let facts = try sample.run(sample.query, keeping: .max, .facts)
    let witnesses = try sample.run(sample.query, keeping: .max, .witnesses)
    #expect(facts.rows == witnesses.rows, sample.note)
    #expect(facts.evidence == witnesses.evidence, sample.note)
    #expect(facts.evidence.map(Set.init) == witnesses.witnesses.map { Set($0.joined()) })
  }

  @Test(
    "Every smallest graph that gives a row is a witness, and each witness gives it",
    arguments: 0..<60
  )
  func smallestGraphs(seed: Int) throws {
    let sample = Sample(seed, relationships: 4...6)
    let witnesses = try sample.witnesses().mapValues { Set($0.map(Self.bits)) }
    var answers: [Set<[Value]>] = []
    for bits in 0..<(1 << sample.relationships) {
      answers.append(Set(try sample.run(sample.query, keeping: bits).rows))
    }
    #expect(answers.last == Set(witnesses.keys), sample.note)
    for (row, found) in witnesses {
      for witness in found { #expect(answers[witness].contains(row), sample.note) }
      for bits in answers.indices where answers[bits].contains(row) {
        let isSmallest = (0..<sample.relationships).allSatisfy { link in
          bits & (1 << link) == 0 || !answers[bits & ~(1 << link)].contains(row)
        }
        #expect(!isSmallest || found.contains(bits), "\(sample.note.rawValue) row \(row): \(bits)")
      }
    }
  }

  @Test("A row is gone when one relationship of each witness is", arguments: 0..<100)
  func oneOfEach(seed: Int) throws {
    let sample = Sample(seed, relationships: 4...8)
    for (row, witnesses) in try sample.witnesses() {
      let lists = witnesses.map(Self.bits)
      // A row that needs no relationship cannot lose one.
      guard !lists.contains(0) else { continue }
      for choice in 0..<3 {
        var lost = 0
        for bits in lists where bits & lost == 0 { lost |= Self.oneBit(of: bits, choice) }
        #expect(try !sample.run(sample.query, keeping: ~lost).rows.contains(row), sample.note)
      }
    }
  }

  private static func bits(_ witness: Witness) -> Int {
    witness.reduce(0) { bits, element in
      guard case .relationship(let link) = element else { return bits }
      return bits | (1 << Int(link.rawValue))
    }
  }

  private static func oneBit(of bits: Int, _ choice: Int) -> Int {
    let links = (0..<64).filter { bits & (1 << $0) != 0 }
    return 1 << links[choice % links.count]
  }
}

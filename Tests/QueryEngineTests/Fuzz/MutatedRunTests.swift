import Foundation
import GraphModel
import TestSupport
import Testing

@testable import QueryEngine

@Suite("Damaged queries run without harm")
struct MutatedRunTests {
  private static let limits = QueryLimits(
    time: .milliseconds(200),
    memoryBytes: 64 << 20,
    rows: 10_000
  )
  private static let isLong = ProcessInfo.processInfo.environment["BACKCHANNEL_FUZZ"] == "1"

  /// Returns the queries of the corpus and of the query tests, in words.
  private func corpus() throws -> [[Substring]] {
    let files = FileManager.default
    let fuzz = Repository.path("data/fuzz/cypher")
    var texts = try files.contentsOfDirectory(atPath: fuzz).sorted().map {
      try String(contentsOfFile: "\(fuzz)/\($0)", encoding: .utf8)
    }
    let tests = Repository.path("data/querytests")
    for name in try files.contentsOfDirectory(atPath: tests).sorted() where name.hasSuffix(".txt") {
      let lines = try String(contentsOfFile: "\(tests)/\(name)", encoding: .utf8).split(
        separator: "\n"
      )
      texts += lines.filter { $0.hasPrefix("query: ") }.map { String($0.dropFirst(7)) }
    }
    return texts.map { $0.matches(of: /\w+|\s+|./).map(\.output) }.filter { !$0.isEmpty }
  }

  private func mutated(_ query: [Substring], _ words: [Substring], _ random: inout Seeded) -> String
  {
    var parts = query
    for _ in 0..<Int.random(in: 1...3, using: &random) where !parts.isEmpty {
      let place = Int.random(in: 0..<parts.count, using: &random)
      let word = words.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<4, using: &random) {
      case 0: parts[place] = word
      case 1: parts.remove(at: place)
      case 2: parts.insert(word, at: place)
      default: parts.swapAt(place, Int.random(in: 0..<parts.count, using: &random))
      }
    }
    return parts.joined()
  }

  @Test("No query crashes or hangs, and one that fails changes nothing")
  func mutations() throws {
    let corpus = try corpus()
    let words = corpus.flatMap { $0 }
    var random = Seeded(11)
    var session = QuerySession(
      graph: randomGraph(1, nodes: 6, relationships: 10),
      limits: Self.limits
    )
    var finished = 0
    for round in 0..<(Self.isLong ? 100_000 : 3_000) {
      let text = mutated(corpus[round % corpus.count], words, &random)
      let before = session.graph.statistics
      let start = ContinuousClock.now
      do {
        _ = try session.run(text)
        finished += 1
      } catch {
        let after = session.graph.statistics
        #expect(after.nodeCount == before.nodeCount, "round \(round): \(text)")
        #expect(after.relationshipCount == before.relationshipCount, "round \(round): \(text)")
      }
      let time = ContinuousClock.now - start
      #expect(time < .seconds(5), "round \(round) took \(time): \(text)")
      guard session.graph.statistics.nodeCount > 50 else { continue }
      session = QuerySession(
        graph: randomGraph(1, nodes: 6, relationships: 10),
        limits: Self.limits
      )
    }
    #expect(finished > 100, "\(finished) queries ran")
  }

  @Test("A reduction whose variables have the same name is an error, not a crash")
  func sameNames() {
    let error = #expect(throws: QueryFailure.self) {
      try QuerySession().run("RETURN reduce(x = 0, x IN [1] | x) AS r")
    }
    #expect(error?.errors.map(\.code) == [.variableAlreadyBound])
  }
}

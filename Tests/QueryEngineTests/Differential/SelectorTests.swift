import GraphModel
import Testing

@testable import QueryEngine

/// Writes paths of chance, with what they bind, over the graphs that `randomGraph` makes.
struct RandomPaths {
  private var random: Seeded
  private(set) var names: [String] = []

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Returns a path from a to b, or back to a.
  mutating func path() -> String {
    names = ["a"]
    var text = "(a\(pick(["", "", ":A", " {n: 1}", " WHERE a.n < 4"])))"
    let count = number(1...3)
    for index in 1...count {
      let group = number(0...1) == 0
      text += group ? self.group(index) : relationship(index)
      if index < count {
        if !group || number(0...1) == 0 { text += inner(index) } else { text += groupAfter(index) }
      }
    }
    if number(0...5) == 0 { return text + "(a)" }
    names.append("b")
    text += "(b\(pick(["", "", ":B", " {n: 2}", " WHERE b.n <> a.n"])))"
    guard number(0...2) == 0 else { return text }
    let list = names.first { $0.hasPrefix("l") }
    let test = list.map { pick(["size(\($0)) > 1", "all(z IN \($0) WHERE z.w > 1)"]) }
    return "(\(text) WHERE \(pick(["a.n < b.n", test ?? "a.n > 0"])))"
  }

  private mutating func inner(_ index: Int) -> String {
    names.append("m\(index)")
    return "(m\(index)\(pick(["", ":A", " WHERE m\(index).n > a.n", " {n: 3}"])))"
  }

  private mutating func groupAfter(_ index: Int) -> String {
    names += ["u\(index)"]
    return "(()-[u\(index):S]-()){0,1}" + inner(index)
  }

  private mutating func relationship(_ index: Int) -> String {
    let arrow = pick(["->", "-"])
    let types = pick([":R", ":S", ""])
    if number(0...2) == 0 {
      names.append("r\(index)")
      return "-[r\(index)\(types)\(pick(["", " WHERE r\(index).w > 1", " {w: 3}"]))]\(arrow)"
    }
    names.append("l\(index)")
    if number(0...3) == 0 { return "-[l\(index)\(types)*\(pick(["1..2", "0..1", "2"]))]\(arrow)" }
    let condition = pick(["", " WHERE l\(index).w < 6"])
    return
      "-[l\(index)\(types)\(condition)]\(arrow)\(pick(["+", "*", "{2}", "{,2}", "{1,3}", "{2,}"]))"
  }

  private mutating func group(_ index: Int) -> String {
    names += ["x\(index)", "q\(index)", "y\(index)"]
    let quantifier = pick(["+", "*", "{2}", "{1,2}", "{0,2}", "{2,}"])
    let rest = pick(["", "", "-[:S]-()", "<-[:R]-(:A)"])
    let condition = pick(["", " WHERE q\(index).w > 1", " WHERE x\(index).n <> y\(index).n"])
    return "((x\(index))-[q\(index):R]-(y\(index))\(rest)\(condition))\(quantifier)"
  }
}

@Suite("Selectors keep what choosing among all paths keeps")
struct SelectorTests {
  private struct Ends: Hashable {
    let first: Value
    let last: Value
  }

  /// Rows by the ends of the path, each with its length first.
  private func rows(_ query: String, seed: UInt64) throws -> [Ends: [[Value]]] {
    let session = QuerySession(graph: randomGraph(seed, nodes: 5, relationships: 7))
    return Dictionary(grouping: try session.run(query).rows) { Ends(first: $0[1], last: $0[2]) }
  }

  private func lengths(_ rows: [[Value]]) -> [Int64] {
    rows.map { $0[0].integerValue ?? -1 }.sorted()
  }

  private func check(_ kept: [[Value]], _ all: [[Value]], _ selector: String) -> Bool {
    let lengths = lengths(all)
    let count = Int64(selector.filter(\.isNumber)) ?? 1
    let counts = Rows.counted(all)
    guard Rows.counted(kept).allSatisfy({ $0.value <= counts[$0.key] ?? 0 }) else { return false }
    switch selector {
    case "ALL SHORTEST": return self.lengths(kept) == lengths.filter { $0 == lengths[0] }
    case "SHORTEST 2 GROUPS":
      let shortest = Set(lengths).sorted().prefix(2)
      return self.lengths(kept) == lengths.filter(shortest.contains)
    case "ANY 2", "ANY": return kept.count == min(Int(count), all.count)
    default: return self.lengths(kept) == Array(lengths.prefix(Int(count)))
    }
  }

  @Test("Whatever the pattern", arguments: 0..<500 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var paths = RandomPaths(seed: seed)
    let path = paths.path()
    let last = paths.names.contains("b") ? "b" : "a"
    let start = paths.pick(["", "", "MATCH (a) ", last == "b" ? "MATCH (b:A) MATCH (a) " : ""])
    let columns = (["length(p)", "a", last, "p"] + paths.names).enumerated()
      .map { "\($0.element) AS c\($0.offset)" }.joined(separator: ", ")
    let all = try rows("\(start)MATCH p = \(path) RETURN \(columns)", seed: seed)
    for selector in [
      "ANY SHORTEST", "ALL SHORTEST", "SHORTEST 3", "SHORTEST 2 GROUPS", "ANY", "ANY 2",
    ] {
      let query = "\(start)MATCH p = \(selector) \(path) RETURN \(columns)"
      let kept = try rows(query, seed: seed)
      #expect(Set(kept.keys) == Set(all.keys), "seed \(seed): \(query)")
      for (ends, rows) in kept {
        #expect(check(rows, all[ends] ?? [], selector), "seed \(seed): \(query)")
      }
    }
  }
}

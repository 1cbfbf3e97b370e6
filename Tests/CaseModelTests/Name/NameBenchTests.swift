import CaseModel
import Foundation
import Testing

@Suite("Measured on name-bench")
struct NameBenchTests {
  /// Holds one labelled pair.
  struct Pair {
    let group: String
    let schema: String
    let query: String
    let name: String
    let isMatch: Bool
  }

  @Test("Recall and precision on the labelled pairs stay where they were")
  func recallAndPrecision() throws {
    guard let pairs = Self.pairs() else {
      print("skipped: name-bench/cases.csv not found; set BACKCHANNEL_SHARED to its root")
      return
    }
    try #require(pairs.count > 800)
    let rules = pairs.map { pair in
      NameIndex([IndexedName(id: 0, text: pair.name)]).find(pair.query).matches.first?.rule
    }
    for weakest in NameRule.allCases where weakest >= .folded {
      print("name-bench up to \(weakest):", Self.score(pairs, rules, weakest))
    }
    for group in Set(pairs.map(\.group)).sorted() {
      let part = zip(pairs, rules).filter { $0.0.group == group }
      print("name-bench \(group):", Self.score(part.map(\.0), part.map(\.1), .consonant))
    }
    #expect(Self.score(pairs, rules, .consonant).f1 > 0.6)
  }

  private static func score(
    _ pairs: [Pair],
    _ rules: [NameRule?],
    _ weakest: NameRule
  ) -> (recall: Double, precision: Double, f1: Double) {
    var (hits, found) = (0.0, 0.0)
    for (pair, rule) in zip(pairs, rules) {
      guard let rule, rule <= weakest else { continue }
      found += 1
      hits += pair.isMatch ? 1 : 0
    }
    let (recall, precision) = (hits / Double(pairs.count(where: \.isMatch)), hits / max(1, found))
    return (recall, precision, 2 * recall * precision / max(0.001, recall + precision))
  }

  private static func pairs() -> [Pair]? {
    let root =
      ProcessInfo.processInfo.environment["BACKCHANNEL_SHARED"].map(URL.init(fileURLWithPath:))
      ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../../shared").standardized
    let file = root.appending(path: "datasets/name-bench/cases.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = self.fields(of: line)
      guard fields.count > 4 else { return nil }
      return Pair(
        group: fields[0],
        schema: fields[1],
        query: fields[2],
        name: fields[3],
        isMatch: fields[4] == "true"
      )
    }
  }

  /// Splits a line of CSV; the file has no line breaks inside fields.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

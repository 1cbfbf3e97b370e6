import TestSupport
import Testing

@testable import CaseModel

@Suite("Natural order")
struct NaturalOrderTests {
  @Test(
    "takes runs of digits for numbers",
    arguments: [
      ["c1", "c2", "c10"], ["M1", "M1/anna", "M2"], ["", "0", "1", "9", "10", "a"],
      ["a1b2", "a1b10", "a2b1"], ["2018-1-30", "2018-01-31"], ["a", "aa", "b"], ["1", "1a", "2"],
      ["x99999999999999999999999", "x100000000000000000000000"], ["A", "a", "é"],
      ["c007", "c07", "c7", "c8"],
    ] as [[String]]
  )
  func order(ascending: [String]) {
    for (position, left) in ascending.enumerated() {
      for right in ascending.dropFirst(position + 1) {
        #expect(NaturalOrder.isAscending(left, right), "\(left) < \(right)")
        #expect(!NaturalOrder.isAscending(right, left), "\(right) < \(left)")
      }
    }
  }

  @Test("is a strict order on every short text")
  func axioms() {
    let letters = ["0", "1", "2", "a", "-"]
    var texts = [""]
    for _ in 1...3 { texts += texts.flatMap { text in letters.map { text + $0 } } }
    texts = Set(texts).sorted()
    let sorted = texts.sorted(by: NaturalOrder.isAscending)
    for (position, left) in sorted.enumerated() {
      #expect(!NaturalOrder.isAscending(left, left))
      let later = sorted.dropFirst(position + 1)
      for right in later
      where !NaturalOrder.isAscending(left, right) || NaturalOrder.isAscending(right, left) {
        Issue.record("'\(left)' and '\(right)' are out of order")
      }
    }
  }

  @Test("orders ids of all kinds")
  func identifiers() {
    let ids: [ClaimID] = ["c10", "c9", "b11"]
    #expect(ids.sorted() == ["b11", "c9", "c10"])
    #expect(FactID(EventID("M1")) == "M1")
  }

  @Test("of many texts is the same by their first bytes", arguments: 1...40 as ClosedRange<UInt64>)
  func many(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let beginning = random.pick(["", "icews14:event-", "c", "x0", "row 12", "é"], or: "")
    let parts = ["a", "b", "0", "00", "7", "07", "10", "99999999", "123456789012", "-", "é", "\0"]
    var texts = (0..<200).map { _ in
      let count = Int.random(in: 0...9, using: &random)
      return beginning + (0..<count).map { _ in random.pick(parts, or: "") }.joined()
    }
    for count in [254, 255, 256, 300] {
      texts.append(beginning + "a" + String(repeating: "9", count: count))
      texts.append(beginning + "a" + String(repeating: "1", count: count) + "b")
    }
    let order = NaturalHead.order(of: texts)
    let expected = texts.indices.sorted { NaturalOrder.isAscending(texts[$0], texts[$1]) }
    #expect(order.map { texts[$0] } == expected.map { texts[$0] })
    #expect(order == expected, "equal texts keep their order")
  }
}

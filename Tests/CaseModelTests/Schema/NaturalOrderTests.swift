import CaseModel
import Testing

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
}

import GraphModel
import Testing

@Suite("Near misses")
struct NearMissTests {
  @Test(
    "The distance counts insertions, deletions, replacements and swaps of neighbours",
    arguments: [
      ("", "", 0), ("status", "status", 0), ("", "ab", 2), ("person", "persn", 1),
      ("persn", "person", 1), ("person", "parson", 1), ("person", "pesron", 1), ("ca", "abc", 2),
      ("kitten", "sitting", 3), ("jellyfish", "smellyfish", 2), ("Львов", "Лввоь", 2),
      ("ab", "ba", 1), ("abcd", "badc", 2), ("e\u{301}", "e", 1),
    ]
  )
  func distance(_ word: String, _ other: String, _ expected: Int) {
    #expect(NearMiss.distance(from: word, to: other, limit: 5) == expected)
    #expect(NearMiss.distance(from: other, to: word, limit: 5) == expected)
    #expect(NearMiss.distance(from: word, to: other, limit: expected) == expected)
    #expect(NearMiss.distance(from: word, to: other, limit: expected - 1) == nil)
  }

  @Test("Bounding agrees with the plain recursive definition on all short words")
  func agreesWithDefinition() {
    let words = (0...3).flatMap { Self.words(of: "abc", length: $0) }
    for left in words {
      for right in words {
        let expected = Self.reference(Array(left)[...], Array(right)[...])
        for limit in 0...3 {
          #expect(
            NearMiss.distance(from: left, to: right, limit: limit)
              == (expected <= limit ? expected : nil),
            "\(left) to \(right), limit \(limit)"
          )
        }
      }
    }
  }

  @Test("Words over the size limit are never near, however long they are")
  func oversize() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(NearMiss.distance(from: long, to: long + "b", limit: 2) == nil)
    #expect(NearMiss.candidates(for: long, among: [long + "b", "a"]) == [])
    let longest = String(repeating: "a", count: NearMiss.maximumScalars)
    #expect(NearMiss.distance(from: longest, to: longest.dropLast(), limit: 1) == 1)
  }

  @Test("Suggestions are ordered by edits, then length, then text")
  func order() {
    let known = ["Persona", "Parson", "Person", "Period", "Agency", "PersonOfInterest"]
    #expect(
      NearMiss.candidates(for: "Persn", among: known, limit: 9)
        == ["Person", "Parson", "Persona"]
    )
    #expect(NearMiss.candidates(for: "Persn", among: known.reversed(), limit: 1) == ["Person"])
    #expect(
      NearMiss.candidates(for: "Person", among: known, limit: 9)
        == ["Parson", "Persona", "Period", "PersonOfInterest"]
    )
  }

  @Test("Words under five letters allow one edit only")
  func shortWords() {
    #expect(NearMiss.candidates(for: "rloe", among: ["role", "rule", "hole"]) == ["role"])
    #expect(NearMiss.candidates(for: "labels", among: ["lapel"]) == ["lapel"])
  }

  @Test("A shared beginning is enough from three letters on")
  func prefixes() {
    #expect(NearMiss.candidates(for: "par", among: ["participant", "host"]) == ["participant"])
    #expect(NearMiss.candidates(for: "participants of", among: ["participant"]) == ["participant"])
    #expect(NearMiss.candidates(for: "pa", among: ["participant"]) == [])
  }

  @Test("Case is ignored, the word itself is not suggested, duplicates come once")
  func caseAndDuplicates() {
    #expect(NearMiss.candidates(for: "MATCH", among: ["match", "MATCH", "match"]) == ["match"])
    #expect(NearMiss.candidates(for: "match", among: ["patch"], limit: 0) == [])
    #expect(NearMiss.candidates(for: "match", among: ["patch"], limit: -1) == [])
    #expect(NearMiss.candidates(for: "", among: ["", "a", "ab"]) == ["a"])
  }

  private static func words(of letters: String, length: Int) -> [String] {
    guard length > 0 else { return [""] }
    return words(of: letters, length: length - 1).flatMap { word in letters.map { word + [$0] } }
  }

  /// Follows the definition: the cheapest of all ways, with a swap that may enclose other edits.
  private static func reference(
    _ left: ArraySlice<Character>,
    _ right: ArraySlice<Character>
  ) -> Int {
    guard let last = left.last, let other = right.last else { return left.count + right.count }
    var best = min(
      reference(left.dropLast(), right) + 1,
      reference(left, right.dropLast()) + 1,
      reference(left.dropLast(), right.dropLast()) + (last == other ? 0 : 1)
    )
    if let row = left.dropLast().lastIndex(of: other),
      let column = right.dropLast().lastIndex(of: last)
    {
      let between = (left.endIndex - row - 2) + (right.endIndex - column - 2)
      best = min(best, reference(left[..<row], right[..<column]) + between + 1)
    }
    return best
  }
}

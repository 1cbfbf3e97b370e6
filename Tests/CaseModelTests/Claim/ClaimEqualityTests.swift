import CaseModel
import Testing

@Suite("Claims are equal")
struct ClaimEqualityTests {
  /// A claim in which one of the fields, counted from 0, differs from the usual.
  private static func claim(changing field: Int? = nil) throws -> Claim {
    func pick<Field>(_ number: Int, _ usual: Field, _ other: Field) -> Field {
      field == number ? other : usual
    }
    return Claim(
      id: pick(0, "c1", "c2"),
      claimant: pick(1, "anna", "bert"),
      stance: pick(2, .asserts, .denies),
      target: pick(3, .fact("M1"), .claim("M1")),
      source: pick(4, "S1", nil),
      saidOn: try UncertainDate(edtf: pick(5, "2018-01", "2018-02")),
      locator: pick(6, "p. 1", nil),
      quote: pick(7, "they met", "they did not"),
      language: pick(8, "en", "de"),
      via: pick(9, nil, "c9"),
      utterance: pick(10, nil, "M9"),
      isOnRecord: pick(11, nil, false),
      isConfidential: pick(12, false, true),
      note: pick(13, nil, "a note")
    )
  }

  @Test("if all that they say is the same")
  func same() throws {
    let (one, other) = (try Self.claim(), try Self.claim())
    #expect(one == other && one.hashValue == other.hashValue)
    #expect(Mirror(reflecting: one).children.count == 14, "a new field is to be tested here")
  }

  @Test("and differ if one field does", arguments: 0..<14)
  func different(field: Int) throws {
    #expect(try Self.claim() != Self.claim(changing: field))
  }
}

import Backchannel
import CaseModel
import Foundation
import Testing

@Suite("What a dossier tells")
struct DossierRecordTests {
  private static func content(claims: Int = 2) -> CaseContent {
    var content = CaseContent(info: CaseInfo(id: "made-up", title: "Made up"))
    content.entities = [
      Entity(id: "aa", type: .country, name: "Aaland-Nord"),
      Entity(id: "anna", type: .person, name: "Anna Ahorn"),
      Entity(id: "paper", type: .agency, name: "The Paper", agencyKind: .outlet),
    ]
    content.posts = [Post(id: "p1", holder: "anna", title: "Envoy", country: "aa")]
    content.sources = [
      Source(id: "s1", title: "Open"), Source(id: "s2", title: "Secret", isConfidential: true),
    ]
    for number in 1...max(claims / 2, 1) {
      let event = EventID("M\(number)")
      content.events.append(Event(id: event, type: .meeting, title: "Meeting \(number)"))
      content.participations.append(
        Participation(id: FactID("M\(number)/anna"), event: event, participant: .entity("anna"))
      )
      for (offset, claimant) in ["anna", "paper"].enumerated() {
        content.claims.append(
          Claim(
            id: ClaimID("c\(2 * number + offset)"),
            claimant: EntityID(claimant),
            stance: .asserts,
            target: .fact(FactID("M\(number)/anna")),
            source: "s1",
            locator: "p. \(number)"
          )
        )
      }
    }
    content.sort()
    return content
  }

  private static func page(_ content: CaseContent, _ filter: ReadFilter = ReadFilter()) throws
    -> ParsedPage
  {
    let view = CaseView(CaseIndex(content), filter: filter)
    return try #require(ParsedPage(try Dossier(view).html()))
  }

  @Test("A claim that was taken back stays, and says by what; so does the retraction")
  func retraction() throws {
    var content = Self.content()
    content.claims = [
      Claim(id: "c1", claimant: "paper", stance: .asserts, target: .fact("M1/anna"), source: "s1"),
      Claim(id: "c2", claimant: "paper", stance: .retracts, target: .claim("c1"), source: "s1"),
      Claim(
        id: "c3",
        claimant: "aa",
        stance: .asserts,
        target: .fact("p1"),
        source: "s1",
        via: "c1"
      ),
    ]
    let page = try Self.page(content)
    for claim in ["claim-c1", "claim-c3"] {
      let row = try #require(page.element(id: claim))
      #expect(row.text.contains("does not count: taken back by c2"))
    }
    #expect(page.element(id: "claim-c2")?.text.contains("retracts") == true)
    #expect(page.all("header").first?.text.contains("claims taken back\n2") == true)
    #expect(Set(page.fragments).isSubset(of: Set(page.ids)))
  }

  @Test("What is confidential is marked, and the page says that it is not for publication")
  func confidential() throws {
    var content = Self.content()
    content.claims.append(
      Claim(id: "c9", claimant: "anna", stance: .asserts, target: .fact("M1"), source: "s2")
    )
    let page = try Self.page(content)
    #expect(page.element(id: "claim-c9")?.text.contains("(confidential)") == true)
    #expect(
      page.all("header").first?.text.contains(
        "Not for publication: this dossier contains 1 confidential claim and 1 confidential source."
      ) == true
    )
    let edition = try Self.page(PublicEdition(of: content).content)
    #expect(!edition.ids.contains("claim-c9") && !edition.ids.contains("source-s2"))
    #expect(edition.all("header").first?.text.contains("Not for publication") == false)
  }

  @Test("A person's events, an agency's events through its people, and gaps are told")
  func people() throws {
    let page = try Self.page(Self.content(claims: 4))
    let anna = try #require(page.element(id: "entity-anna")).text
    #expect(anna.contains("Envoy") && anna.contains("M1") && anna.contains("M2"))
    #expect(anna.contains("c2") && anna.contains("c4"))
    let country = try #require(page.element(id: "entity-aa")).text
    #expect(country.contains("Through its people") && country.contains("M2 (Anna Ahorn)"))
    let unknown = try #require(page.element(id: "section-unknown")).text
    #expect(
      unknown.contains("M2 Meeting 2: nobody says when it was, where it was and what it was about.")
    )
  }

  @Test("Thousands of claims all stand there, and the page grows with them, no faster")
  func large() throws {
    func size(_ count: Int) throws -> Int {
      let view = CaseView(CaseIndex(Self.content(claims: count)))
      let bytes = try Dossier(view).html()
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.components(separatedBy: "id=\"claim-").count == count + 1)
      return bytes.count
    }
    let (small, large) = (try size(500), try size(4000))
    #expect(large < small * 9)
    let text = Dossier(CaseView(CaseIndex(Self.content(claims: 500)))).markdown()
    #expect(text.components(separatedBy: "\n- **c").count == 501)
  }

  @Test("A case without records is empty, and its dossier says so in every section")
  func empty() throws {
    let view = CaseView(CaseIndex(CaseContent(info: CaseInfo(id: "none", title: "None"))))
    #expect(Dossier(view).isEmpty)
    let page = try #require(ParsedPage(try Dossier(view).html()))
    #expect(page.element(id: "section-claims")?.text.contains("Nobody says anything.") == true)
    #expect(page.element(id: "section-unknown")?.text.contains("Nothing is recorded") == true)
  }
}

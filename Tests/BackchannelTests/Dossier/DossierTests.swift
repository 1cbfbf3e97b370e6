import Backchannel
import CaseModel
import Diagrams
import Foundation
import TestSupport
import Testing

@Suite("The dossier of the built-in case")
struct DossierTests {
  private let view: CaseView
  private let bytes: [UInt8]
  private let page: ParsedPage

  init() throws {
    view = try Case.demo().view()
    bytes = try Self.page(view)
    page = try #require(ParsedPage(bytes), "the page is well-formed XML")
  }

  private static func page(_ view: CaseView, _ subject: DossierSubject = .whole) throws -> [UInt8] {
    let dossier = Dossier(
      view,
      subject: subject,
      provenance: Dossier.Provenance(logPosition: 1, version: "1.2.3")
    )
    // A process of its own for each: the order in which one draws the second time is its own.
    let drawing = try Diagram(view, scope: subject.diagramScope).render(
      .svg,
      isolation: .childProcess(executable: builtExecutable())
    )
    return try dossier.html(diagram: drawing)
  }

  @Test("It has one title, headings in order, landmarks, and tables with captions and scopes")
  func semantics() {
    #expect(page.all("html").first?.attributes["lang"] == "en")
    for name in ["title", "h1", "header", "nav", "main", "footer", "figure"] {
      #expect(page.all(name).filter { !$0.text.isEmpty }.count >= 1, "\(name)")
    }
    #expect(page.all("h1").count == 1)
    var level = 0
    for heading in page.elements.map(\.name) where ["h1", "h2", "h3", "h4"].contains(heading) {
      let next = Int(heading.dropFirst()) ?? 0
      #expect(next <= level + 1, "\(heading) follows h\(level)")
      level = next
    }
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("th").allSatisfy { $0.attributes["scope"] != nil })
    #expect(page.all("button").allSatisfy { $0.attributes["aria-label"] != nil })
  }

  @Test("Every id stands once, and every link within the page leads to one")
  func anchors() {
    #expect(Set(page.ids).count == page.ids.count)
    let ids = Set(page.ids)
    #expect(page.fragments.filter { !ids.contains($0) } == [])
    #expect(page.fragments.count > 300)
  }

  @Test("Every claim stands there once with claimant, stance, source, place in it and quote")
  func claims() throws {
    for claim in view.index.content.claims {
      let rows = page.elements.filter { $0.attributes["id"] == "claim-\(claim.id)" }
      try #require(rows.count == 1, "\(claim.id)")
      let text = rows[0].text
      #expect(text.contains(view.index.name(claim.claimant)))
      #expect(text.contains(claim.stance.rawValue))
      #expect(text.contains("\(claim.source ?? ""), \(claim.locator ?? "")"))
      if let quote = claim.quote { #expect(text.contains(quote)) }
      if let via = claim.via { #expect(text.contains("through \(via) (")) }
      if let note = claim.note { #expect(text.contains(note)) }
    }
  }

  @Test("Every question tells who asks, answers and refusals; every conflict both of its sides")
  func questions() throws {
    for coverage in view.coverage() {
      let text = try #require(page.element(id: "question-\(coverage.question.id)")).text
      #expect(text.contains(coverage.question.text) && text.contains(coverage.state.rawValue))
      for claim in coverage.asked + coverage.refusals { #expect(text.contains("(\(claim))")) }
      for answer in coverage.answers {
        #expect(text.contains(view.index.describe(answer.fact)))
      }
    }
    let conflicts = try #require(page.element(id: "section-conflicts")).text
    #expect(!view.conflicts().isEmpty)
    for conflict in view.conflicts() {
      for claim in conflict.affirming + conflict.opposing {
        #expect(conflicts.contains("(\(claim))"))
      }
    }
  }

  @Test("Every event tells who took part and what each side says, and when in brackets")
  func events() throws {
    for event in view.events {
      let text = try #require(page.element(id: "fact-\(event.id)")).text
      #expect(text.contains(event.title))
      if let date = view.date(of: event.id) { #expect(text.contains(date.display)) }
      for part in view.participations(in: event.id) {
        #expect(text.contains(view.index.name(part.participant)))
        for stance in view.assessment(part.id)?.sides ?? [] {
          let word = stance.word == .mixed ? "contradictory" : stance.word.rawValue
          #expect(text.contains("\(view.index.name(stance.side)) \(word)"))
        }
      }
    }
    let timeline = try #require(page.element(id: "section-timeline")).text
    #expect(timeline.contains("[2018-01-22, 28]") && timeline.contains("[…, 2018-01-28]"))
  }

  @Test("What nobody has said is told: slots, gaps, doubts, open questions")
  func unknowns() throws {
    let text = try #require(page.element(id: "section-unknown")).text
    for words in [
      "Nobody confirms that Sergey Naryshkin took part in M1.", "any White House or NSC official",
      "nobody says where it was and what it was about", "Q2 Did any White House",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("A line and a card of the diagram lead to their claims")
  func diagram() throws {
    for (drawn, place) in [
      ("n-M1", "fact-M1"), ("n-naryshkin", "entity-naryshkin"),
      ("e1-M1/naryshkin", "claims-f.M1/naryshkin"), ("l-M1/naryshkin", "claims-f.M1/naryshkin"),
    ] {
      let id = "drawn-" + DOTIdentifier(drawn).text
      let position = try #require(page.elements.firstIndex { $0.attributes["id"] == id }, "\(id)")
      let link = try #require(page.elements[position...].first { $0.name == "a" })
      let kind = place.prefix { $0 != "-" }
      let target = "#\(kind)-" + DOTIdentifier(String(place.dropFirst(kind.count + 1))).text
      #expect(link.attributes["href"] == target)
    }
  }

  @Test("Nothing outside is named, and only its own style sheet and script count")
  func policy() throws {
    let text = String(decoding: bytes, as: UTF8.self)
    for outside in ["http:", "https:", "src=", "@import", "url(", "<link", "<img", "<iframe"] {
      #expect(!text.contains(outside), "\(outside)")
    }
    let policy = try #require(
      page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    )
    let rules = try #require(policy.attributes["content"])
    #expect(rules.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!rules.contains("unsafe"))
    #expect(page.all("script").count == 1 && page.all("style").count == 1)
    #expect(page.elements.allSatisfy { $0.attributes["style"] == nil })
    #expect(
      page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } }
    )
  }

  @Test("A status has the colour of its line in the diagram")
  func colors() throws {
    let style = try #require(page.all("style").first).text.lowercased()
    for status in Status.allCases {
      let color = StyleSheet.light.line(status).color.hex.lowercased()
      #expect(style.contains("--\(status): \(color);"), "\(status) is \(color)")
    }
  }

  @Test("The same case gives the same bytes")
  func stable() throws {
    #expect(try Self.page(Case.demo().view()) == bytes)
  }

  @Test("A subject narrows it, says how much is outside, and every link still leads somewhere")
  func subjects() throws {
    let topic = Dossier(view, subject: .entity("counter-terrorism"))
    #expect(ParsedPage(try topic.html())?.ids.contains("fact-M2") == true)
    for subject in [
      DossierSubject.event("M1"), .entity("naryshkin"), .entity("svr"), .entity("ru"),
    ] {
      let page = try #require(ParsedPage(try Self.page(view, subject)))
      let ids = Set(page.ids)
      #expect(page.fragments.filter { !ids.contains($0) } == [])
      #expect(page.all("header").first?.text.contains("are outside of this dossier") == true)
      #expect(ids.contains("claim-c3") && ids.contains("source-story"))
      #expect(!ids.contains("fact-S6"))
    }
  }

  @Test("A filter is named, and what it hides is counted")
  func filters() throws {
    let filter = ReadFilter(
      asKnown: view.index.sources["story"]?.published?.bounds.latest,
      minimum: .confirmed
    )
    let page = try #require(ParsedPage(try Self.page(CaseView(view.index, filter: filter))))
    let header = try #require(page.all("header").first).text
    #expect(header.contains("Seen as known on 2018-01-31, confirmed or stronger."))
    #expect(header.contains("below the status asked for"))
    #expect(!page.ids.contains("claim-c3"))
    #expect(Set(page.fragments).isSubset(of: Set(page.ids)))
  }
}

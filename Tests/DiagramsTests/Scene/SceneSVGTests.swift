import CaseModel
import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Drawings as SVG")
struct SceneSVGTests {
  @Test("Ids are those of the records, each once")
  func ids() throws {
    let svg = try #require(ParsedSVG(SceneFixture().svg()))
    #expect(Set(svg.ids).count == svg.ids.count)
    for id in ["case", "n-anna", "n-M1", "n-S1", "s-aa", "s-bb"] {
      #expect(svg.ids.contains(id), "\(id)")
    }
    for name in ["n-M1/slot", "l-M1/anna", "e1-M1/anna", "e2-M1/anna", "e1-S1#about/M1"] {
      #expect(svg.ids.contains(DOTIdentifier(name).text), "\(name)")
    }
  }

  @Test("The same case gives the same bytes from separate processes")
  func sameBytes() throws {
    let isolation = LayoutIsolation.childProcess(executable: try builtExecutable())
    let dot = SceneFixture().dot()
    let first = try isolation.layout(dot: dot, engine: .dot, format: .svg)
    #expect(try isolation.layout(dot: dot, engine: .dot, format: .svg) == first)
  }

  @Test("Nodes and lines tell the claims, who makes them, and where")
  func tooltips() throws {
    let svg = try #require(ParsedSVG(SceneFixture().svg()))
    let line = svg.tooltips.filter { $0.contains("Boris Ahorn took part in M1") }
    // Two pieces of the line, and its words.
    #expect(line.count == 3)
    for words in [
      "✗ disputed", "Bessland: denies", "c7 The Paper asserts (s1, p. 1)",
      "c8 Boris Ahorn denies (s1, p. 1)", "s1: First",
    ] {
      #expect(line.allSatisfy { $0.contains(words) }, "\(words)")
    }
    #expect(svg.tooltips.contains { $0.hasPrefix("M1 Dinner at the lake") })
    #expect(svg.tooltips.contains { $0.hasPrefix("Anna Ahorn") && $0.contains("Envoy") })
    #expect(svg.tooltips.contains { $0.contains("Nobody has said who.") })
    #expect(!svg.tooltips.contains { $0.contains("TABLE") })
  }

  @Test("More claims than anybody reads on hover are counted")
  func manyClaims() {
    var fixture = SceneFixture()
    for _ in 1...20 { fixture.claim("paper", .asserts, "M1/arno") }
    let tooltip = SceneEvidence(view: fixture.view()).tooltip("M1/arno")
    #expect(tooltip.contains("and 13 more claims"))
  }

  @Test("Links lead to sources and nowhere else, and nothing is loaded or run")
  func links() throws {
    let svg = try #require(ParsedSVG(SceneFixture().svg()))
    #expect(Set(svg.links) == ["https://example.org/a?b=1&c=2"])
    #expect(
      Set(svg.elements).isDisjoint(with: ["script", "image", "use", "style", "foreignObject"])
    )
    #expect(!svg.attributes.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "href" })
  }

  @Test("A source that leads into the page instead of the web is not linked")
  func badLink() throws {
    var fixture = SceneFixture()
    fixture.content.sources = [Source(id: "s1", title: "T", url: "javascript:alert(1)")]
    #expect(try #require(ParsedSVG(fixture.svg())).links.isEmpty)
  }

  @Test("The title of the drawing is that of the case, whatever stands in it")
  func title() throws {
    var fixture = SceneFixture()
    let title = #"A "b" <c> & d &amp; \N\"#
    fixture.content.info = CaseInfo(id: "fixture", title: title)
    let text = String(decoding: try fixture.svg(), as: UTF8.self)
    #expect(ParsedSVG(Array(text.utf8))?.shown.contains(title) == true)
    let shown = "A &quot;b&quot; &lt;c&gt; &amp; d &amp;amp; /N/"
    #expect(text.contains("<title>\(shown)</title>"), "\(text.prefix(400))")
  }

  @Test("The footer holds no day of today")
  func reproducible() throws {
    let shown = try #require(ParsedSVG(SceneFixture().svg())).shown
    #expect(shown.contains("fixture · as known today · 2 events, 8 participants, "))
    #expect(shown.contains("nothing hidden"))
    #expect(!shown.contains("\(Calendar.current.component(.year, from: Date()))-"))
  }

  @Test(
    "No name breaks a drawing",
    arguments: [
      #"quotes " ' and \N \G \" \\"#, "<b>markup</b> & &amp; ]]> --> <!--", "two\nlines\r\nthree",
      "null\u{0}byte\u{1}\u{7}", "right\u{202E}to\u{2066}left", "", " ", "]", "{|}<f0>",
      String(repeating: "x", count: 10_000), String(repeating: "\n", count: 10_000),
      String(repeating: "word ", count: 5000), "Пересветов-Оболенский", "عبد الرحمن بن خالد",
      "架空太郎左衛門之助", "🤖🛰️ 🕵🏽‍♀️", "e" + String(repeating: "\u{301}", count: 3000), "\u{FFFE}\u{FFFF}",
    ]
  )
  func hostileNames(name: String) throws {
    var fixture = SceneFixture()
    fixture.content.info = CaseInfo(id: name, title: name, summary: name)
    fixture.content.entities = fixture.content.entities.map { entity in
      Entity(
        id: entity.id,
        type: entity.type,
        name: name,
        names: [Name(text: name, kind: .acronym)],
        isUnnamed: entity.isUnnamed
      )
    }
    fixture.content.events = fixture.content.events.map { event in
      Event(id: event.id, type: event.type, title: name)
    }
    fixture.content.posts = fixture.content.posts.map { post in
      Post(id: post.id, holder: post.holder, title: name, country: post.country)
    }
    let dot = fixture.dot()
    #expect(dot.utf8.count < 200_000)
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: dot, engine: .dot, format: .svg)
    #expect(ParsedSVG(bytes) != nil)
  }

  @Test("Every engine draws the case", arguments: LayoutEngine.allCases)
  func engines(engine: LayoutEngine) throws {
    let bytes = try LayoutIsolation.childProcess(executable: try builtExecutable())
      .layout(dot: SceneFixture().dot(), engine: engine, format: .svg)
    #expect(ParsedSVG(bytes)?.shown.contains("Anna Ahorn") == true)
  }
}

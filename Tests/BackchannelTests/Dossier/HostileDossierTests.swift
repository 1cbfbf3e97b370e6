import Backchannel
import CaseModel
import Diagrams
import Foundation
import Testing

@Suite("Dossiers of hostile cases")
struct HostileDossierTests {
  static let labels = [
    "<script>alert(1)</script>", "</title></style></script><h1>x", "\" onload=\"alert(1)",
    "' onmouseover='x", "\\\" \\N \\G \\", "one\ntwo\r\nthree\tfour", "]]> <!-- --> <?x ?>",
    "\u{1}\u{1B}[2J\u{7F}\u{9B}", "\u{202E}gpj.exe\u{2066}\u{2069}", "\u{FFFE}\u{FFFF}",
    "javascript:alert(1)", "[x](javascript:alert(1)) ![y](https://e.org/z.png)", "# h | a | b",
    "&lt;b&gt; &#x3c;", "😀 会議 محمد Путин", String(repeating: "long ", count: 2000), "",
  ]

  /// A case in which every text that somebody can write is the label.
  static func content(_ label: String) -> CaseContent {
    let id = label.isEmpty ? "empty" : label
    var content = CaseContent(info: CaseInfo(id: id, title: label, summary: label))
    let person = EntityID("p" + id)
    let agency = EntityID("a" + id)
    let event = EventID("e" + id)
    let fact = FactID("f" + id)
    let source = SourceID("s" + id)
    let claim = ClaimID("c" + id)
    content.entities = [
      Entity(
        id: person,
        type: .person,
        name: label,
        names: [Name(text: label, kind: .alias)],
        note: label,
        identifiers: [label: label]
      ),
      Entity(id: agency, type: .agency, name: label),
    ]
    content.posts = [Post(id: FactID("o" + id), holder: person, title: label, agency: agency)]
    content.events = [Event(id: event, type: .meeting, title: label, note: label)]
    content.participations = [
      Participation(id: fact, event: event, participant: .entity(person), role: label, note: label),
      Participation(
        id: FactID("u" + id),
        event: event,
        participant: .unknown(description: label, side: agency),
        question: QuestionID("q" + id)
      ),
    ]
    content.sources = [
      Source(
        id: source,
        title: label,
        publisher: label,
        author: label,
        url: label,
        archivedURL: label,
        archivedText: label,
        sha256: label,
        note: label
      )
    ]
    content.claims = [
      Claim(
        id: claim,
        claimant: person,
        stance: .asserts,
        target: .fact(fact),
        source: source,
        locator: label,
        quote: label,
        language: label,
        note: label
      ),
      Claim(
        id: ClaimID("k" + id),
        claimant: agency,
        stance: .denies,
        target: .fact(fact),
        source: source,
        via: claim
      ),
      Claim(
        id: ClaimID("l" + id),
        claimant: person,
        stance: .asks,
        target: .question(QuestionID("q" + id)),
        source: source
      ),
    ]
    content.questions = [
      Question(
        id: QuestionID("q" + id),
        text: label,
        pattern: QuestionPattern(find: .participant, with: [person]),
        note: label
      )
    ]
    content.sort()
    return content
  }

  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "section",
    "article", "footer", "figure", "figcaption", "div", "span", "h1", "h2", "h3", "h4", "p", "ul",
    "li", "dl", "dt", "dd", "a", "strong", "q", "bdi", "button", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "svg", "rect", "g", "path", "polygon", "polyline", "ellipse", "text",
  ]

  @Test("Nothing that a case says becomes markup, script or a link", arguments: labels)
  func html(label: String) throws {
    let view = CaseView(CaseIndex(Self.content(label)))
    let drawing = try Diagram(view).render(.svg, isolation: .inProcess)
    let bytes = try Dossier(view).html(diagram: drawing)
    let page = try #require(ParsedPage(bytes), "well-formed")
    let names = Set(page.elements.map(\.name))
    #expect(names.isSubset(of: Self.elements), "\(names.subtracting(Self.elements))")
    #expect(page.all("script").count == 1 && page.all("style").count == 1)
    #expect(page.all("h1").count == 1)
    for element in page.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
      #expect(element.attributes["src"] == nil)
    }
    #expect(
      page.links.allSatisfy { $0.hasPrefix("#") },
      "\(page.links.filter { !$0.hasPrefix("#") })"
    )
    #expect(Set(page.fragments).isSubset(of: Set(page.ids)))
    #expect(Set(page.ids).count == page.ids.count)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(!scalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x1B })
  }

  @Test("In Markdown nothing that a case says is more than text", arguments: labels)
  func markdown(label: String) throws {
    let text = Dossier(CaseView(CaseIndex(Self.content(label)))).markdown(diagramFile: "a b).svg")
    #expect(text.contains("![The diagram](a%20b%29.svg)"))
    var rest = text.replacing("![The diagram](a%20b%29.svg)", with: "")
    for escaped in ["\\\\", "\\<", "\\[", "\\]", "\\|", "\\`", "\\&", "\\@"] {
      rest = rest.replacing(escaped, with: "")
    }
    #expect(!rest.contains("<") && !rest.contains("[") && !rest.contains("`"))
    #expect(!rest.contains("&"))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("# ") }
    #expect(headings.count == 1)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("Addresses on the web become links that load nothing; others are only shown")
  func addresses() throws {
    var content = Self.content("x")
    content.sources = [
      Source(id: "sx", title: "t", url: "https://e.org/?a=1&b=\"", archivedURL: "javascript:x")
    ]
    let page = try #require(ParsedPage(try Dossier(CaseView(CaseIndex(content))).html()))
    let links = page.all("a").filter { $0.attributes["href"]?.hasPrefix("#") == false }
    #expect(links.map { $0.attributes["href"] } == ["https://e.org/?a=1&b=%22"])
    #expect(links.first?.attributes["rel"] == "noopener noreferrer nofollow")
    #expect(page.element(id: "source-sx")?.text.contains("javascript:x") == true)
  }

  @Test("A drawing that holds a script is refused")
  func drawing() throws {
    let dossier = Dossier(try Case.demo().view())
    let svg = Array("<svg><script>alert(1)</script></svg>".utf8)
    #expect(throws: BackchannelError.self) { try dossier.html(diagram: svg) }
  }
}

import Foundation
import GraphModel
import Testing

@testable import Formats

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("HTML")
struct HTMLWriterTests {
  static let hostile = [
    "<script>alert(1)</script>", "</title></style></script>", "\" onload=\"x", "' onload='x",
    "a & b &amp; &lt;", "\\\" \\n \\", "one\ntwo", "]]>", "<!-- x -->", "\u{0}\u{1B}[2J\u{7F}",
    "\u{202E}desrever\u{2066}", "\u{FFFE}\u{FFFF}", "javascript:alert(1)", "😀 会議 عربى",
  ]

  @Test("Text stays text, in an element and in an attribute", arguments: hostile)
  func escaping(text: String) throws {
    let node = HTML.Node.tag(.p, .label(text), content: [.text(text), .tag(.bdi, text: text)])
    let bytes = HTMLPage(node).bytes
    let page = try #require(XMLPage(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    let shown = PlainText.printable(text)
    #expect(page.elements == ["p", "bdi"])
    #expect(page.text.trimmingCharacters(in: .newlines) == shown + shown)
    #expect(page.attributes == [["aria-label": shown], [:]])
  }

  @Test("Only addresses on the web become links, and these tell nobody where they were followed")
  func links() throws {
    for text in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host", "x"] {
      #expect(WebAddress(text) == nil)
    }
    let address = try #require(WebAddress("https://example.org/a?b=c&d=\"><script>"))
    let bytes = HTMLPage(.tag(.a, .href(.web(address)), text: "x")).bytes
    let page = try #require(XMLPage(bytes))
    #expect(page.attributes.first?["href"] == "https://example.org/a?b=c&d=%22%3E%3Cscript%3E")
    #expect(page.attributes.first?["rel"] == "noopener noreferrer nofollow")
  }

  @Test("Numbers have two places at most, whatever the machine's language")
  func numbers() {
    let node = HTML.Node.element(
      .rect,
      [.number("x", 1), .number("y", -0.5), .number("r", 2.005)],
      []
    )
    let page = String(decoding: HTMLPage(node).bytes, as: UTF8.self)
    #expect(page.contains("x=\"1\" y=\"-0.50\" r=\"2.0"))
  }

  @Test("Elements without content are closed as HTML asks")
  func empty() {
    let head = HTML.Node.tag(
      .head,
      content: [.element(.meta, [.charset], []), .tag(.title, text: "")]
    )
    let text = String(decoding: HTMLPage(head).bytes, as: UTF8.self)
    #expect(text.contains("<meta charset=\"utf-8\" />") && text.contains("<title></title>"))
  }

  @Test("What comes last stands where its place was left, or nowhere")
  func gap() {
    let page = HTMLPage(.tag(.div, content: [.tag(.p, text: "a"), .gap, .tag(.p, text: "b")]))
    let whole = String(decoding: page.filled(Array("<svg/>".utf8)), as: UTF8.self)
    #expect(whole == "<!DOCTYPE html>\n<div><p>a</p>\n<svg/><p>b</p>\n</div>\n")
    #expect(page.filled([]) == page.bytes)
    let closed = HTMLPage(.tag(.p, text: "a"))
    #expect(closed.filled(Array("<svg/>".utf8)) == closed.bytes)
  }
}

/// What a reader of XML sees in a page.
private struct XMLPage {
  private(set) var elements: [String] = []
  private(set) var attributes: [[String: String]] = []
  private(set) var text = ""

  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.page
  }

  private init() {}

  private final class Reader: NSObject, XMLParserDelegate {
    var page = XMLPage()

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      page.elements.append(element)
      page.attributes.append(attributes)
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      page.text += characters
    }
  }
}

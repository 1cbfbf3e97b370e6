import Diagrams
import Testing

@Suite("Links in drawings, through the real library")
struct LinkTests {
  @Test(
    "A link to the web or into the page is kept, with what could break out encoded",
    arguments: [
      ("https://example.org/", "https://example.org/"),
      ("HTTP://example.org", "HTTP://example.org"),
      ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c"),
      ("https://example.org/?q=&eacute;&amp;", "https://example.org/?q=&eacute;&amp;"),
      ("#n-p1", "#n-p1"),
      (
        "https://example.org/\" onclick=\"alert(1)",
        "https://example.org/%22%20onclick=%22alert(1)"
      ),
      ("https://example.org/'<b>\\N", "https://example.org/%27%3Cb%3E%5CN"),
      ("https://example.org/é", "https://example.org/%C3%A9"),
      ("https://example.org/%41%zz%", "https://example.org/%41%25zz%25"),
      ("https://example.org/a\nb\u{0}c", "https://example.org/a%0Ab%00c"),
      ("#\"><script>alert(1)</script>", "#%22%3E%3Cscript%3Ealert(1)%3C/script%3E"),
    ]
  )
  func kept(link: String, written: String) throws {
    let svg = try EscapingTests.drawing([.url: .url(link)])
    #expect(svg.links == [written])
    #expect(!svg.elements.contains("script"))
    #expect(!svg.attributes.contains("onclick"))
    let cell = HTMLCell([.href(link)], .text("x"))
    let table = HTMLTable(rows: [HTMLRow([cell])])
    let html = try EscapingTests.drawing([.label: .html(.table(table))])
    #expect(html.links == [written])
  }

  @Test(
    "Any other link is left out",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "mailto:a@example.org",
      "//example.org",
      "/path", "path", "https:", "https://", "https:///x", "https://\"x", "http:/x", "#", "",
      " https://example.org", "https://example.org/" + String(repeating: "x", count: 2000),
    ]
  )
  func leftOut(link: String) throws {
    #expect(try EscapingTests.drawing([.url: .url(link)]).links.isEmpty)
    let cell = HTMLCell([.href(link)], .text("x"))
    let table = HTMLTable(rows: [HTMLRow([cell])])
    #expect(try EscapingTests.drawing([.label: .html(.table(table))]).links.isEmpty)
  }
}

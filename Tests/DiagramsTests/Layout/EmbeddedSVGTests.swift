import Foundation
import Testing

@testable import Diagrams

@Suite("A drawing within a page")
struct EmbeddedSVGTests {
  private func embedded(_ svg: String, _ places: [String: String] = [:]) throws -> String {
    let drawing = try EmbeddedSVG(Array(svg.utf8), idPrefix: "d-", places: places)
    return String(decoding: drawing.bytes, as: UTF8.self)
  }

  @Test("Ids get the prefix, the size goes, and names of nodes give way to the texts on hover")
  func parts() throws {
    let text = try embedded(
      """
      <svg width="10pt" height="5pt" viewBox="0 0 10 5" xmlns="http://x" xmlns:xlink="http://y">
      <g id="n&#45;a" class="node"><title>n&#45;a</title>
      <g id="a_n&#45;a"><a xlink:title="Anna &amp; Co"><text x="1">Anna</text></a></g></g>
      </svg>
      """,
      ["n-a": "entity-a"]
    )
    #expect(text.contains("<svg viewBox=\"0 0 10 5\">"))
    #expect(text.contains("<g id=\"d-n-a\" class=\"node\">"))
    #expect(text.contains("<a href=\"#entity-a\"><title>Anna &amp; Co</title>"))
    #expect(!text.contains("xlink") && !text.contains("http") && !text.contains(">n&#45;a<"))
  }

  @Test("Links to elsewhere go, also where nothing takes their place")
  func foreignLinks() throws {
    let text = try embedded(
      "<svg><g id=\"x\"><a xlink:href=\"https://e.org\" target=\"_blank\"><text>t</text></a></g></svg>"
    )
    #expect(text == "<svg><g id=\"d-x\"><g><text>t</text></g></g></svg>")
  }

  @Test("Only the first of several links to one place is reached by keyboard")
  func keyboard() throws {
    let text = try embedded(
      "<svg><g id=\"e1\"><a><text>a</text></a></g><g id=\"e2\"><a><text>b</text></a></g></svg>",
      ["e1": "fact", "e2": "fact"]
    )
    #expect(text.components(separatedBy: "href=\"#fact\"").count == 3)
    #expect(text.components(separatedBy: "tabindex=\"-1\"").count == 2)
  }

  @Test(
    "What could run or load something is refused",
    arguments: [
      "<svg><script>x</script></svg>", "<svg onload=\"x\"></svg>", "<svg><image/></svg>",
      "<svg><foreignObject/></svg>", "<svg><use/></svg>", "<svg><style>x</style></svg>",
      "<svg><path fill=\"url(http://e.org)\"/></svg>", "<svg><a href=\"javascript:x\"></a></svg>",
      "<svg><!-- x --></svg>", "<svg><text>a</svg></text>", "<svg", "<svg>", "", "<svg a=b></svg>",
      "<svg></svg><svg></svg>", "<g></g>", "<svg id=\"a<b\"></svg>",
    ]
  )
  func refusal(svg: String) {
    #expect(throws: RenderingError.self) { try embedded(svg) }
  }

  @Test("References within the drawing follow their ids")
  func references() throws {
    let text = try embedded(
      "<svg><defs><linearGradient id=\"l\"></linearGradient></defs><path fill=\"url(#l)\"/></svg>"
    )
    #expect(text.contains("id=\"d-l\"") && text.contains("url(#d-l)"))
  }
}

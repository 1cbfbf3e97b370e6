import Diagrams
import Testing

@testable import Commands

@Suite("Layouts begun early")
struct EarlyLayoutTests {
  @Test(
    "A glance at the command line tells what will be drawn, or nothing",
    arguments: [
      ("render --demo -o a.svg", .svg), ("render pompeo --output a.b.png --force", .png),
      ("dossier -o a.html", .svg), ("dossier --no-diagram -o a.html", nil),
      ("dossier -o a.md", nil), ("render -o", nil), ("render -o a", nil), ("render", nil),
      ("export -o a.svg", nil), ("-o a.svg render", nil), ("", nil),
    ] as [(String, LayoutFormat?)]
  )
  func promise(line: String, format: LayoutFormat?) {
    let words = line.split(separator: " ").map(String.init)
    #expect(EarlyLayout.format(promisedBy: words) == format)
  }
}

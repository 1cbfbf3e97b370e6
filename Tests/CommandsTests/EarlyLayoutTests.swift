import Diagrams
import Testing

@testable import Commands

@Suite("Layouts begun early")
struct EarlyLayoutTests {
  @Test(
    "A glance at the command line tells what will be drawn, or nothing",
    arguments: [
      ("render --demo -o a.svg", EarlyLayout.Kind(format: .svg)),
      ("render pompeo --output a.b.png --force", EarlyLayout.Kind(format: .png)),
      ("render --timeline -o a.svg", EarlyLayout.Kind(engine: .neato, format: .svg)),
      ("dossier -o a.html", EarlyLayout.Kind(format: .svg)),
      ("dossier --no-diagram -o a.html", nil),
      ("dossier -o a.md", nil), ("render -o", nil), ("render -o a", nil), ("render", nil),
      ("export -o a.svg", nil), ("-o a.svg render", nil), ("", nil),
    ] as [(String, EarlyLayout.Kind?)]
  )
  func promise(line: String, kind: EarlyLayout.Kind?) {
    let words = line.split(separator: " ").map(String.init)
    #expect(EarlyLayout.kind(promisedBy: words) == kind)
  }
}

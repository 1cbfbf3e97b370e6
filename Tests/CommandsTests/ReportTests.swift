import CaseModel
import Testing

@testable import Commands

@Suite("Reports")
struct ReportTests {
  private static let report: Report = {
    var report = Report()
    report.heading("Who met Vance")
    report.table(
      ["met", "claims"],
      [
        Report.Row(mark: .status(.confirmed, origins: 1), cells: ["Birke\tBoris", "c1 c2"]),
        Report.Row(
          mark: .status(.corroborated, origins: 3),
          cells: ["a long name of somebody", "c3"]
        ),
      ]
    )
    report.blocks.append(
      .tree([
        Report.TreeNode(
          mark: .conflict,
          text: "root",
          children: [Report.TreeNode(text: "first"), Report.TreeNode(text: "second")]
        )
      ])
    )
    report.lines([Report.Line("nobody says", mark: .status(nil, origins: 0))])
    return report
  }()

  @Test("On a terminal columns stand under their titles and cells wrap")
  func table() {
    let text = ReportRenderer(width: 24, isASCII: false, hasColor: false).text(of: Self.report)
    #expect(
      text == """
        Who met Vance
          MET             CLAIMS
        ● Birke Boris     c1 c2
        ◉ a long name of  c3
          somebody

        ≠ root
        ├─ first
        └─ second

        · nobody says

        """
    )
  }

  @Test("With ASCII signs nothing else changes")
  func ascii() {
    let text = ReportRenderer(width: 30, isASCII: true, hasColor: false).text(of: Self.report)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("[R3] a long name"))
    #expect(text.contains("`- second"))
  }

  @Test("In a pipe rows are separated by tabs, the rest are comments")
  func tsv() {
    #expect(
      TSVRenderer.text(of: Self.report) == """
        # Who met Vance
        mark\tmet\tclaims
        confirmed\tBirke Boris\tc1 c2
        corroborated\ta long name of somebody\tc3
        depth\tmark\ttext
        0\tconflict\troot
        1\t\tfirst
        1\t\tsecond
        # unsourced: nobody says

        """
    )
  }

  @Test("Colour only surrounds signs and titles")
  func color() {
    let plain = ReportRenderer(width: 40, isASCII: false, hasColor: false).text(of: Self.report)
    var colored = ReportRenderer(width: 40, isASCII: false, hasColor: true).text(of: Self.report)
    #expect(colored != plain)
    colored.replace(/\u{1B}\[[0-9]+m/, with: "")
    #expect(colored == plain)
  }
}

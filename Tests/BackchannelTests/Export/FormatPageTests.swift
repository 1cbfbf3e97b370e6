import Backchannel
import Formats
import Foundation
import TestSupport
import Testing

@Suite("The page of formats")
struct FormatPageTests {
  private func row(_ format: Format) -> String {
    let cells = [
      "`\(format.name)`", format.title, format.specification, "`\(format.mediaType)`",
      (format.isFolder ? "folder of " : "")
        + format.extensions.map { "`.\($0)`" }.joined(separator: " "),
      format.write == nil ? "no" : "yes", format.makeReader == nil ? "no" : "yes",
      format.losses.isEmpty ? "nothing" : format.losses.joined(separator: "; "),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  @Test("data/formats.md lists every format of the registry as it is")
  func table() throws {
    let page = try String(
      contentsOf: URL(filePath: Repository.path("data/formats.md")),
      encoding: .utf8
    )
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let expected = CaseFormats.all.map(row)
    #expect(rows == expected, "put this into data/formats.md:\n\(expected.joined(separator: "\n"))")
  }

  @Test("No two formats have one name, and every one is read or written")
  func names() {
    let names = CaseFormats.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(CaseFormats.all.allSatisfy { $0.write != nil || $0.makeReader != nil })
    #expect(CaseFormats.all.allSatisfy { !$0.extensions.isEmpty })
  }
}

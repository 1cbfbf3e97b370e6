import ArgumentParser
import Backchannel
import Formats
import GraphModel

/// Lists the formats that cases are written in and read from.
struct ListFormats: Verb {
  static let verb = "formats"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "The formats that 'export' writes and 'import' reads.",
    discussion: """
      Examples:
        backchannel formats
        backchannel formats --json
      """
  )

  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let formats = CaseFormats.all
    var report = Report()
    report.table(
      ["name", "format", "export", "import", "files", "cannot hold"],
      formats.map { format in
        Report.Row(cells: [
          format.name, format.title, format.write == nil ? "no" : "yes",
          format.makeReader == nil ? "no" : "yes",
          (format.isFolder ? "folder of " : "") + FormatList.endings(format),
          format.losses.joined(separator: "; "),
        ])
      }
    )
    outputOptions.print(report, json: Self.json(formats))
  }

  private static func json(_ formats: [Format]) -> JSONValue {
    [
      "answer": "formats",
      "formats": .array(
        formats.map { format in
          [
            "name": .string(format.name), "title": .string(format.title),
            "specification": .string(format.specification),
            "mediaType": .string(format.mediaType), "extensions": .strings(format.extensions),
            "isFolder": .boolean(format.isFolder), "writes": .boolean(format.write != nil),
            "reads": .boolean(format.makeReader != nil), "losses": .strings(format.losses),
          ]
        }
      ),
    ]
  }
}

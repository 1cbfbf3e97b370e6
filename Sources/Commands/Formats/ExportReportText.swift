import Backchannel
import Formats
import GraphModel

/// Puts what an export wrote and lost into words.
enum ExportReportText {
  /// "3 nodes, 1 edge".
  static func counts(_ report: ExportReport) -> String {
    report.counts.map { "\($0.count) \($0.count == 1 ? singular($0.name) : $0.name)" }
      .joined(separator: ", ")
  }

  /// A line for each loss; one that says so where there is none.
  static func losses(_ report: ExportReport, of format: Format) -> [String] {
    guard !report.losses.isEmpty else { return ["\(format.title) holds all of this case."] }
    return ["\(format.title) cannot hold all of this case:"]
      + report.losses.map { "  \($0.what): \($0.count)" }
  }

  private static func singular(_ plural: String) -> String {
    let words = plural.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, first.hasSuffix("s") else { return plural }
    let stem = first.hasSuffix("ies") ? first.dropLast(3) + "y" : first.dropLast()
    return ([String(stem)] + words.dropFirst()).joined(separator: " ")
  }
}

extension ExportReport {
  /// The report, as data/schema/answers.schema.json documents it.
  ///
  /// - Parameter changes: What a public edition lacks, where one was asked for.
  func json(of format: Format, public changes: PublicChanges?) -> JSONValue {
    func list(_ counts: [(String, Int)]) -> JSONValue {
      .array(counts.map { ["what": .string($0.0), "count": .integer(Int64($0.1))] })
    }
    return .compact([
      JSONMember(key: "answer", value: "export"),
      JSONMember(key: "format", value: .string(format.name)),
      JSONMember(key: "counts", value: list(counts.map { ($0.name, $0.count) })),
      JSONMember(key: "losses", value: list(losses.map { ($0.what, $0.count) })),
      JSONMember(key: "public", value: changes?.json ?? .null),
    ])
  }
}

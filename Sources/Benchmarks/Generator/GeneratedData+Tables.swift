import Foundation
import GraphModel

extension GeneratedData {
  /// Writes the tables into a folder, and how many rows each has.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var rows: [JSONMember] = []
    for table in tables {
      let file = TableWriter(folder: folder, table.name, table.columns)
      for row in 0..<table.count { file.add(table.row(row)) }
      try file.close()
      rows.append(JSONMember(key: table.name, value: .integer(Int64(table.count))))
    }
    let manifest: JSONValue = ["rows": .object(rows)]
    try manifest.text(indented: true).write(
      toFile: "\(folder)/manifest.json",
      atomically: true,
      encoding: .utf8
    )
  }

  private struct Table {
    let name: String
    let columns: String
    let count: Int
    let row: (Int) -> String
  }

  private var tables: [Table] {
    let date = Self.text
    let statements = 0..<scale.statements
    return [
      Table(name: "country", columns: "id,name", count: scale.countries) { "\($0),Country \($0)" },
      Table(name: "agency", columns: "id,name,country_id", count: scale.agencies) {
        "\($0),Agency \($0),\(countryOfAgency[$0])"
      },
      Table(name: "person", columns: "id,name,country_id", count: scale.people) {
        "\($0),\(personNames[$0]),\(countryOfAgency[agencyOfPerson[$0]])"
      },
      Table(name: "source", columns: "id,name", count: scale.sources) { "\($0),Source \($0)" },
      Table(name: "meeting", columns: "id,date,country_id,status,source_id", count: scale.meetings)
      {
        let meeting = meetings[$0]
        return "\($0),\(date(meeting.date)),\(meeting.country),\(meeting.status),\(meeting.source)"
      },
      Table(name: "statement", columns: "id,text", count: statements.count) {
        "\($0),On the record \($0)"
      },
      Table(
        name: "participated",
        columns: "person_id,meeting_id,role,status,source_id",
        count: participations.count
      ) {
        let part = participations[$0]
        return "\(part.person),\(part.meeting),\(part.role),\(part.status),\(part.source)"
      },
      Table(
        name: "affiliated",
        columns: "person_id,agency_id,from_date,to_date,status,source_id",
        count: affiliations.count
      ) {
        let post = affiliations[$0]
        return "\(post.person),\(post.agency),\(date(post.from)),\(post.to.map(date) ?? ""),"
          + "\(post.status),\(post.source)"
      },
      Table(name: "said", columns: "person_id,statement_id", count: statements.count) {
        "\(participations[$0 % participations.count].person),\($0)"
      },
      Table(name: "about_meeting", columns: "statement_id,meeting_id", count: statements.count) {
        "\($0),\($0 * 5)"
      },
      Table(name: "names", columns: "id,name", count: names.count) { "\($0),\(names[$0])" },
    ]
  }

  private static func text(_ day: Int) -> String {
    CalendarDate(dayNumber: day).map { Value.date($0).text } ?? ""
  }
}

/// Writes one table row by row.
private final class TableWriter {
  private let path: String
  private var text: [UInt8]

  init(folder: String, _ name: String, _ columns: String) {
    path = "\(folder)/\(name).csv"
    text = Array((columns + "\n").utf8)
  }

  func add(_ row: String) {
    text.append(contentsOf: row.utf8)
    text.append(UInt8(ascii: "\n"))
  }

  func close() throws { try Data(text).write(to: URL(fileURLWithPath: path)) }
}

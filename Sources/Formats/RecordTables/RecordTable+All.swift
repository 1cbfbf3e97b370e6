import GraphModel

extension RecordTable {
  /// Describes the case itself; the file by which the folder is known.
  static let info = RecordTable(
    file: "case.csv",
    member: "case",
    columns: [.text("id"), .text("title"), .text("summary")]
  )

  /// The files of records, in the order in which they are written and read, each with the files of
  /// its parts.
  static let all: [(table: RecordTable, parts: [Part])] = [
    (
      RecordTable(
        file: "entities.csv",
        member: "entities",
        columns: [
          .text("id"), .text("type"), .text("name"), .text("kind"), .flag("unnamed"), .text("note"),
        ]
      ), [Part(member: "names", table: names), Part(member: "ids", table: identifiers)]
    ),
    (
      RecordTable(
        file: "relations.csv",
        member: "relations",
        columns: [
          .text("id"), .text("kind"), .text("subject"), .text("object"), .date("held"),
          .text("note"),
        ]
      ), []
    ),
    (
      RecordTable(
        file: "posts.csv",
        member: "posts",
        columns: [
          .text("id"), .text("holder"), .text("title"), .text("agency"), .text("country"),
          .text("accreditedTo"), .date("held"), .text("note"),
        ]
      ), []
    ),
    (
      RecordTable(
        file: "events.csv",
        member: "events",
        columns: [.text("id"), .text("type"), .text("title"), .text("note")]
      ),
      [
        Part(member: "date", table: dates), Part(member: "place", table: places),
        Part(member: "about", table: subjects), Part(member: "participants", table: participations),
      ]
    ),
    (
      RecordTable(
        file: "sources.csv",
        member: "sources",
        columns: [
          .text("id"), .text("title"), .text("publisher"), .text("author"), .text("url"),
          .text("archivedUrl"), .date("published"), .date("retrieved"), .text("archive"),
          .text("sha256"), .flag("confidential"), .text("note"),
        ]
      ), []
    ),
    (
      RecordTable(
        file: "questions.csv",
        member: "questions",
        columns: [.text("id"), .text("text"), .text("note")]
      ), [Part(member: "pattern", table: patterns)]
    ),
    (
      RecordTable(
        file: "claims.csv",
        member: "claims",
        columns: [
          .text("id"), .text("claimant"), .text("stance"), .text("about"), .text("source"),
          .date("said"), .text("at"), .text("quote"), .text("lang"), .text("via"),
          .text("utterance"), .flag("onRecord"), .flag("confidential"), .text("note"),
        ]
      ), []
    ),
  ]

  private static let names = RecordTable(
    file: "names.csv",
    member: nil,
    columns: [.text("text"), .text("kind"), .text("lang")]
  )
  private static let identifiers = RecordTable(
    file: "identifiers.csv",
    member: nil,
    columns: [.text("system"), .text("value")]
  )
  private static let dates = RecordTable(
    file: "dates.csv",
    member: nil,
    columns: [.text("edtf"), .text("basis"), .text("text"), .text("id")]
  )
  private static let places = RecordTable(
    file: "places.csv",
    member: nil,
    columns: [.text("of"), .text("id")]
  )
  private static let subjects = RecordTable(
    file: "subjects.csv",
    member: nil,
    columns: [.text("of"), .text("id")]
  )
  private static let participations = RecordTable(
    file: "participations.csv",
    member: nil,
    columns: [
      .text("who"), .text("unknown"), .text("side"), .text("role"), .text("id"),
      .text("question"), .text("note"),
    ]
  )
  private static let patterns = RecordTable(
    file: "patterns.csv",
    member: nil,
    columns: [
      .text("find"), .words("with"), .words("events"), .words("types"), .text("side"),
      .words("agencies"),
    ]
  )
}

extension RecordTable.Part {
  /// The name of the first column of its file, which holds the id of the record.
  static let recordColumn = "record"

  /// Returns the values of a record, one for each row.
  func rows(_ record: JSONValue) -> [JSONValue] {
    switch record[member] {
    case .array(let elements): elements
    // An object of ids by system becomes a row for each.
    case .object(let members) where member == "ids":
      members.map { ["system": .string($0.key), "value": $0.value] }
    case .object(let members): [.object(members)]
    default: []
    }
  }
}

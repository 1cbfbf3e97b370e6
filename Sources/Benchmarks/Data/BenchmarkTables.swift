/// Says which tables a benchmark's data has, and what their rows become in a graph.
enum BenchmarkTables {
  /// Holds a table of nodes: one row, one node with a dense `id`.
  struct Nodes {
    let table: String
    let label: String
  }

  /// Holds a table of relationships: the first two columns are ids of nodes.
  struct Relationships {
    let table: String
    let type: String
    let source: String
    let target: String
  }

  static let nodes = [
    Nodes(table: "country", label: "Country"),
    Nodes(table: "agency", label: "Agency"),
    Nodes(table: "person", label: "Person"),
    Nodes(table: "source", label: "Source"),
    Nodes(table: "meeting", label: "Meeting"),
    Nodes(table: "statement", label: "Statement"),
  ]

  static let relationships = [
    Relationships(
      table: "participated",
      type: "PARTICIPATED",
      source: "Person",
      target: "Meeting"
    ),
    Relationships(table: "affiliated", type: "AFFILIATED", source: "Person", target: "Agency"),
    Relationships(table: "said", type: "SAID", source: "Person", target: "Statement"),
    Relationships(
      table: "about_meeting",
      type: "ABOUT_MEETING",
      source: "Statement",
      target: "Meeting"
    ),
    Relationships(
      table: "about_person",
      type: "ABOUT_PERSON",
      source: "Statement",
      target: "Person"
    ),
    Relationships(
      table: "about_agency",
      type: "ABOUT_AGENCY",
      source: "Statement",
      target: "Agency"
    ),
  ]
}

import CaseModel
import Formats
import GraphModel

/// Makes editions that tests export.
enum GraphSamples {
  /// The seed case.
  static func seed(_ shape: ExportOptions.Shape = .records) throws -> ExportEdition {
    let content = try CaseDocument.read(try PackageFiles.seedCase(), file: "case.yaml").content
    var edition = ExportEdition(CaseView(CaseIndex(content)))
    edition.options.shape = shape
    return edition
  }

  /// The seed case with elements that are no records: values of every type, names of properties
  /// that formats use themselves, keys and texts that need care in every format.
  static func mixed() throws -> ExportEdition {
    let ships: [KeyedNode] = [
      KeyedNode(
        key: "ship/1",
        labels: ["Ship", "Old Ship;x"],
        properties: [
          "id": .string("x"), "label": .string("y"), "name": .string("Ever \"Open\" <&> ü; 和田"),
          "built": CalendarDate(iso: "1999-12-31").map(Value.date) ?? .null, "length": .float(12.5),
          "crew": .integer(7), "sunk": .boolean(false), "rate": .float(.infinity),
          "ports": .list([.string("a;b"), .string("c\\d")]), "depths": .list([.integer(1)]),
          "map": .map(["a b": .integer(1)]), "a key": .string("line one\nline two\ttab"),
        ]
      ),
      KeyedNode(
        key: "ship two",
        labels: [],
        properties: ["crew": .string("seven"), "none": .list([])]
      ),
      KeyedNode(key: "ship:3", labels: ["Ship"], properties: ["control": .string("a\u{1}b\u{7F}")]),
    ]
    let links = [
      KeyedRelationship(key: "near/1", type: "NEAR", source: "ship/1", target: "pompeo"),
      KeyedRelationship(
        key: "near/2",
        type: "NEAR",
        source: "ship/1",
        target: "pompeo",
        properties: ["type": .string("again"), "since": .integer(-3)]
      ),
      KeyedRelationship(key: "self", type: "is `odd`", source: "ship two", target: "ship two"),
    ]
    let content = try seed().view.index.content
    return ExportEdition(
      CaseView(CaseIndex(content)),
      others: KeyedGraph(nodes: ships, relationships: links)
    )
  }

  /// Returns the text that a format writes.
  static func text(_ format: Format, _ edition: ExportEdition) throws -> (String, ExportReport) {
    let sink = MemorySink()
    guard let write = format.write else { return ("", ExportReport()) }
    let report = try write(edition, sink)
    return (String(decoding: sink.bytes, as: UTF8.self), report)
  }

  /// Returns the JSON that a format writes.
  static func json(_ format: Format, edition: ExportEdition) throws -> (JSONValue, ExportReport) {
    let (text, report) = try text(format, edition)
    return (try JSONReader.read(text.utf8).json, report)
  }

  /// Returns the JSON that a format writes of the seed case.
  static func json(_ format: Format, _ shape: ExportOptions.Shape) throws
    -> (JSONValue, ExportReport)
  {
    try json(format, edition: seed(shape))
  }
}

extension JSONValue? {
  /// The elements of an array.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}

import CaseModel
import Formats
import GraphModel
import Testing

/// Reads texts as an import does.
enum ImportSamples {
  /// Returns everything that a text says, as one piece.
  static func read(_ text: String, _ format: Format, file: String = "file.json") throws
    -> ImportBatch
  {
    try read(Array(text.utf8), format, file: file)
  }

  /// Returns everything that bytes say, as one piece.
  static func read(_ bytes: [UInt8], _ format: Format, file: String = "file.json") throws
    -> ImportBatch
  {
    var whole = ImportBatch()
    guard let make = format.makeReader else { return whole }
    var reader = try make(ByteSource(bytes, file: file))
    while let batch = try reader.next() {
      whole.content = whole.content.merging(batch.content)
      whole.graph = KeyedGraph(
        nodes: whole.graph.nodes + batch.graph.nodes,
        relationships: whole.graph.relationships + batch.graph.relationships
      )
      whole.readCount += batch.readCount
      whole.takenCount += batch.takenCount
      whole.mergedCount += batch.mergedCount
      whole.rejections += batch.rejections
    }
    return whole
  }

  /// Says which records of two cases differ.
  static func expectSame(_ found: CaseContent, _ expected: CaseContent) {
    #expect(found.info == expected.info)
    compare(found.entities, expected.entities)
    compare(found.events, expected.events)
    compare(found.participations, expected.participations)
    compare(found.attributes, expected.attributes)
    compare(found.posts, expected.posts)
    compare(found.relations, expected.relations)
    compare(found.sources, expected.sources)
    compare(found.claims, expected.claims)
    compare(found.questions, expected.questions)
  }

  private static func compare<Record: Hashable>(_ found: [Record], _ expected: [Record]) {
    let missing = Set(expected).subtracting(found)
    let added = Set(found).subtracting(expected)
    #expect(missing.isEmpty, "missing: \(missing.prefix(3))")
    #expect(added.isEmpty, "added: \(added.prefix(3))")
  }
}

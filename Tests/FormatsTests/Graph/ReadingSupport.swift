import CaseModel
import Formats
import GraphModel
import Testing

/// Holds everything that a reader gave.
struct ReadWhole {
  var content = CaseContent(info: CaseInfo(id: "", title: ""))
  var graph = KeyedGraph()
  var readCount = 0
  var keptCount = 0
  var rejections: [Rejection] = []

  /// Reads a source to its end with a format's reader.
  init(_ format: Format, _ source: ByteSource) throws {
    let makeReader = try #require(format.makeReader)
    try self.init(try makeReader(source))
  }

  /// Reads to the end.
  init(_ reader: any ImportReader) throws {
    var reader = reader
    while let batch = try reader.next() {
      if !batch.content.info.id.isEmpty { content.info = batch.content.info }
      content.entities += batch.content.entities
      content.events += batch.content.events
      content.participations += batch.content.participations
      content.attributes += batch.content.attributes
      content.posts += batch.content.posts
      content.relations += batch.content.relations
      content.sources += batch.content.sources
      content.claims += batch.content.claims
      content.questions += batch.content.questions
      graph.nodes += batch.graph.nodes
      graph.relationships += batch.graph.relationships
      readCount += batch.readCount
      keptCount += batch.takenCount + batch.mergedCount
      rejections += batch.rejections
    }
    content.sort()
  }

  /// Reads text in memory.
  init(_ format: Format, _ text: String, file: String = "file") throws {
    try self.init(format, ByteSource(Array(text.utf8), file: file))
  }

  /// Whether every unit is accounted for.
  var addsUp: Bool { readCount == keptCount + rejections.count }

  /// The whole graph of what was read.
  var edition: ExportEdition {
    // By way of the graph, in which it does not matter what kind of record a claim is about.
    let graph = CaseGraphEncoder.graph(of: content)
    let content = CaseGraphDecoder.content(of: graph)
    return ExportEdition(CaseView(CaseIndex(content)), others: self.graph)
  }
}

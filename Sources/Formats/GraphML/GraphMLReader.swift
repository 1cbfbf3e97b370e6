import CaseModel
import Foundation
import GraphModel

/// Reads GraphML piece by piece.
///
/// Our own files of the shape `records` become the records that they were; they are read whole.
/// All others become nodes and relationships of the graph:
///
/// - The key of a node is the name of the file without its ending, a slash and the id: files do not
///   get into each other's way, and reading one again changes nothing. Any id will do.
/// - Labels are `labels` (Neo4j), `labelV` (TinkerPop), else `type`; the type of a relationship is
///   `labelE`, `label`, `relationship` or `type` of the edge, else RELATED. Of these the first that
///   there is. All other attributes are properties, and `label` of a node is its `name`, if it has
///   none. An edge without a direction has the property `directed`, false.
/// - Labels of yEd's drawings are read, the rest of its drawings is not. A hyperedge is rejected.
struct GraphMLReader: ImportReader {
  private let stream: XMLStream
  private var parser: GraphMLParser
  private var isDone = false

  init(_ source: ByteSource) throws(FormatError) {
    stream = try XMLStream(source)
    parser = GraphMLParser(file: source.file)
  }

  mutating func next() throws(FormatError) -> ImportBatch? {
    guard !isDone else { return nil }
    while let events = try stream.next() {
      for event in events { try parser.take(event) }
      var batch = parser.takeBatch()
      batch.byteCount = stream.readCount
      if batch.readCount > 0 { return batch }
    }
    isDone = true
    var batch = try parser.finish()
    batch.byteCount = stream.readCount
    return batch
  }
}

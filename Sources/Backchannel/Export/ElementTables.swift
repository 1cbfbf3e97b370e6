import CaseStore
import Formats
import GraphModel

/// Writes the graph of an edition as lines of JSON, in the files that `CaseStore.exportTables` makes
/// of a whole case.
enum ElementTables {
  static func write(_ edition: ExportEdition, _ sink: any ExportSink) throws(FormatError)
    -> ExportReport
  {
    let graph = edition.graph
    var report = ExportReport()
    let nodes = Dictionary(grouping: graph.nodes) { TableFiles.name(ofNodes: $0.labels) }
    for (name, nodes) in nodes.sorted(by: { $0.key < $1.key }) {
      try write(name, nodes.map(ElementLine.json), to: sink, &report)
    }
    let types = Dictionary(grouping: graph.relationships) {
      TableFiles.name(ofRelationships: $0.type)
    }
    for (name, relationships) in types.sorted(by: { $0.key < $1.key }) {
      try write(name, relationships.map(ElementLine.json), to: sink, &report)
    }
    return report
  }

  private static func write(
    _ name: String,
    _ lines: [JSONValue],
    to sink: any ExportSink,
    _ report: inout ExportReport
  ) throws(FormatError) {
    try sink.begin(file: name)
    try sink.write(lines.map { $0.text() + "\n" }.joined())
    report.counts.append(.init("lines of \(name)", lines.count))
  }
}

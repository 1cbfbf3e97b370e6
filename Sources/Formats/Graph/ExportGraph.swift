import CaseModel
import GraphModel

/// Holds what formats of graphs write: nodes and edges with their own properties, and with what
/// follows from the claims about those that are facts.
///
/// The options of an edition choose its shape.
///
/// - `records`: every element as queries see it; claims, sources and questions are nodes. Facts
///   have in addition `status`, `origins`, `confirmedBy`, `knownSince` and `claims`, questions
///   `state`.
/// - `events`: entities, empty slots and events with the facts between them, and all elements that
///   are no records. What is said of a fact is flattened into `claims`, `claimants` and `sources`.
/// - `met`: entities, with an edge MET between each two that took part in a common meeting, visit
///   or call.
struct ExportGraph: Sendable {
  /// One node.
  struct Node: Sendable {
    /// Unique among the nodes.
    let id: String
    /// What people read.
    let label: String
    /// In ascending order.
    let labels: [String]
    /// Its own properties.
    let properties: Properties
    /// What follows from claims.
    var derived: Properties = [:]
    /// When it was, where it has a date.
    var bounds: DateBounds?
  }

  /// One edge.
  struct Edge: Sendable {
    /// Unique among the edges.
    let id: String
    /// The type of the relationship.
    let type: String
    /// The node that it leaves.
    let source: String
    /// The node that it enters.
    let target: String
    /// Whether it has no direction.
    var isUndirected = false
    /// Its own properties.
    let properties: Properties
    /// What follows from claims.
    var derived: Properties = [:]
    /// When it held, where it has a date.
    var bounds: DateBounds?
  }

  /// Id of the case.
  let id: String
  /// Title of the case.
  let title: String
  /// What became nodes.
  let shape: ExportOptions.Shape
  /// In ascending order of ids.
  var nodes: [Node] = []
  /// In ascending order of ids.
  var edges: [Edge] = []
  /// What the shape leaves out.
  var losses: [ExportReport.Loss] = []

  init(_ edition: ExportEdition) {
    let info = edition.view.index.content.info
    id = info.id
    title = info.title
    shape = edition.options.shape
    switch shape {
    case .records: self.addRecords(edition)
    case .events: self.addEvents(edition)
    case .met: self.addMeetings(edition)
    }
    let keys = Set(nodes.map(\.id))
    edges.removeAll { !keys.contains($0.source) || !keys.contains($0.target) }
    dateEdgesByEvents()
  }

  /// Gives the edges of events without a date of their own that of the event.
  private mutating func dateEdgesByEvents() {
    let events = nodes.filter { $0.labels.contains("Event") }
    let bounds = Dictionary(events.map { ($0.id, $0.bounds) }) { first, _ in first }
    for index in edges.indices where edges[index].bounds == nil {
      edges[index].bounds = (bounds[edges[index].target] ?? bounds[edges[index].source]) ?? nil
    }
  }

  /// A report that tells how many nodes and edges were written and what the shape left out.
  var report: ExportReport {
    var report = ExportReport()
    report.counts = [.init("nodes", nodes.count), .init("edges", edges.count)]
    for loss in losses { report.lose(loss.what, count: loss.count) }
    return report
  }
}

extension ExportGraph.Node {
  /// All properties, own ones first where both have one of a name.
  var attributes: Properties { properties.merging(derived) { own, _ in own } }
}

extension ExportGraph.Edge {
  /// All properties, own ones first where both have one of a name.
  var attributes: Properties { properties.merging(derived) { own, _ in own } }
}

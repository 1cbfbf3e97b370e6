import CaseModel
import CaseStore
import GraphModel
import QueryEngine

/// Holds a case as it was loaded, where sessions begin.
struct LoadedCase: Sendable {
  /// Position of the last log entry in it.
  let position: Int64
  /// What is read in place, if anything is.
  private let image: GraphImage?
  private let graph: GraphSnapshot
  /// All records, decoded when they are needed for the first time.
  private var whole: CaseView?
  /// What the last filter lets through; people ask through one filter again and again.
  private var last: Shown?

  /// Holds what a filter lets through: the graph, and a view that knows what follows from claims.
  struct Shown: Sendable {
    let graph: GraphSnapshot
    let view: CaseView?
  }

  /// Loads a case; `nil` where the changes do not fit the image that they follow.
  ///
  /// Complexity: linear in the changes since the image was made; without one in the size of the
  /// case.
  init?(_ source: GraphSource) {
    position = source.logPosition
    image = source.image
    guard let graph = PropertyGraph(source) else { return nil }
    self.graph = GraphSnapshot(graph)
  }

  /// Keeps a graph that was read as a whole.
  init(_ graph: KeyedGraph, logPosition: Int64) {
    position = logPosition
    image = nil
    self.graph = GraphSnapshot(PropertyGraph(graph))
  }

  private init(_ graph: PropertyGraph, image: GraphImage?, position: Int64) {
    self.position = position
    self.image = image
    self.graph = GraphSnapshot(graph)
  }

  /// Returns the case with what has changed since; `nil` where that does not fit.
  func advanced(_ later: LaterChanges) -> LoadedCase? {
    let graph = PropertyGraph(self.graph)
    guard graph.apply(later.changes) else { return nil }
    return LoadedCase(graph, image: image, position: later.logPosition)
  }

  /// Makes a session that begins with this case.
  mutating func session(_ scope: SessionScope) -> GraphSession {
    let shown = shown(scope)
    return GraphSession(
      PropertyGraph(shown.graph),
      scope: scope,
      view: shown.view,
      image: image,
      position: position
    )
  }

  /// Whether something was read of the image that it should not hold.
  var isDamaged: Bool { image?.isDamaged ?? false }

  /// Returns what a filter lets through: of the elements that are records of the case those that are
  /// shown, and all that are none.
  ///
  /// A filter must know all records; decoding them takes time in proportion to the case, once.
  private mutating func shown(_ scope: SessionScope) -> Shown {
    let isFiltered = scope.filter != ReadFilter()
    guard isFiltered else { return Shown(graph: graph, view: whole) }
    let whole = self.whole ?? CaseView(graph)
    self.whole = whole
    if let last, last.view?.filter == scope.filter { return last }
    let view = CaseView(whole.index, filter: scope.filter)
    let shown = Shown(graph: graph.showing(GraphVisibility(view)), view: view)
    last = shown
    return shown
  }
}

extension CaseView {
  /// Makes a view of all records of a graph.
  init(_ graph: GraphSnapshot) { self.init(CaseIndex(CaseGraphDecoder.content(of: graph))) }
}

extension GraphVisibility {
  /// Finds what a view hides: records are missing, and some that stay say less.
  ///
  /// The ends, types and labels of a record never depend on what else is shown: whatever points at
  /// something hidden is hidden with it, or loses that reference.
  init(_ view: CaseView) {
    self.init()
    let all = CaseGraphEncoder.graph(of: view.index.content)
    let shown = CaseGraphEncoder.graph(of: view.visibleContent)
    let nodes = Dictionary(shown.nodes.map { ($0.key, $0.properties) }) { first, _ in first }
    for node in all.nodes {
      guard let properties = nodes[node.key] else {
        hiddenNodes.insert(node.key)
        continue
      }
      nodeProperties[node.key] = Self.difference(from: node.properties, to: properties)
    }
    let links = Dictionary(shown.relationships.map { ($0.key, $0.properties) }) { first, _ in first
    }
    for link in all.relationships {
      guard let properties = links[link.key] else {
        hiddenRelationships.insert(link.key)
        continue
      }
      relationshipProperties[link.key] = Self.difference(from: link.properties, to: properties)
    }
  }

  private static func difference(from old: Properties, to new: Properties) -> Properties? {
    guard old != new else { return nil }
    var difference = new.filter { old[$0.key] != $0.value }
    for name in old.keys where new[name] == nil { difference[name] = .null }
    return difference
  }
}

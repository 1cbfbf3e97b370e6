public import GraphModel

/// Says when a case gets an index, and when the index is built anew.
///
/// Small cases have none unless somebody asked for one: reading all of them takes no longer than
/// looking for the file, and a folder of small cases stays tidy.
public struct IndexPolicy: Hashable, Sendable {
  /// A case of fewer elements gets no index by itself.
  public var minimumElements = 20_000
  /// So many changes since the index was built are always replayed.
  public var minimumChanges = 2_000
  /// More changes are replayed up to this share of the elements; beyond, the index is built anew.
  public var changedShare = 0.1

  /// Makes the usual policy.
  public init() {}

  func changeLimit(elementCount: Int) -> Int {
    max(minimumChanges, Int(Double(elementCount) * changedShare))
  }
}

/// Holds the graph of a case in the form that costs least to make.
public struct GraphSource: Sendable {
  /// The graph.
  public let base: Base
  /// Position of the last log entry that the graph contains.
  public let logPosition: Int64

  /// The image, if the graph is read in place.
  public var image: GraphImage? {
    if case .image(let image, _) = base { image } else { nil }
  }

  init(base: Base, logPosition: Int64) {
    self.base = base
    self.logPosition = logPosition
  }

  /// Takes all of a graph.
  public init(_ stored: StoredGraph) {
    self.init(base: .whole(stored.graph), logPosition: stored.logPosition)
  }

  /// The two forms.
  public enum Base: Sendable {
    /// An earlier state, read in place, and what has changed since.
    case image(GraphImage, changes: KeyedChanges)
    /// All of it.
    case whole(KeyedGraph)
  }
}

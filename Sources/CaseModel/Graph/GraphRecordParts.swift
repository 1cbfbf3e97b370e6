import GraphModel

/// Says what a set of labels makes of a node.
struct NodeRole {
  /// The kind of record, claims aside: a claim may be an event as well.
  let record: NodeRecord?
  let eventType: EventType?
  let isClaim: Bool
  /// Whether it is an empty slot.
  let isUnknown: Bool

  /// No node.
  static let none = NodeRole([])

  var isEvent: Bool { eventType != nil }

  init(_ labels: [String]) {
    typealias Label = GraphVocabulary.Label
    record = NodeRecord(labels: labels.filter { $0 != Label.claim })
    eventType = labels.lazy.compactMap(EventType.init).first
    isClaim = labels.contains(Label.claim)
    isUnknown = labels.contains(Label.unknown)
  }
}

/// Says what a type makes of a relationship.
enum LinkType {
  case claimLink(ClaimLinks.Kind)
  case participation, post, place, about
  case relation(Relation.Kind)
  case other

  init(_ type: String) {
    typealias Relationship = GraphVocabulary.Relationship
    switch type {
    case Relationship.madeBy: self = .claimLink(.madeBy)
    case Relationship.inSource: self = .claimLink(.inSource)
    case Relationship.via: self = .claimLink(.via)
    case Relationship.saidIn: self = .claimLink(.saidIn)
    case Relationship.attributeOf: self = .claimLink(.attributeOf)
    case Relationship.tookPartIn: self = .participation
    case Relationship.holds: self = .post
    case Relationship.locatedIn: self = .place
    case Relationship.about: self = .about
    default: self = Relation.Kind(rawValue: type).map(LinkType.relation) ?? .other
    }
  }
}

/// Knows where claims, and further dates, lead to.
struct ClaimLinks {
  /// The kinds of link, of which a node has one each.
  enum Kind: Int, CaseIterable {
    case madeBy, inSource, via, saidIn, attributeOf
  }

  private let nodeCount: Int
  /// By kind and node the relationship and the node that it enters; none for -1.
  private var links: [[(link: Int32, target: Int32)]] = Kind.allCases.map { _ in [] }

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  subscript(kind: Kind, node: Int) -> (link: Int, target: Int)? {
    get {
      guard !links[kind.rawValue].isEmpty else { return nil }
      let found = links[kind.rawValue][node]
      return found.link < 0 ? nil : (Int(found.link), Int(found.target))
    }
    set {
      guard let newValue else { return }
      if links[kind.rawValue].isEmpty {
        links[kind.rawValue] = Array(repeating: (-1, -1), count: nodeCount)
      }
      links[kind.rawValue][node] = (Int32(newValue.link), Int32(newValue.target))
    }
  }
}

/// Reads properties of many elements of one kind, column by column, each when it is asked for.
final class ElementColumns<Graph: NumberedGraph> {
  /// The two kinds of element.
  enum Kind { case node, relationship }

  /// The numbers of the elements.
  let elements: [Int]
  private let graph: Graph
  private let kind: Kind
  private var columns: [String: [Value]] = [:]

  init(_ graph: Graph, _ kind: Kind, _ elements: [Int]) {
    self.graph = graph
    self.kind = kind
    self.elements = elements
  }

  /// Returns the value of the element at a place; null where there is none.
  func value(_ name: String, at place: Int) -> Value {
    if let column = columns[name] { return column[place] }
    let column =
      switch kind {
      case .node: graph.values(name, ofNodes: elements)
      case .relationship: graph.values(name, ofRelationships: elements)
      }
    columns[name] = column
    return column[place]
  }
}

/// Reads the properties of one element.
struct ElementProperties<Graph: NumberedGraph> {
  private let columns: ElementColumns<Graph>
  private let place: Int

  /// Reads those of the element at a place.
  init(_ columns: ElementColumns<Graph>, at place: Int) {
    self.columns = columns
    self.place = place
  }

  /// The value under a name; null where there is none.
  subscript(name: String) -> Value { columns.value(name, at: place) }

  /// Returns the text under a name.
  func text(_ name: String) -> String? { self[name].stringValue }

  /// Returns the list of texts under a name; empty where there is none.
  func texts(_ name: String) -> [String] { self[name].stringList }

  /// Tells whether the value under a name is true.
  func isTrue(_ name: String) -> Bool { self[name].booleanValue == true }
}

/// Reads dates, of those that are written alike the first.
struct ReadDates {
  private var dates: [String: UncertainDate?] = [:]

  /// Reads the notation, not the bounds, which follow from it; `nil` when missing or no EDTF.
  mutating func read<Graph>(_ names: DateProperties, _ properties: ElementProperties<Graph>)
    -> UncertainDate?
  {
    guard let notation = properties.text(names.edtf) else { return nil }
    let date = dates[notation] ?? (try? UncertainDate(edtf: notation))
    dates[notation] = .some(date)
    let (basis, words) = (properties.text(names.basis), properties.text(names.text))
    return basis == nil && words == nil ? date : date?.explained(basis: basis, verbatim: words)
  }
}

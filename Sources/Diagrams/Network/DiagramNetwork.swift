public import CaseModel

/// Holds nodes and links of any kind to draw, such as a query gives.
public struct DiagramNetwork: Sendable {
  /// Holds a node.
  public struct Node: Hashable, Sendable {
    /// Lists what a node can stand for.
    public enum Content: Hashable, Sendable {
      /// An entity.
      case entity(EntityID)
      /// An empty slot, by its participation.
      case slot(FactID)
      /// An event.
      case event(EventID)
      /// A claim.
      case claim(ClaimID)
      /// A source.
      case source(SourceID)
      /// A question.
      case question(QuestionID)
      /// Something that is no record of the case: a title, labels, and properties as text.
      case plain(title: String, labels: [String], properties: [String])
    }

    /// Unique in the network.
    public let id: String
    /// What the node stands for.
    public let content: Content

    /// Makes a node.
    public init(id: String, content: Content) {
      self.id = id
      self.content = content
    }
  }

  /// Holds a link between two nodes.
  public struct Link: Hashable, Sendable {
    /// Lists what a link can stand for.
    public enum Content: Hashable, Sendable {
      /// A fact.
      case fact(FactID)
      /// Common events of two entities, with the status of the strongest.
      case met(events: [EventID], status: Status?)
      /// Something that is no fact: its type, and properties as text.
      case plain(type: String, properties: [String])
    }

    /// Unique in the network.
    public let id: String
    /// The id of the node where it starts.
    public let from: String
    /// The id of the node where it ends.
    public let to: String
    /// What the link stands for.
    public let content: Content

    /// Makes a link.
    public init(id: String, from: String, to: String, content: Content) {
      self.id = id
      self.from = from
      self.to = to
      self.content = content
    }
  }

  /// The nodes.
  public var nodes: [Node]
  /// The links, whose ends are among the nodes.
  public var links: [Link]
  /// What was asked, such as the text of a query.
  public var question: String
  /// How many values of the answer are neither nodes nor links.
  public var valueCount: Int

  /// Makes a network.
  public init(nodes: [Node], links: [Link], question: String, valueCount: Int = 0) {
    self.nodes = nodes
    self.links = links
    self.question = question
    self.valueCount = valueCount
  }

  /// The records, where people and events that they took part in are all there is, which a diagram
  /// by sides shows best; else `nil`.
  func records(_ view: CaseView) -> DiagramRecords? {
    var records = DiagramRecords(question: question)
    for node in nodes {
      switch node.content {
      case .entity(let id):
        guard ![.place, .topic].contains(view.index.entities[id]?.type) else { return nil }
        records.entities.insert(id)
      case .event(let id): records.events.insert(id)
      case .slot: break
      case .claim, .source, .question, .plain: return nil
      }
    }
    for link in links {
      guard case .fact(let fact) = link.content else { return nil }
      switch view.index.facts[fact] {
      case .participation: records.facts.insert(fact)
      case .attribute(let attribute):
        guard case .subject = attribute.value else { return nil }
        records.facts.insert(fact)
      case .event, .post, .relation, nil: return nil
      }
    }
    return Self.slots(nodes, isSubsetOf: records.facts) ? records : nil
  }

  /// A slot is drawn with its participation or not at all.
  private static func slots(_ nodes: [Node], isSubsetOf facts: Set<FactID>) -> Bool {
    nodes.allSatisfy { node in
      guard case .slot(let fact) = node.content else { return true }
      return facts.contains(fact)
    }
  }
}

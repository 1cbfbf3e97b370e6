public import CaseModel
public import GraphModel

/// Holds what is exported: the records as a filter shows them, weighed, and the graph of them.
public struct ExportEdition: Sendable {
  /// The records, with the status of every fact.
  public let view: CaseView
  /// What a format is to write where it has a choice.
  public var options = ExportOptions()
  private let others: OtherElements

  /// Makes an edition of what `view` shows.
  ///
  /// - Parameter others: Elements of the graph that are no records.
  public init(_ view: CaseView, others: KeyedGraph = KeyedGraph()) {
    self.view = view
    self.others = OtherElements(others)
  }

  /// Makes an edition of what `view` shows of a stored graph.
  ///
  /// - Parameters:
  ///   - stored: The whole graph, with all elements that are no records.
  ///   - content: All records of that graph, also those that `view` does not show.
  ///   - isPublic: Whether other elements with a true property `confidential` are left out.
  public init(_ view: CaseView, in stored: KeyedGraph, of content: CaseContent, isPublic: Bool) {
    self.view = view
    others = OtherElements(in: stored, beside: content, isPublic: isPublic)
  }

  /// All elements as queries see them, those that are no records included; in order of keys.
  ///
  /// Complexity: O(n log n) each time.
  public var graph: KeyedGraph {
    others.added(to: CaseGraphEncoder.graph(of: view.index.content))
  }

  /// The number of elements that are no records.
  ///
  /// Complexity: As `graph`.
  public var otherCount: Int {
    let (all, records) = (graph, CaseGraphEncoder.graph(of: view.index.content))
    return all.nodes.count - records.nodes.count + all.relationships.count
      - records.relationships.count
  }
}

/// Takes what an export writes.
public protocol ExportSink: AnyObject {
  /// Begins another file of a format that takes a folder.
  func begin(file: String) throws(FormatError)

  /// Writes bytes to the file begun last.
  func write(_ bytes: [UInt8]) throws(FormatError)

  /// Hears how many of the elements were written so far.
  func advance(to done: Int, of total: Int)
}

extension ExportSink {
  /// Writes text in UTF-8.
  public func write(_ text: String) throws(FormatError) { try write(Array(text.utf8)) }

  /// Does nothing.
  public func advance(to done: Int, of total: Int) {}
}

/// Says what was written, and what the format could not hold of this case.
public struct ExportReport: Hashable, Sendable {
  /// What was left out or flattened, with how much of it the case has.
  public struct Loss: Hashable, Sendable {
    /// What and how, such as "roles of participants become text".
    public let what: String
    /// How many records that concerns; never 0.
    public let count: Int

    /// Makes a loss.
    public init(_ what: String, count: Int) {
      self.what = what
      self.count = count
    }
  }

  /// How many of something were written.
  public struct Count: Hashable, Sendable {
    /// What, in the plural, such as "nodes".
    public let name: String
    /// How many.
    public let count: Int

    /// Makes a count.
    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// What was written, in order.
  public var counts: [Count] = []
  /// What is lost.
  public private(set) var losses: [Loss] = []

  /// Makes a report.
  public init() {}

  /// Notes a loss, unless it concerns nothing.
  public mutating func lose(_ what: String, count: Int) {
    if count > 0 { losses.append(Loss(what, count: count)) }
  }
}

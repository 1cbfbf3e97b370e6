public import CaseModel
public import GraphModel

/// Reads a file piece by piece into records, in memory that does not grow with the file.
public protocol ImportReader {
  /// Returns the next piece; `nil` at the end.
  ///
  /// - Throws: What makes the rest of the file unreadable. One unit that is wrong is a rejection.
  mutating func next() throws(FormatError) -> ImportBatch?

  /// Whether each piece has, among its records or in `homes`, the facts that its claims are about;
  /// else the facts of all pieces are remembered.
  var isSelfContained: Bool { get }
}

extension ImportReader {
  /// Not, unless a reader says so.
  public var isSelfContained: Bool { false }
}

/// Holds what one piece of a file says.
///
/// For every file the counts of all pieces satisfy `read = taken + merged + rejected`.
public struct ImportBatch: Sendable {
  /// The records; what they refer to is among them, in an earlier piece, or in the case.
  ///
  /// A record that comes again replaces the earlier one, so a reader that learns more of an entity
  /// gives all that it knows.
  public var content: CaseContent
  /// The nodes to which facts of earlier pieces belong that claims of this one are about.
  public var homes: [FactID: String] = [:]
  /// Elements of the graph that are no records.
  public var graph = KeyedGraph()
  /// Units (rows, entities, elements) in the piece.
  public var readCount = 0
  /// Units that became records of their own.
  public var takenCount = 0
  /// Units that say more of what an earlier unit began.
  public var mergedCount = 0
  /// Units, among those taken and merged, whose words for a date could not be read and stand in a
  /// note.
  public var undatedCount = 0
  /// Units that were not taken, in order.
  public var rejections: [Rejection] = []
  /// Bytes of the file read so far, for a progress bar.
  public var byteCount = 0

  /// Makes an empty piece.
  public init(info: CaseInfo = CaseInfo(id: "", title: "")) { content = CaseContent(info: info) }
}

/// Says which unit of a file was not taken, where it stands, and why.
public struct Rejection: Hashable, Sendable {
  /// What is wrong, where, and how to put it right.
  public let diagnostic: Diagnostic
  /// The unit as it stands in the file.
  public let text: String

  /// Makes a rejection.
  public init(_ diagnostic: Diagnostic, text: String) {
    self.diagnostic = diagnostic
    self.text = text
  }
}

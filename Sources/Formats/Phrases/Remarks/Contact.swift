public import CaseModel

/// Holds one contact that a remark tells of.
public struct Contact: Hashable, Sendable {
  /// Lists the kinds of contact.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// People met: "Met with ...", "Audience with ...", "Discussed ... with ...".
    case meeting
    /// Somebody travelled with the subject: "Accompanied President X".
    case company
    /// Something many take part in: "Attended the G7 Summit".
    case gathering
    /// Words in public: "Addressed Parliament".
    case statement
    /// "Signed a treaty".
    case signing
  }

  /// Which kind.
  public var kind: Kind
  /// What it was, for a gathering, statement or signing: "the G7 Summit".
  public var title: String?
  /// Whom the remark names.
  public var mentions: [Mention] = []
  /// What it was about.
  public var topic: String?
  /// Where, if the remark says it.
  public var place: String?
  /// When, if the remark says it.
  public var date: UncertainDate?
  /// The words of the remark.
  public var verbatim: String
  /// Pieces of these words that were not understood.
  public var unread: [String] = []
}

/// Holds what a remark says.
public struct RemarkReading: Hashable, Sendable {
  /// The contacts, in the order of the remark.
  public var contacts: [Contact] = []
  /// Sentences and clauses that tell of no contact or were not understood, as they stand.
  public var unread: [String] = []
}

/// Holds a document in which claims are found.
public struct Source: Hashable, Sendable {
  /// Unique in the case.
  public let id: SourceID
  /// Its title.
  public let title: String
  /// Who published it, as text.
  public let publisher: String?
  /// Who wrote it.
  public let author: String?
  /// Where it stands on the web (https or http).
  public let url: String?
  /// Where an archived copy stands on the web.
  public let archivedURL: String?
  /// When it was published.
  public let published: UncertainDate?
  /// When it was retrieved.
  public let retrieved: UncertainDate?
  /// The archived text, a path relative to the case file that named it.
  public let archivedText: String?
  /// SHA-256 of the archived text, 64 lower-case hexadecimal digits.
  public let sha256: String?
  /// Whether the source must stay out of a public export, with all that only it supports.
  public let isConfidential: Bool
  /// A remark for readers.
  public let note: String?

  /// Makes a source.
  public init(
    id: SourceID,
    title: String,
    publisher: String? = nil,
    author: String? = nil,
    url: String? = nil,
    archivedURL: String? = nil,
    published: UncertainDate? = nil,
    retrieved: UncertainDate? = nil,
    archivedText: String? = nil,
    sha256: String? = nil,
    isConfidential: Bool = false,
    note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.author = author
    self.url = url
    self.archivedURL = archivedURL
    self.published = published
    self.retrieved = retrieved
    self.archivedText = archivedText
    self.sha256 = sha256
    self.isConfidential = isConfidential
    self.note = note
  }
}

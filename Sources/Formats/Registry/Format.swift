/// Describes a file format, and how it is read and written here.
public struct Format: Sendable {
  /// Makes a reader of a file in the format.
  public typealias MakeReader =
    @Sendable (ByteSource) throws(FormatError) -> any ImportReader
  /// Writes a case into files of the format.
  public typealias Write =
    @Sendable (ExportEdition, any ExportSink) throws(FormatError) -> ExportReport

  /// What `--format` calls it, such as `graphml`.
  public let name: String
  /// What it is called, such as `GraphML`.
  public let title: String
  /// The version that is read and written, and who publishes it.
  public let specification: String
  /// The media type, such as `application/graphml+xml`.
  public let mediaType: String
  /// The endings of its files without the dot, the usual one first.
  public let extensions: [String]
  /// What of a case it cannot hold, each a clause such as "claims about claims".
  public let losses: [String]
  /// Whether it takes a folder of several files, and not one file.
  public let isFolder: Bool
  /// Tells whether a file that begins so is in the format.
  public let recognizes: @Sendable (FileStart) -> Bool
  /// Makes a reader; `nil` where the format is only written.
  public let makeReader: MakeReader?
  /// Writes a case; `nil` where the format is only read.
  public let write: Write?

  /// Describes a format.
  public init(
    name: String,
    title: String,
    specification: String,
    mediaType: String,
    extensions: [String],
    losses: [String] = [],
    isFolder: Bool = false,
    recognizes: @escaping @Sendable (FileStart) -> Bool = { _ in false },
    makeReader: MakeReader? = nil,
    write: Write? = nil
  ) {
    self.name = name
    self.title = title
    self.specification = specification
    self.mediaType = mediaType
    self.extensions = extensions
    self.losses = losses
    self.isFolder = isFolder
    self.recognizes = recognizes
    self.makeReader = makeReader
    self.write = write
  }
}

/// Holds what a format is recognised by.
public struct FileStart: Sendable {
  /// The path as given.
  public let path: String
  /// The first bytes, at most 64 KiB, unpacked and in UTF-8.
  public let text: String

  /// Makes a start.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

public import GraphModel

/// Reads a text document, YAML or JSON, into one tree that knows its places.
public struct DocumentText: Sendable {
  /// Longer documents are refused.
  public static let byteLimit = 64 << 20
  /// Deeper nesting is refused: no document of ours needs more.
  public static let nestingLimit = 64

  /// The tree.
  public let root: DocumentNode
  /// The text without a byte order mark.
  public let text: String

  /// Reads `bytes`: as JSON where the first character is a brace, else as YAML.
  ///
  /// - Parameter beginning: The line with which such a document begins, for whom it is empty.
  /// - Throws: `tooLarge`, `notText`, `jsonSyntax`, `yamlSyntax`, `duplicateKey`; positions name
  ///   places in `file`.
  public init(
    _ bytes: [UInt8],
    file: String,
    beginning: String = "format: backchannel-case"
  ) throws(FormatError) {
    guard bytes.count <= Self.byteLimit else {
      throw FormatError([
        Diagnostic(
          .tooLarge,
          "the file has \(bytes.count >> 20) MB, more than the \(Self.byteLimit >> 20) "
            + "MB that are read at once",
          file: file
        )
      ])
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      throw FormatError([Self.notText(body, file: file)])
    }
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    do throws(Diagnostic) {
      root =
        body.first(where: { !isSpace($0) }) == UInt8(ascii: "{")
        ? try JSONReader.read(body) : try YAMLReader.read(text, beginning: beginning)
    } catch {
      var diagnostic = error
      diagnostic.file = file
      throw FormatError([diagnostic], sourceText: text)
    }
    self.text = text
  }

  private static func notText(_ bytes: ArraySlice<UInt8>, file: String) -> Diagnostic {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    while case .valid(let character) = parser.parseScalar(from: &iterator) {
      if character.first == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += character.count
      }
    }
    return Diagnostic(
      .notText,
      "the file is not valid UTF-8",
      file: file,
      position: SourcePosition(line: line, column: column)
    )
  }
}

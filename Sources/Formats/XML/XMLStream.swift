import CExpat
import GraphModel

/// Reads XML piece by piece through Expat, within limits: nothing that a file says makes it read
/// another file, nest without end, or hold more than one long text in memory.
@safe final class XMLStream {
  /// What stands in the file, in order.
  enum Event {
    /// An element begins; names are without their prefix.
    case start(name: String, attributes: [String: String], position: SourcePosition)
    /// An element ends.
    case end(name: String)
    /// Text, perhaps part of it.
    case text(String)
  }

  /// Deeper nesting is refused.
  static let depthLimit = 100
  /// Longer texts, names and attributes are refused.
  static let textLimit = 4 << 20

  private let source: ByteSource
  private let parser: XML_Parser
  private var events: [Event] = []
  private var depth = 0
  private var fedCount = 0
  private var isAtEnd = false
  /// Found in a callback, thrown after it.
  private var failure: Diagnostic?

  init(_ source: ByteSource) throws(FormatError) {
    self.source = source
    // The source has turned any encoding into UTF-8 already, whatever the file declares.
    guard let parser = unsafe XML_ParserCreate("UTF-8") else {
      throw FormatError([Diagnostic(.tooLarge, "there is no memory to read XML")])
    }
    unsafe self.parser = unsafe parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { unsafe onStart($0, $1, $2) },
      { unsafe onEnd($0, $1) }
    )
    unsafe XML_SetCharacterDataHandler(parser) { unsafe onText($0, $1, $2) }
    // Expat opens no file by itself; a reference to one ends the reading.
    unsafe XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 0 }
    unsafe XML_SetSkippedEntityHandler(parser) { data, name, _ in unsafe onSkipped(data, name) }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Bytes read so far, as they stand in the file.
  var readCount: Int { source.readCount }

  /// Returns the events of the next piece, perhaps none; `nil` at the end.
  ///
  /// - Throws: `xmlSyntax` with line and column, `tooLarge`.
  func next() throws(FormatError) -> [Event]? {
    guard !isAtEnd else { return nil }
    let bytes = try source.next()
    isAtEnd = bytes.isEmpty
    fedCount += bytes.count
    events = []
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count),
        isAtEnd ? 1 : 0
      )
    }
    if let failure { throw FormatError([failure]) }
    guard status != XML_STATUS_ERROR else { throw FormatError([syntaxError]) }
    // What begins and does not end is kept by Expat until it does.
    guard fedCount - Int(unsafe XML_GetCurrentByteIndex(parser)) <= Self.textLimit else {
      throw FormatError([tooLong])
    }
    return events
  }

  private var position: SourcePosition {
    SourcePosition(
      line: Int(clamping: unsafe XML_GetCurrentLineNumber(parser)),
      column: Int(clamping: unsafe XML_GetCurrentColumnNumber(parser)) + 1
    )
  }

  private var syntaxError: Diagnostic {
    let code = unsafe XML_GetErrorCode(parser)
    if code == XML_ERROR_EXTERNAL_ENTITY_HANDLING { return foreignEntity(nil) }
    let message = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "no XML"
    return Diagnostic(
      .xmlSyntax,
      "the XML cannot be read: \(message)",
      file: source.file,
      position: position,
      remedy: "check the file with 'xmllint --noout', or write it anew with the program it is from"
    )
  }

  private var tooLong: Diagnostic {
    Diagnostic(
      .tooLarge,
      "a text or tag is longer than \(Self.textLimit) bytes",
      file: source.file,
      position: position,
      remedy: "shorten it"
    )
  }

  // MARK: - What Expat calls

  fileprivate func start(_ name: String, _ attributes: [String: String]) {
    depth += 1
    guard depth <= Self.depthLimit else {
      return stop(
        Diagnostic(
          .xmlSyntax,
          "elements are nested deeper than \(Self.depthLimit) levels",
          file: source.file,
          position: position,
          remedy: "flatten the file"
        )
      )
    }
    events.append(.start(name: name, attributes: attributes, position: position))
  }

  fileprivate func end(_ name: String) {
    depth -= 1
    events.append(.end(name: name))
  }

  fileprivate func text(_ text: String) { events.append(.text(text)) }

  fileprivate func refuseEntity(_ name: String?) { stop(foreignEntity(name)) }

  private func foreignEntity(_ name: String?) -> Diagnostic {
    Diagnostic(
      .xmlSyntax,
      "the entity \(name.map { "'&\($0);' " } ?? "")stands in another file, which is not read",
      file: source.file,
      position: position,
      remedy: "put the text itself into this file"
    )
  }

  private func stop(_ diagnostic: Diagnostic) {
    failure = failure ?? diagnostic
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// The part of a name behind its prefix.
  fileprivate static func localName(_ name: UnsafePointer<CChar>) -> String {
    let whole = unsafe String(cString: name)
    return whole.split(separator: ":").last.map(String.init) ?? whole
  }
}

private func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
  unsafe data.map { unsafe Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func onStart(
  _ data: UnsafeMutableRawPointer?,
  _ name: UnsafePointer<CChar>?,
  _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let stream = unsafe stream(data), let name = unsafe name else { return }
  var attributes: [String: String] = [:]
  // Names and values in turn, ended by a null.
  var index = 0
  while let list = unsafe list, let key = unsafe list[index], let value = unsafe list[index + 1] {
    unsafe attributes[String(cString: key)] = unsafe String(cString: value)
    index += 2
  }
  stream.start(unsafe XMLStream.localName(name), attributes)
}

private func onEnd(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let stream = unsafe stream(data), let name = unsafe name else { return }
  stream.end(unsafe XMLStream.localName(name))
}

private func onText(
  _ data: UnsafeMutableRawPointer?,
  _ text: UnsafePointer<CChar>?,
  _ length: Int32
) {
  guard let stream = unsafe stream(data), let text = unsafe text, length > 0 else { return }
  let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(length))
  stream.text(unsafe String(decoding: bytes, as: UTF8.self))
}

private func onSkipped(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  unsafe stream(data)?.refuseEntity(name.map { unsafe String(cString: $0) })
}

/// Holds the text of a Swift file with comments, or comments and literals, blanked out.
///
/// Blanks keep every character in its line, so that places found in the code are places in the
/// file. Literals of regular expressions are known only between `#/` and `/#`.
struct SourceFile {
  let path: String
  /// The text without comments and without what stands between quotes.
  let code: String
  /// The text without comments.
  let uncommented: String

  init(path: String, text: String) {
    self.path = path
    var scanner = SourceScanner(text)
    scanner.run()
    code = String(decoding: scanner.code, as: UTF8.self)
    uncommented = String(decoding: scanner.uncommented, as: UTF8.self)
  }

  /// The lines of the code, with their numbers from 1.
  var lines: [(number: Int, text: Substring)] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }

  /// The number of lines; a final line feed begins none.
  var lineCount: Int { lines.count - (code.hasSuffix("\n") ? 1 : 0) }
}

private struct SourceScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var code: [UInt8]
  private(set) var uncommented: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
    code = bytes
    uncommented = bytes
  }

  mutating func run() {
    while offset < bytes.count { scanCode() }
  }

  /// Passes one byte of code, or a whole comment or literal.
  private mutating func scanCode() {
    let hashes = bytes[offset...].prefix { $0 == UInt8(ascii: "#") }.count
    if starts("//") {
      blankComment { $0.starts("\n") }
    } else if starts("/*") {
      blankNestedComment()
    } else if starts("\"", at: hashes) {
      offset += hashes
      scanString(hashes)
    } else if hashes > 0, starts("/", at: hashes) {
      let end = "/" + String(repeating: "#", count: hashes)
      offset += hashes + 1
      blankLiteral { $0.starts(end) }
      offset += hashes + 1
    } else {
      offset += 1
    }
  }

  private func starts(_ text: String, at distance: Int = 0) -> Bool {
    bytes.dropFirst(offset + distance).starts(with: text.utf8)
  }

  private mutating func blank(isComment: Bool) {
    if offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      code[offset] = UInt8(ascii: " ")
      if isComment { uncommented[offset] = UInt8(ascii: " ") }
    }
    offset += 1
  }

  private mutating func blankComment(until isEnd: (Self) -> Bool) {
    while offset < bytes.count, !isEnd(self) { blank(isComment: true) }
  }

  private mutating func blankLiteral(until isEnd: (Self) -> Bool) {
    while offset < bytes.count, !isEnd(self) { blank(isComment: false) }
  }

  private mutating func blankNestedComment() {
    var depth = 0
    repeat {
      let step = starts("/*") ? 1 : starts("*/") ? -1 : 0
      depth += step
      for _ in 0...abs(step) { blank(isComment: true) }
    } while depth > 0 && offset < bytes.count
  }

  /// Passes a string literal, whose opening quote is next, with the code in it.
  private mutating func scanString(_ hashes: Int) {
    let isLong = starts("\"\"\"")
    let quotes = String(repeating: "\"", count: isLong ? 3 : 1)
    let marks = String(repeating: "#", count: hashes)
    offset += quotes.utf8.count
    while offset < bytes.count {
      if starts(quotes + marks) {
        offset += quotes.utf8.count + hashes
        return
      }
      if !isLong, starts("\n") { return }
      if starts("\\" + marks + "(") {
        scanInterpolation(hashes)
      } else if starts("\\" + marks) {
        for _ in 0..<(hashes + 2) { blank(isComment: false) }
      } else {
        blank(isComment: false)
      }
    }
  }

  private mutating func scanInterpolation(_ hashes: Int) {
    for _ in 0..<(hashes + 1) { blank(isComment: false) }
    var depth = 0
    repeat {
      if starts("(") { depth += 1 }
      if starts(")") { depth -= 1 }
      scanCode()
    } while depth > 0 && offset < bytes.count
  }
}

/// Makes the text of diagnostics in the manner of a compiler: place, message, the line with a
/// caret, and the remedy.
public struct DiagnosticRenderer: Sendable {
  /// Widest excerpt of a source line, in characters.
  public static let excerptWidth = 88

  private let lines: [Substring.UTF8View]

  /// Makes a renderer that quotes lines from `source`, the text of the file concerned.
  public init(source: String? = nil) {
    lines = source.map(Self.lines) ?? []
  }

  /// Returns several lines of text, without a final newline.
  public func text(of diagnostic: Diagnostic) -> String {
    var parts: [String] = [heading(diagnostic)]
    parts += excerpt(diagnostic)
    parts += candidates(diagnostic.candidates)
    if let remedy = diagnostic.remedy { parts.append("  fix: " + remedy) }
    return parts.joined(separator: "\n")
  }

  /// Words stand in one line; descriptions of several words in a line each.
  private func candidates(_ candidates: [String]) -> [String] {
    guard candidates.contains(where: { $0.contains(" ") }) else {
      return candidates.isEmpty ? [] : ["  did you mean: " + candidates.joined(separator: ", ")]
    }
    return ["  did you mean:"] + candidates.map { "    " + $0 }
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.file.map { [$0] } ?? []
    if let position = diagnostic.position {
      place += [String(position.line), String(position.column)]
    }
    let prefix = place.isEmpty ? "" : place.joined(separator: ":") + ": "
    let record = diagnostic.record.map { " [\($0)]" } ?? ""
    return prefix + diagnostic.severity.rawValue + ": " + diagnostic.message + record
  }

  private func excerpt(_ diagnostic: Diagnostic) -> [String] {
    guard let position = diagnostic.position, position.line >= 1, position.line <= lines.count
    else { return [] }
    let bytes = lines[position.line - 1]
    let line = Self.characters(bytes)
    // Positions count bytes; the marks must stand under characters.
    let before = max(1, position.column) - 1
    let start = min(Self.characters(bytes.prefix(before)).count, line.count)
    let length = Self.characters(bytes.dropFirst(before).prefix(diagnostic.length)).count
    let first = max(0, min(start - Self.excerptWidth / 2, line.count - Self.excerptWidth))
    let window = line[first...].prefix(Self.excerptWidth)
    let indent = line[first..<start].displayWidth
    let marked = line[start...].prefix(length).displayWidth
    let room = window.displayWidth - indent
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let marks = "^" + String(repeating: "~", count: max(1, min(marked, room)) - 1)
    return [
      "  \(number) | \(String(window))",
      "  \(gutter) | \(String(repeating: " ", count: indent))\(marks)",
    ]
  }

  /// Splits lines as readers and editors do, for whom a form feed or U+2028 begins none.
  private static func lines(_ source: String) -> [Substring.UTF8View] {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    return source[...].utf8.split(separator: feed, omittingEmptySubsequences: false)
      .flatMap { line in
        (line.last == carriage ? line.dropLast() : line)
          .split(separator: carriage, omittingEmptySubsequences: false)
      }
  }

  /// Returns the characters of a line, those without a width of their own as spaces.
  private static func characters(_ bytes: Substring.UTF8View) -> [Character] {
    String(decoding: bytes, as: UTF8.self).map { character in
      character.displayWidth == 0 ? " " : character
    }
  }
}

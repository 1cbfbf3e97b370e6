/// Makes the text of diagnostics in the manner of a compiler: place, message, the line with a
/// caret, and the remedy.
public struct DiagnosticRenderer: Sendable {
  /// Widest excerpt of a source line, in characters.
  public static let excerptWidth = 88

  private let lines: [Substring]

  /// Makes a renderer that quotes lines from `source`, the text of the file concerned.
  public init(source: String? = nil) {
    lines = source?.split(omittingEmptySubsequences: false) { $0.isNewline } ?? []
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
    let line = lines[position.line - 1].map { $0 == "\t" ? " " : $0 }
    // Columns count bytes; the caret must stand under a character.
    let before = String(lines[position.line - 1]).utf8.prefix(max(0, position.column - 1))
    let caret = min(String(decoding: before, as: UTF8.self).count, line.count)
    let start = max(0, min(caret - Self.excerptWidth / 2, line.count - Self.excerptWidth))
    let window = String(line.dropFirst(start).prefix(Self.excerptWidth))
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let room = max(1, Self.excerptWidth - (caret - start))
    let marks = "^" + String(repeating: "~", count: min(diagnostic.length, room) - 1)
    return [
      "  \(number) | \(window)",
      "  \(gutter) | \(String(repeating: " ", count: caret - start))\(marks)",
    ]
  }
}

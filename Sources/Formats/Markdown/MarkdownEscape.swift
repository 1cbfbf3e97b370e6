import GraphModel

/// Escapes text of unknown origin for Markdown (CommonMark with the tables of GitHub).
package enum MarkdownEscape {
  /// Returns the text on one line, with nothing left that Markdown, HTML or a table would read as
  /// a sign, and no address that a reader would make a link of.
  ///
  /// Control characters and characters that reorder text are written out as `\u{…}`.
  package static func text(_ text: String) -> String {
    let words = PlainText.printable(text, keepingLines: false)
      .split(separator: " ", omittingEmptySubsequences: true)
    return words.enumerated().map { position, word in
      escaped(word, isFirst: position == 0)
    }
    .joined(separator: " ")
  }

  private static func escaped(_ word: Substring, isFirst: Bool) -> String {
    var result = ""
    var digitsOnly = true
    let isAddress = word.lowercased().hasPrefix("www.") || word.contains("://")
    for (position, scalar) in word.unicodeScalars.enumerated() {
      let startsLine = isFirst && position == 0
      let needsEscape: Bool =
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "@": true
        case "#", "-", "+", "=": startsLine
        case ".", ")": isFirst && digitsOnly && position > 0 || isAddress && scalar == "."
        case ":": isAddress
        default: false
        }
      if !("0"..."9").contains(scalar) { digitsOnly = false }
      if needsEscape { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

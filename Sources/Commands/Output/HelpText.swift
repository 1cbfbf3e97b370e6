/// Prepares the texts of help, which are wrapped to the width of the terminal.
enum HelpText {
  /// Returns a text with each of its paragraphs in one line, so that it breaks where the terminal
  /// does and nowhere else; lines that are moved in stay as they are.
  static func flowing(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let last = lines.last, !last.isEmpty, !last.hasSuffix(":"), !last.hasPrefix(" "),
        !line.isEmpty, !line.hasPrefix(" ")
      {
        lines[lines.count - 1] = "\(last) \(line)"
      } else {
        lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n")
  }
}

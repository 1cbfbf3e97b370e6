import GraphModel

/// Breaks text into lines by the columns it takes on a screen.
public enum TextWrapping {
  /// Returns the text with newlines put in so that no line is wider than some columns, and no
  /// spaces at line ends.
  ///
  /// Lines break at spaces, and inside a word only when it is wider than a line. Newlines of the
  /// text stay. A character wider than a line stands alone.
  public static func wrapped(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(of: $0, columns: max(columns, 1)) }
      .joined(separator: "\n")
  }

  private static func lines(of paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let width =
        word.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        ? word.utf8.count : word.displayWidth
      if !line.isEmpty, used + 1 + width <= columns {
        line += " " + word
        used += 1 + width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      if width <= columns {
        (line, used) = (String(word), width)
        continue
      }
      (line, used) = ("", 0)
      for character in word {
        let width = character.displayWidth
        if !line.isEmpty, used + width > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += width
      }
    }
    return lines + [line]
  }
}

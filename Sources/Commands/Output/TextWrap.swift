import GraphModel

/// Breaks text into lines that fit a number of columns.
enum TextWrap {
  /// Returns the lines, at least one; words longer than a line are cut.
  ///
  /// Complexity: O(n).
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let size = word.displayWidth
      if !line.isEmpty, used + 1 + size <= width {
        line += " " + word
        used += 1 + size
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = (String(word), size)
      while used > width {
        let head = prefix(of: line, width: width)
        lines.append(String(head))
        line.removeFirst(head.count)
        used = line.displayWidth
      }
    }
    lines.append(line)
    return lines
  }

  /// Returns the text with spaces up to a number of columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }

  private static func prefix(of text: String, width: Int) -> Substring {
    var used = 0
    let head = text.prefix { character in
      used += character.displayWidth
      return used <= width
    }
    // One wide character in a line of one column must go somewhere.
    return head.isEmpty ? text.prefix(1) : head
  }
}

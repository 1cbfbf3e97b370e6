import GraphModel

/// Reads lines from a terminal, with editing, history and completion.
final class LineEditor {
  /// Tells how a line ended.
  enum Ending: Hashable {
    case entered(String)
    /// Ctrl-C.
    case cancelled
    /// Ctrl-D on an empty line, or the end of the input.
    case ended
  }

  private let write: (String) -> Void
  private let keys: KeyReader
  private let columns: () -> Int
  private let complete: (String) -> [String]
  private let history: ShellHistory
  private var line = EditedLine()
  private var draft = ""
  private var historyIndex = 0
  private var rowsBelowStart = 0

  init(
    keys: KeyReader,
    history: ShellHistory,
    columns: @escaping () -> Int,
    write: @escaping (String) -> Void,
    complete: @escaping (String) -> [String]
  ) {
    self.keys = keys
    self.history = history
    self.columns = columns
    self.write = write
    self.complete = complete
  }

  /// Reads one line after a prompt.
  func readLine(prompt: String) -> Ending {
    line = EditedLine()
    historyIndex = history.lines.count
    rowsBelowStart = 0
    while true {
      show(prompt)
      switch keys.read() {
      case .enter:
        line.moveToEnd()
        show(prompt)
        write("\r\n")
        return .entered(line.text)
      case .control("c"):
        write("^C\r\n")
        return .cancelled
      case .control("d") where line.text.isEmpty, .endOfInput:
        write("\r\n")
        return .ended
      case .tab: completeLine(prompt)
      case let key: edit(key)
      }
    }
  }

  private func edit(_ key: Key) {
    switch key {
    case .text(let character): line.insert(String(character))
    case .backspace: line.backspace()
    case .delete, .control("d"): line.delete()
    case .left, .control("b"): line.move(by: -1)
    case .right, .control("f"): line.move(by: 1)
    case .home, .control("a"): line.moveToStart()
    case .end, .control("e"): line.moveToEnd()
    case .wordLeft: line.moveWord(forward: false)
    case .wordRight: line.moveWord(forward: true)
    case .control("u"): line.cutToStart()
    case .control("k"): line.cutToEnd()
    case .control("w"): line.cutWord()
    case .up, .control("p"): recall(historyIndex - 1)
    case .down, .control("n"): recall(historyIndex + 1)
    case .control("l"):
      write("\u{1B}[H\u{1B}[2J")
      rowsBelowStart = 0
    default: break
    }
  }

  private func recall(_ index: Int) {
    guard (0...history.lines.count).contains(index) else { return }
    if historyIndex == history.lines.count { draft = line.text }
    historyIndex = index
    line = EditedLine(index == history.lines.count ? draft : history.lines[index])
  }

  // MARK: - Completion

  private func completeLine(_ prompt: String) {
    let before = line.textBeforeCursor
    let word = ShellCompletion.lastWord(of: before)
    let found = complete(before)
    guard let first = found.first else { return }
    let shared = found.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if found.count == 1 {
      line.replaceBeforeCursor(word.count, with: first)
    } else if shared.count > word.count {
      line.replaceBeforeCursor(word.count, with: shared)
    } else {
      write(
        "\r\n" + found.prefix(40).joined(separator: "  ") + (found.count > 40 ? " …" : "") + "\r\n"
      )
      rowsBelowStart = 0
    }
  }

  // MARK: - Showing

  /// Draws the line anew, over as many rows as it needs, and puts the cursor in its place.
  private func show(_ prompt: String) {
    let width = max(10, columns())
    let text = PlainText.printable(line.text, keepingLines: false)
    let total = prompt.displayWidth + text.displayWidth
    let before = PlainText.printable(line.textBeforeCursor, keepingLines: false)
    let cursor = prompt.displayWidth + before.displayWidth
    var output = "\r"
    if rowsBelowStart > 0 { output += "\u{1B}[\(rowsBelowStart)A" }
    output += "\u{1B}[J" + prompt + text
    if total > 0, total % width == 0 { output += "\r\n" }
    let up = total / width - cursor / width
    output += "\r" + (up > 0 ? "\u{1B}[\(up)A" : "")
    if cursor % width > 0 { output += "\u{1B}[\(cursor % width)C" }
    rowsBelowStart = cursor / width
    write(output)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

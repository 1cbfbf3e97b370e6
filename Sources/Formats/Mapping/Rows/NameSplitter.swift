/// Takes the names in one cell apart.
enum NameSplitter {
  /// A name, and what stood in brackets behind it.
  struct Part: Equatable {
    var name: String
    var bracket: String?
  }

  /// A cell may not hold more names.
  static let limit = 1000

  /// Returns the names of a cell; separators within brackets separate nothing.
  static func parts(_ cell: String, separators: [String], takesBrackets: Bool) -> [Part] {
    guard !cell.isEmpty else { return [] }
    let hasBracket = cell.utf8.contains(UInt8(ascii: "("))
    guard hasBracket || !separators.isEmpty else { return [Part(name: cell)] }
    return pieces(cell, separators).prefix(limit).compactMap { piece in
      let text = piece.trimmingSpaces
      guard !text.isEmpty else { return nil }
      guard takesBrackets, hasBracket else { return Part(name: text) }
      return withoutBracket(text)
    }
  }

  private static func pieces(_ cell: String, _ separators: [String]) -> [String] {
    guard !separators.isEmpty else { return [cell] }
    let bytes = Array(cell.utf8)
    let marks = separators.map { Array($0.lowercased().utf8) }
    let lowered = Array(cell.lowercased().utf8)
    // Lower case of another length would shift the places.
    let text = lowered.count == bytes.count ? lowered : bytes
    var pieces: [String] = []
    var (start, index, depth) = (0, 0, 0)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      let mark =
        depth == 0
        ? marks.first { $0.first == text[index] && text[index...].starts(with: $0) } : nil
      if let mark {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  private static func withoutBracket(_ text: String) -> Part {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return Part(name: text)
    }
    let name = String(text[..<open]).trimmingSpaces
    let inner = text[text.index(after: open)...].dropLast()
    guard !name.isEmpty else { return Part(name: text) }
    let bracket = String(inner).trimmingSpaces
    return Part(name: name, bracket: bracket.isEmpty ? nil : bracket)
  }
}

/// Holds a line that is being written, and the place of the cursor in it.
struct EditedLine: Hashable {
  private(set) var characters: [Character] = []
  /// The number of characters before the cursor.
  private(set) var cursor = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The whole line.
  var text: String { String(characters) }
  /// The part before the cursor.
  var textBeforeCursor: String { String(characters[..<cursor]) }

  mutating func insert(_ text: String) {
    characters.insert(contentsOf: text, at: cursor)
    cursor += text.count
  }

  mutating func backspace() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func delete() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func move(by offset: Int) { cursor = min(max(0, cursor + offset), characters.count) }

  mutating func moveToStart() { cursor = 0 }

  mutating func moveToEnd() { cursor = characters.count }

  mutating func moveWord(forward: Bool) {
    let step = forward ? 1 : -1
    func next() -> Character? {
      let index = forward ? cursor : cursor - 1
      return characters.indices.contains(index) ? characters[index] : nil
    }
    while let character = next(), !Self.isWord(character) { move(by: step) }
    while let character = next(), Self.isWord(character) { move(by: step) }
  }

  mutating func cutToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  mutating func cutToEnd() { characters.removeSubrange(cursor...) }

  mutating func cutWord() {
    let end = cursor
    moveWord(forward: false)
    characters.removeSubrange(cursor..<end)
  }

  /// Replaces the last `count` characters before the cursor.
  mutating func replaceBeforeCursor(_ count: Int, with text: String) {
    characters.removeSubrange((cursor - count)..<cursor)
    cursor -= count
    insert(text)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

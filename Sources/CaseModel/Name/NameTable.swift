/// Holds the texts of all owners, who are numbers here, and the tables that find them.
struct NameTable: Sendable {
  /// Holds one text of an owner.
  struct Text: Sendable {
    let owner: Int
    let kind: NameTextKind
    let text: String
    /// Number of words, small ones aside.
    let wordCount: Int
  }

  /// So many texts have their keys made side by side, and then put into the tables one by one.
  private static let blockLength = 1 << 14

  /// All texts, those of one owner side by side, owners ascending.
  let texts: [Text]
  /// The number of the first text of each owner; one more at the end.
  let firstText: [Int]
  /// Texts by whole name: folded, and in neutral spelling with and without titles.
  let wholes: PostingTable
  /// Texts by word in neutral spelling.
  let words: PostingTable
  /// Texts by the consonants of a word.
  let consonants: PostingTable

  /// Indexes texts, whose owners must be 0, 1, 2 and so on, in this order.
  ///
  /// O(characters) and a sort of the distinct keys.
  init(_ entries: some Collection<(owner: Int, kind: NameTextKind, text: String)>) {
    var texts: [Text] = []
    var firstText: [Int] = []
    var wholes = PostingTable.Builder()
    var words = PostingTable.Builder()
    var consonants = PostingTable.Builder()
    texts.reserveCapacity(entries.count)
    var rest = entries[...]
    while !rest.isEmpty {
      let block = Array(rest.prefix(Self.blockLength))
      rest = rest.dropFirst(block.count)
      for ((owner, kind, text), keys) in zip(block, Self.keys(of: block.map(\.text))) {
        let number = Int32(clamping: texts.count)
        if owner == firstText.count { firstText.append(texts.count) }
        let count = keys.words.withoutSmallWords.count
        texts.append(Text(owner: owner, kind: kind, text: text, wordCount: count))
        wholes.add(keys.folded, text: number)
        guard kind != .identifier else { continue }
        for key in keys.words.joinedNeutral { wholes.add(key, text: number) }
        for key in keys.words.withoutTitles.joinedNeutral { wholes.add(key, text: number) }
        for word in keys.words + keys.extraWords {
          for key in word.neutral { words.add(key, text: number) }
          for key in word.consonants { consonants.add(key, text: number) }
        }
      }
    }
    firstText.append(texts.count)
    self.texts = texts
    self.firstText = firstText
    self.wholes = wholes.finished()
    self.words = words.finished()
    self.consonants = consonants.finished()
  }

  private static func keys(of texts: [String]) -> [NameKeys] {
    SideBySide.flatMap(texts.indices) { part in
      // Events of one kind between the same two have one title, and registers have many of them.
      var known: [String: NameKeys] = [:]
      return texts[part].map { text in
        let keys = known[text] ?? NameKeys(text)
        known[text] = keys
        return keys
      }
    }
  }
}

import Foundation

/// Holds the words of a text as searches compare them: runs of letters and digits, without case and
/// accents.
struct SearchWords {
  private(set) var words: [String] = []

  /// Takes a text apart.
  ///
  /// Complexity: linear in the text.
  static func of(_ text: String) -> SearchWords {
    var found = SearchWords()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      found.words = asciiWords(of: text)
      return found
    }
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
      locale: nil
    )
    found.words = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return found
  }

  /// Most texts are plain, and need no look at what their characters are.
  private static func asciiWords(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether each of other words is the beginning of a word.
  func haveBeginnings(_ others: SearchWords) -> Bool {
    others.words.allSatisfy { other in words.contains { $0.utf8.starts(with: other.utf8) } }
  }
}

/// Finds nodes by words of their texts, in any order.
struct WordIndex {
  private let words: OrderedTexts
  /// The nodes by place.
  private let nodes: ContiguousArray<UInt32>

  /// Indexes nodes by the words of their texts; `nil` where these are too many bytes.
  ///
  /// Complexity: O(n log n) in the number of words.
  init?(_ entries: some Sequence<(node: UInt32, text: String)>) {
    let words = entries.lazy.flatMap { entry in
      SearchWords.of(entry.text).words.lazy.map { (node: entry.node, text: $0) }
    }
    guard let (ordered, nodes) = OrderedTexts.sorting(words) else { return nil }
    self.words = ordered
    self.nodes = nodes
  }

  /// Returns the nodes with a word for each of some beginnings, in ascending order; `nil` where no
  /// beginning is given, which all nodes have.
  ///
  /// Complexity: linear in the words that have one of the beginnings.
  func nodes(having beginnings: SearchWords) -> ContiguousArray<UInt32>? {
    let ranges = beginnings.words.map { words.places(withPrefix: Array($0.utf8)) }
      .sorted { $0.count < $1.count }
    guard let rarest = ranges.first else { return nil }
    var found = Set(nodes[rarest])
    for range in ranges.dropFirst() where !found.isEmpty {
      found =
        found.count * Self.worthTesting < range.count
        ? found : found.intersection(nodes[range])
    }
    return ContiguousArray(found.sorted())
  }

  /// Nodes that are so many times fewer than the words of a beginning are rather looked at one by one,
  /// by whoever asked.
  private static let worthTesting = 64
}

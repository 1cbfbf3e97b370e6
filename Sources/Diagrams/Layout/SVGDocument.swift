/// An SVG document as Graphviz writes it.
public enum SVGDocument {
  /// Returns the document without XML declaration, document type, processing instructions and
  /// comments: these tell of the machine, and none may stand in an HTML page.
  ///
  /// What is left is well-formed by itself if the input was, in UTF-8 as XML assumes, and ends
  /// with one newline. Broken markup is kept from where it breaks.
  ///
  /// - Complexity: O(n).
  public static func cleaned(_ document: [UInt8]) -> [UInt8] {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(document.count)
    var rest = document[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      append(rest[..<start], to: &cleaned)
      rest = rest[start...]
      let length = lengthOfMarkup(rest)
      if !isLeftOut(rest) { cleaned += rest.prefix(length) }
      rest = rest.dropFirst(length)
    }
    append(rest, to: &cleaned)
    return cleaned
  }

  /// Appends text, without the newline that ends a line now empty.
  private static func append(_ text: ArraySlice<UInt8>, to cleaned: inout [UInt8]) {
    let newline = UInt8(ascii: "\n")
    let followsBreak = cleaned.last.map { $0 == newline } ?? true
    cleaned += followsBreak && text.first == newline ? text.dropFirst() : text
  }

  private static func isLeftOut(_ markup: ArraySlice<UInt8>) -> Bool {
    ["<?", "<!--", "<!DOCTYPE"].contains { markup.starts(with: $0.utf8) }
  }

  /// Returns the length of the tag, comment or other markup at the start.
  private static func lengthOfMarkup(_ markup: ArraySlice<UInt8>) -> Int {
    for (opening, closing) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
    where markup.starts(with: opening.utf8) {
      return length(of: markup, through: Array(closing.utf8), after: opening.utf8.count)
    }
    var quote: UInt8?
    var depth = 0
    for (offset, byte) in markup.enumerated() {
      switch byte {
      case quote: quote = nil
      case _ where quote != nil: continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return offset + 1
      default: continue
      }
    }
    return markup.count
  }

  private static func length(
    of markup: ArraySlice<UInt8>,
    through closing: [UInt8],
    after opening: Int
  ) -> Int {
    var start = markup.startIndex + opening
    while let index = markup[start...].firstIndex(of: closing[0]) {
      if markup[index...].starts(with: closing) {
        return index + closing.count - markup.startIndex
      }
      start = index + 1
    }
    return markup.count
  }
}

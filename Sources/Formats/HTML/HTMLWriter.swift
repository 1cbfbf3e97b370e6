import GraphModel

/// Holds a page in which one thing may still be missing.
package struct HTMLPage: Sendable {
  /// The page without it.
  package let bytes: [UInt8]
  private let gap: Int?

  /// Writes a tree of HTML.
  ///
  /// - Complexity: O(n) in the bytes written.
  package init(_ root: HTML.Node) {
    var writer = HTMLWriter()
    writer.put("<!DOCTYPE html>\n")
    writer.write(root)
    (bytes, gap) = (writer.bytes, writer.gap)
  }

  /// Returns the page with markup in its gap, which was checked and escaped by whoever made it.
  package func filled(_ markup: [UInt8]) -> [UInt8] {
    guard let gap else { return bytes }
    return bytes[..<gap] + markup + bytes[gap...]
  }
}

/// Writes a tree of HTML as bytes.
private struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var gap: Int?

  mutating func put(_ markup: String) { bytes += markup.utf8 }

  mutating func write(_ node: HTML.Node) {
    switch node {
    case .text(let text): HTMLEscape.text(text, to: &bytes)
    case .gap: gap = bytes.count
    case .code(let tag, let code): put("<\(tag.rawValue)>\(code)</\(tag.rawValue)>\n")
    case .element(let tag, let attributes, let content):
      put("<\(tag.rawValue)")
      for attribute in attributes { write(attribute) }
      guard !tag.isVoid else { return put(" />\n") }
      put(">")
      for node in content { write(node) }
      put("</\(tag.rawValue)>")
      if tag.endsLine { put("\n") }
    }
  }

  private mutating func write(_ attribute: HTML.Attribute) {
    for (name, value) in attribute.pairs {
      put(" \(name)=\"")
      HTMLEscape.attribute(value, to: &bytes)
      put("\"")
    }
  }
}

extension HTML.Tag {
  /// Whether a line of the file ends with the element, so that files can be compared by lines.
  fileprivate var endsLine: Bool {
    switch self {
    case .a, .strong, .q, .bdi, .code, .span, .rect, .path, .svg: false
    default: true
    }
  }
}

extension HTML.Attribute {
  /// The names and values that are written; the values are escaped later.
  fileprivate var pairs: [(String, String)] {
    switch self {
    case .id(let id): [("id", id)]
    case .class(let names): [("class", names)]
    case .href(.part(let id)): [("href", "#" + id)]
    case .href(.web(let address)):
      [("href", address.text), ("rel", "noopener noreferrer nofollow"), ("target", "_blank")]
    case .lang(let tag): [("lang", tag)]
    case .dir(let direction): [("dir", direction.rawValue)]
    case .label(let text): [("aria-label", text)]
    case .labelledBy(let id): [("aria-labelledby", id)]
    case .isHidden: [("hidden", "hidden")]
    case .isHiddenFromReaders: [("aria-hidden", "true")]
    case .role(let name): [("role", "\(name)")]
    case .scope(let name): [("scope", "\(name)")]
    case .columnSpan(let count): [("colspan", String(count))]
    case .dataLabel(let text): [("data-label", text)]
    case .dataAction(let name): [("data-action", "\(name)")]
    case .tabIndex(let index): [("tabindex", String(index))]
    case .isButton: [("type", "button")]
    case .meta(let name, let content): [("name", "\(name)"), ("content", content)]
    case .policy(let policy): [("http-equiv", "Content-Security-Policy"), ("content", policy)]
    case .charset: [("charset", "utf-8")]
    case .viewBox(let box): [("viewBox", "\(box)")]
    case .preserveAspectRatio(let rule): [("preserveAspectRatio", "\(rule)")]
    case .number(let name, let number): [("\(name)", Self.text(number))]
    }
  }

  /// Two places after the point, none where they are zero.
  private static func text(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}

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
      put("<")
      put(tag.rawValue)
      for attribute in attributes { attribute.write(to: &self) }
      guard !tag.isVoid else { return put(" />\n") }
      put(">")
      for node in content { write(node) }
      put("</")
      put(tag.rawValue)
      put(tag.endsLine ? ">\n" : ">")
    }
  }

  mutating func put(_ name: String, _ value: String) {
    put(" ")
    put(name)
    put("=\"")
    HTMLEscape.attribute(value, to: &bytes)
    put("\"")
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
  fileprivate func write(to writer: inout HTMLWriter) {
    switch self {
    case .id(let id): writer.put("id", id)
    case .class(let names): writer.put("class", names)
    case .href(.part(let id)): writer.put("href", "#" + id)
    case .href(.web(let address)):
      writer.put("href", address.text)
      writer.put("rel", "noopener noreferrer nofollow")
      writer.put("target", "_blank")
    case .lang(let tag): writer.put("lang", tag)
    case .dir(let direction): writer.put("dir", direction.rawValue)
    case .label(let text): writer.put("aria-label", text)
    case .labelledBy(let id): writer.put("aria-labelledby", id)
    case .isHidden: writer.put("hidden", "hidden")
    case .isHiddenFromReaders: writer.put("aria-hidden", "true")
    case .role(let name): writer.put("role", name.description)
    case .scope(let name): writer.put("scope", name.description)
    case .columnSpan(let count): writer.put("colspan", String(count))
    case .dataLabel(let text): writer.put("data-label", text)
    case .dataAction(let name): writer.put("data-action", name.description)
    case .tabIndex(let index): writer.put("tabindex", String(index))
    case .isButton: writer.put("type", "button")
    case .meta(let name, let content):
      writer.put("name", name.description)
      writer.put("content", content)
    case .policy(let policy):
      writer.put("http-equiv", "Content-Security-Policy")
      writer.put("content", policy)
    case .charset: writer.put("charset", "utf-8")
    case .viewBox(let box): writer.put("viewBox", box.description)
    case .preserveAspectRatio(let rule): writer.put("preserveAspectRatio", rule.description)
    case .number(let name, let number): writer.put(name.description, Self.text(number))
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

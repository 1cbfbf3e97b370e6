import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a reader of an SVG document sees; nil if it is not well-formed XML.
struct ParsedSVG {
  private(set) var texts: [String] = []
  private(set) var tooltips: [String] = []
  private(set) var links: [String] = []
  private(set) var ids: [String] = []
  private(set) var elements: [String] = []
  private(set) var attributes: Set<String> = []

  init?(_ document: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(document))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.svg
  }

  private init() {}

  private final class Reader: NSObject, XMLParserDelegate {
    var svg = ParsedSVG()
    private var text: String?

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      svg.elements.append(element)
      svg.attributes.formUnion(attributes.keys)
      svg.tooltips += [attributes["xlink:title"]].compactMap(\.self)
      svg.links += [attributes["xlink:href"]].compactMap(\.self)
      svg.ids += [attributes["id"]].compactMap(\.self)
      if element == "text" { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      text? += characters
    }

    func parser(
      _ parser: XMLParser,
      didEndElement element: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard element == "text", let text else { return }
      svg.texts.append(text)
      self.text = nil
    }
  }
}

extension ParsedSVG {
  /// The lines of text, joined, with ordinary spaces.
  var shown: String {
    texts.joined(separator: "\n").replacing("\u{A0}", with: " ")
  }
}

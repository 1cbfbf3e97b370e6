import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a strict reader sees in a page; nil where it is not well-formed XML.
struct ParsedPage {
  /// Holds one element.
  struct Element {
    let name: String
    let attributes: [String: String]
    /// All text in it.
    var text = ""
  }

  /// The elements in the order in which they begin.
  private(set) var elements: [Element] = []

  init?(_ bytes: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// The targets of links within the page.
  var fragments: [String] { links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) } }

  var links: [String] { elements.compactMap { $0.attributes["href"] } }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: element, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      for position in open { elements[position].text += characters }
    }

    func parser(
      _ parser: XMLParser,
      didEndElement element: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}

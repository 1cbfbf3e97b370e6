import Foundation

@testable import Diagrams

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Finds the boxes of the texts of an SVG document, by place, anchor and estimated width.
struct TextBoxes {
  struct Box {
    let text: String
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    var width: Double { x.upperBound - x.lowerBound }

    /// The text and where it is.
    var shown: String { "'\(text)' (x \(x), y \(y))" }
  }

  let boxes: [Box]

  init(_ document: [UInt8]) {
    let reader = Reader()
    let parser = XMLParser(data: Data(document))
    parser.delegate = reader
    _ = parser.parse()
    boxes = reader.boxes
  }

  /// The texts of pairs of boxes of which one covers another by more than a point, or, in one line, by
  /// more than what the estimate of a width may be wrong by.
  static func overlaps(_ boxes: [Box]) -> [String] {
    boxes.indices.flatMap { first in
      boxes[(first + 1)...].filter { other in
        let box = boxes[first]
        let slack = box.y == other.y ? max(1, 0.15 * min(box.width, other.width)) : 1
        return min(box.x.upperBound, other.x.upperBound) - max(box.x.lowerBound, other.x.lowerBound)
          > slack
          && min(box.y.upperBound, other.y.upperBound)
            - max(box.y.lowerBound, other.y.lowerBound) > 1
      }
      .map { "\(boxes[first].shown) and \($0.shown)" }
    }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var boxes: [Box] = []
    private var open: (text: String, attributes: [String: String])?

    func parser(
      _ parser: XMLParser,
      didStartElement element: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      if element == "text" { open = ("", attributes) }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      open?.text += characters
    }

    func parser(
      _ parser: XMLParser,
      didEndElement element: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard element == "text", let (written, attributes) = open else { return }
      open = nil
      var text = written
      while text.last?.isWhitespace == true { text.removeLast() }
      func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
      let size = number("font-size")
      // The estimate is generous; what is drawn is about a twentieth narrower, and a middle dot takes a
      // third of the size.
      let isBold = attributes["font-weight"] == "bold"
      let dots = text.count { $0 == "·" }
      let width =
        TextWidth.points(text, size: size, isBold: isBold) * 0.95 - Double(dots) * 0.35 * size
      let start = number("x") - (attributes["text-anchor"] == "middle" ? width / 2 : 0)
      let base = number("y")
      guard width > 0 else { return }
      boxes.append(
        Box(text: text, x: start...(start + width), y: (base - 0.72 * size)...(base + 0.2 * size))
      )
    }
  }
}

/// A drawing of Graphviz made fit to stand within a page.
///
/// Its ids get a prefix, so that two drawings can stand in one page; what stands for a record
/// becomes a link to its place in the page; links to elsewhere go; names of nodes give way to the
/// texts shown on hover; the size is left to the page. Elements and attributes beyond those that
/// drawings need are refused: neither scripts nor anything that loads something is among them.
public struct EmbeddedSVG: Sendable {
  /// The markup: one element `svg`, well-formed as HTML and as XML.
  public private(set) var bytes: [UInt8] = []
  /// The places in the page that something in the drawing leads to.
  public private(set) var linkedPlaces: Set<String> = []

  private let idPrefix: String
  private let places: [String: String]
  /// The open elements, each with the name it was given and the place that all in it leads to.
  private var open: [(name: String, written: String, place: String?)] = []

  /// Takes a document that `SVGDocument.cleaned` has returned.
  ///
  /// - Parameters:
  ///   - idPrefix: What every id in the drawing begins with.
  ///   - places: The ids in the page by ids in the drawing.
  /// - Throws: `graphvizFailed` for markup that is broken or holds what may not stand in a page.
  /// - Complexity: O(n).
  public init(_ document: [UInt8], idPrefix: String, places: [String: String])
    throws(RenderingError)
  {
    self.idPrefix = idPrefix
    self.places = places
    bytes.reserveCapacity(document.count)
    var reader = SVGTagReader(document)
    while let part = try reader.next() {
      switch part {
      case .text(let text): if open.last?.name != "title" { bytes += text }
      case .end(let name): try end(name)
      case .start(let name, let attributes, let isEmpty):
        try start(name, attributes, isEmpty: isEmpty)
      }
    }
    guard open.isEmpty, !bytes.isEmpty else { throw Self.error("the drawing ends too early") }
  }

  private static let elements: Set<String> = [
    "svg", "g", "title", "a", "polygon", "polyline", "path", "ellipse", "circle", "rect", "line",
    "text", "tspan", "defs", "linearGradient", "radialGradient", "stop",
  ]

  private static let attributes: Set<String> = [
    "viewBox", "id", "class", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-opacity", "fill-opacity", "opacity", "points",
    "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "rx", "ry", "r", "dx", "dy", "width",
    "height", "text-anchor", "font-family", "font-size", "font-weight", "font-style",
    "text-decoration", "baseline-shift", "textLength", "lengthAdjust", "letter-spacing",
    "gradientUnits", "offset", "stop-color", "stop-opacity", "xml:space",
  ]

  // MARK: - Elements

  private mutating func start(
    _ name: String,
    _ attributes: [SVGTagReader.Attribute],
    isEmpty: Bool
  ) throws(RenderingError) {
    guard Self.elements.contains(name) else { throw Self.error("it has an element '\(name)'") }
    guard !open.isEmpty || bytes.isEmpty && name == "svg" else {
      throw Self.error("it has more than one element at the top")
    }
    let id = attributes.first { $0.name == "id" }.map { Self.plain($0.value) }
    let place = id.flatMap { places[$0] } ?? open.last?.place
    // Names of nodes mean nothing to readers.
    guard name != "title" else {
      if !isEmpty { open.append((name, name, place)) }
      return
    }
    // What leads nowhere is no link, only a group with a text shown on hover.
    let written = name == "a" && place == nil ? "g" : name
    bytes.append("<" + written)
    var tooltip: ArraySlice<UInt8> = []
    for attribute in attributes {
      if name == "a", attribute.name == "xlink:title" { tooltip = attribute.value }
      try write(attribute, of: name)
    }
    if name == "a", let place { link(to: place) }
    bytes.append(isEmpty ? "/>" : ">")
    // Text shown on hover, which readers that do not see take for the name.
    if name == "a", !isEmpty, !tooltip.isEmpty {
      bytes.append("<title>")
      bytes += tooltip
      bytes.append("</title>")
    }
    if !isEmpty { open.append((name, written, place)) }
  }

  private mutating func end(_ name: String) throws(RenderingError) {
    guard let last = open.popLast(), last.name == name else {
      throw Self.error("its elements overlap")
    }
    if name != "title" { bytes.append("</\(last.written)>") }
  }

  /// Only the first of several links to one place is met on the way through the page by keyboard.
  private mutating func link(to place: String) {
    bytes.append(" href=\"#\(place)\"")
    if !linkedPlaces.insert(place).inserted { bytes.append(" tabindex=\"-1\"") }
  }

  private mutating func write(_ attribute: SVGTagReader.Attribute, of element: String)
    throws(RenderingError)
  {
    let isSize = element == "svg" && ["width", "height"].contains(attribute.name)
    let isDropped = attribute.name.hasPrefix("xlink:") || attribute.name.hasPrefix("xmlns")
    guard !isSize, !isDropped, !["target", "style"].contains(attribute.name) else { return }
    guard Self.attributes.contains(attribute.name) else {
      throw Self.error("it has an attribute '\(attribute.name)'")
    }
    bytes.append(" ")
    bytes.append(attribute.name)
    bytes.append("=\"")
    if attribute.name == "id" {
      bytes.append(idPrefix)
      bytes.append(Self.plain(attribute.value))
    } else {
      bytes += try local(attribute.value)
    }
    bytes.append("\"")
  }

  /// Returns a value that leads to nothing outside of the drawing.
  private func local(_ value: ArraySlice<UInt8>) throws(RenderingError) -> ArraySlice<UInt8> {
    // Looking for one byte first is much faster, and there are thousands of values.
    guard value.contains(UInt8(ascii: "(")),
      value.indices.contains(where: { value[$0...].starts(with: Self.address) })
    else { return value }
    let text = String(decoding: value, as: UTF8.self)
    guard text.hasPrefix("url(#") else { throw Self.error("it loads '\(text)'") }
    return ArraySlice("url(#\(idPrefix)\(text.dropFirst("url(#".count))".utf8)
  }

  private static let address = Array("url(".utf8)
  private static let hyphen = Array("&#45;".utf8)

  /// Graphviz writes the hyphen of an id as a reference.
  private static func plain(_ id: ArraySlice<UInt8>) -> String {
    var next = id.firstIndex(of: hyphen[0]) ?? id.endIndex
    var plain = Array(id[..<next])
    while next < id.endIndex {
      let isHyphen = id[next] == hyphen[0] && id[next...].starts(with: hyphen)
      plain.append(isHyphen ? UInt8(ascii: "-") : id[next])
      next += isHyphen ? hyphen.count : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  fileprivate static func error(_ what: String) -> RenderingError { SVGTagReader.error(what) }
}

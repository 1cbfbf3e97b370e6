/// Writes a `DOTGraph` as canonical text: the same graph always gives the same bytes.
///
/// Every name and value is quoted, attributes are sorted by name, statements keep their order.
/// This is the only place where DOT text is made.
public struct DOTWriter {
  let limits: DOTTextLimits
  var bytes: [UInt8] = []

  private init(limits: DOTTextLimits) {
    self.limits = limits
  }

  /// Returns the text of a graph, ending in a newline.
  ///
  /// - Complexity: O(n) in the size of the graph; nesting takes no stack.
  public static func text(
    of graph: DOTGraph,
    limits: DOTTextLimits = DOTTextLimits()
  ) -> String {
    var writer = DOTWriter(limits: limits)
    writer.write(graph)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ graph: DOTGraph) {
    bytes.append(graph.isDirected ? "digraph " : "graph ")
    writeQuoted(graph.title.flatMap(title) ?? DOTIdentifier(graph.id).text)
    bytes.append(" {\n")
    writeDefaults("graph", graph.attributes, depth: 1)
    writeDefaults("node", graph.nodeDefaults, depth: 1)
    writeDefaults("edge", graph.edgeDefaults, depth: 1)
    write(graph.statements, arrow: graph.isDirected ? " -> " : " -- ")
    bytes.append("}\n")
  }

  private mutating func write(_ statements: [DOTStatement], arrow: String) {
    var open = [statements.makeIterator()]
    while let level = open.indices.last {
      switch open[level].next() {
      case .node(let node):
        indent(open.count)
        writeQuoted(DOTIdentifier(node.id).text)
        write(node.attributes)
      case .edge(let edge):
        indent(open.count)
        writeQuoted(DOTIdentifier(edge.tail).text)
        bytes.append(arrow)
        writeQuoted(DOTIdentifier(edge.head).text)
        write(edge.attributes)
      case .subgraph(let subgraph):
        indent(open.count)
        bytes.append("subgraph ")
        writeQuoted(subgraph.name)
        bytes.append(" {\n")
        open.append(subgraph.statements.makeIterator())
        writeDefaults("graph", subgraph.attributes, depth: open.count)
      case nil:
        open.removeLast()
        guard !open.isEmpty else { return }
        indent(open.count)
        bytes.append("}\n")
      }
    }
  }

  private mutating func writeDefaults(
    _ keyword: String,
    _ attributes: DOTAttributes,
    depth: Int
  ) {
    guard !attributes.isEmpty else { return }
    indent(depth)
    bytes.append(keyword)
    write(attributes)
  }

  /// Writes attributes and the end of the line; one whose value cannot be written safely is left out.
  private mutating func write(_ attributes: DOTAttributes) {
    var isFirst = true
    for (attribute, value) in attributes.sorted {
      let start = bytes.count
      bytes.append(isFirst ? " [\"" : ", \"")
      bytes.append(attribute.rawValue)
      bytes.append("\"=")
      if write(value) {
        isFirst = false
      } else {
        bytes.removeSubrange(start...)
      }
    }
    bytes.append(isFirst ? ";\n" : "];\n")
  }

  private mutating func indent(_ depth: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Writes the quoted value and returns whether there is a safe way to.
  private mutating func write(_ value: DOTValue) -> Bool {
    switch value {
    case .plain(let text): writeQuoted { DOTEscape.label($0.label(text), to: &$0.bytes) }
    case .html(let label): writeHTML(label)
    case .tooltip(let text): writeQuoted { DOTEscape.tooltip($0.tooltip(text), to: &$0.bytes) }
    case .url(let link):
      guard let link = DOTLink.safe(link) else { return false }
      writeQuoted(DOTEscape.link(link))
    case .keyword(let keyword):
      guard let keyword = Self.keyword(keyword) else { return false }
      writeQuoted(keyword)
    case .number(let number):
      guard let number = Self.number(number) else { return false }
      writeQuoted(number)
    case .identifier(let name): writeQuoted(DOTIdentifier(name).text)
    case .cluster(let id): writeQuoted(DOTSubgraph(id: id).name)
    }
    return true
  }

  private mutating func writeQuoted(_ text: String) {
    writeQuoted { DOTEscape.string(text, to: &$0.bytes) }
  }

  private mutating func writeQuoted(_ write: (inout DOTWriter) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    write(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeHTML(_ label: HTMLLabel) {
    bytes.append(UInt8(ascii: "<"))
    let start = bytes.count
    write(label, depth: 0)
    if bytes.count > start {
      bytes.append(UInt8(ascii: ">"))
    } else {
      bytes.removeLast()
      bytes.append("\"\"")
    }
  }

  /// Returns a title as the name of the graph, nil if nothing of it can be shown.
  ///
  /// SVG shows the name as its title. A backslash could escape the quote that ends it.
  private func title(_ title: String) -> String? {
    let line = label(title).replacing("\n", with: " ").replacing("\\", with: "/")
    return line.isEmpty ? nil : line.replacing("&", with: "&amp;")
  }

  func label(_ text: String) -> String {
    DOTText.cleaned(text, characters: limits.labelCharacters, lines: limits.labelLines)
  }

  func tooltip(_ text: String) -> String {
    DOTText.cleaned(text, characters: limits.tooltipCharacters)
  }

  static func keyword(_ keyword: String) -> String? {
    let isSafe =
      (1...128).contains(keyword.utf8.count)
      && keyword.utf8.allSatisfy { byte in
        DOTCharacters.isAlphanumeric(byte) || "_,.#+ -".utf8.contains(byte)
      }
    return isSafe ? keyword : nil
  }

  static func number(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    return Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension DOTSubgraph {
  /// The name in DOT; Graphviz takes a subgraph for a cluster by its beginning.
  var name: String { (isCluster ? "cluster_" : "group_") + DOTIdentifier(id).text }
}

/// Writes a `DOTGraph` as canonical text: the same graph always gives the same bytes.
///
/// Every name and value is quoted, attributes are sorted by name, statements keep their order.
/// This is the only place where DOT text is made.
public struct DOTWriter {
  let limits: DOTTextLimits
  private var text = ""

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
    return writer.text
  }

  private mutating func write(_ graph: DOTGraph) {
    text += graph.isDirected ? "digraph " : "graph "
    text += (graph.title.flatMap(title) ?? Self.name(graph.id)) + " {\n"
    writeDefaults("graph", graph.attributes, depth: 1)
    writeDefaults("node", graph.nodeDefaults, depth: 1)
    writeDefaults("edge", graph.edgeDefaults, depth: 1)
    write(graph.statements, arrow: graph.isDirected ? " -> " : " -- ")
    text += "}\n"
  }

  private mutating func write(_ statements: [DOTStatement], arrow: String) {
    var open = [statements.makeIterator()]
    while let level = open.indices.last {
      switch open[level].next() {
      case .node(let node):
        writeLine(Self.name(node.id), node.attributes, depth: open.count)
      case .edge(let edge):
        let ends = Self.name(edge.tail) + arrow + Self.name(edge.head)
        writeLine(ends, edge.attributes, depth: open.count)
      case .subgraph(let subgraph):
        indent(open.count)
        text += "subgraph " + Self.name(of: subgraph) + " {\n"
        open.append(subgraph.statements.makeIterator())
        writeDefaults("graph", subgraph.attributes, depth: open.count)
      case nil:
        open.removeLast()
        guard !open.isEmpty else { return }
        indent(open.count)
        text += "}\n"
      }
    }
  }

  private mutating func writeDefaults(
    _ keyword: String,
    _ attributes: DOTAttributes,
    depth: Int
  ) {
    guard !attributes.isEmpty else { return }
    writeLine(keyword, attributes, depth: depth)
  }

  private mutating func writeLine(_ subject: String, _ attributes: DOTAttributes, depth: Int) {
    indent(depth)
    text += subject
    let written = attributes.sorted.compactMap { attribute, value in
      self.value(value).map { "\"\(attribute.rawValue)\"=\($0)" }
    }
    if !written.isEmpty {
      text += " [" + written.joined(separator: ", ") + "]"
    }
    text += ";\n"
  }

  private mutating func indent(_ depth: Int) {
    text += String(repeating: "  ", count: depth)
  }

  /// Returns the quoted value, or nil when there is no safe way to write it.
  private func value(_ value: DOTValue) -> String? {
    switch value {
    case .plain(let text):
      return DOTEscape.quoted(DOTEscape.label(label(text)))
    case .html(let label):
      let markup = markup(of: label)
      return markup.isEmpty ? "\"\"" : "<" + markup + ">"
    case .tooltip(let text):
      return DOTEscape.quoted(DOTEscape.tooltip(tooltip(text)))
    case .url(let link):
      return DOTLink.safe(link).map { DOTEscape.quoted(DOTEscape.link($0)) }
    case .keyword(let keyword):
      return Self.keyword(keyword).map(DOTEscape.quoted)
    case .number(let number):
      return Self.number(number).map(DOTEscape.quoted)
    case .identifier(let name):
      return Self.name(name)
    case .cluster(let id):
      return Self.name(of: DOTSubgraph(id: id))
    }
  }

  /// Returns a title as the name of the graph, nil if nothing of it can be shown.
  ///
  /// SVG shows the name as its title. A backslash could escape the quote that ends it.
  private func title(_ title: String) -> String? {
    let line = label(title).replacing("\n", with: " ").replacing("\\", with: "/")
    return line.isEmpty ? nil : DOTEscape.quoted(line.replacing("&", with: "&amp;"))
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

  private static func name(_ name: String) -> String {
    DOTEscape.quoted(DOTIdentifier(name).text)
  }

  private static func name(of subgraph: DOTSubgraph) -> String {
    DOTEscape.quoted(subgraph.name)
  }
}

extension DOTSubgraph {
  /// The name in DOT; Graphviz takes a subgraph for a cluster by its beginning.
  var name: String { (isCluster ? "cluster_" : "group_") + DOTIdentifier(id).text }
}

import CaseModel
import Formats
import GraphModel

/// Writes a dossier as Markdown; nothing in it is HTML.
struct DossierMarkdown {
  /// The whole text.
  private(set) var text = ""
  private let diagramFile: String?

  init(_ document: DossierDocument, diagramFile: String?) {
    self.diagramFile = diagramFile
    add(MarkdownEscape.text(document.kicker))
    add("# " + MarkdownEscape.text(document.title))
    if let summary = document.summary { add(MarkdownEscape.text(summary)) }
    for block in document.introduction { add(block, level: 2) }
    for section in document.sections {
      add("## \(section.title)" + (section.count.map { " (\($0))" } ?? ""))
      for block in section.blocks { add(block, level: 3) }
    }
  }

  /// Adds a block and the empty line before it.
  private mutating func add(_ block: String) {
    if !text.isEmpty { text += "\n" }
    text += block + "\n"
  }

  private mutating func add(_ block: Block, level: Int) {
    switch block {
    case .paragraph(let prose): add(Self.line(prose))
    case .warning(let prose): add("**" + Self.line(prose) + "**")
    case .list(let items): add(Self.list(items, indent: ""))
    case .table(let table): add(table, level: level)
    case .terms(let terms): add(Self.list(terms.map(Self.item), indent: ""))
    case .counts(let counts):
      add(
        counts.rows.map { "- \($0.sign.map { $0 + " " } ?? "")\($0.name): **\($0.count)**" }
          .joined(separator: "\n")
      )
    case .record(_, let heading, let blocks):
      add(String(repeating: "#", count: level) + " " + Self.line(heading))
      for block in blocks { add(block, level: level + 1) }
    case .picture: add(picture)
    }
  }

  private var picture: String {
    guard let diagramFile else {
      return "The diagram is left out here; “backchannel render” draws it."
    }
    let bytes = diagramFile.utf8.map { byte -> String in
      let isPlain = byte.isASCIIAlphanumeric || "-._~/".utf8.contains(byte)
      return isPlain
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    // A colon is written as %3A, so no name can be taken for an address.
    return "![The diagram](\(bytes.joined()))"
  }

  // MARK: - Lists

  private static func list(_ items: [Block.Item], indent: String) -> String {
    items.map { item in
      let line = indent + "- " + line(item.line)
      return item.items.isEmpty ? line : line + "\n" + list(item.items, indent: indent + "  ")
    }
    .joined(separator: "\n")
  }

  private static func item(_ term: Block.Term) -> Block.Item {
    guard term.lines.count > 1 else {
      return Block.Item(line: .words(term.name + ": ") + (term.lines.first ?? Prose()))
    }
    return Block.Item(
      line: .words(term.name + ":"),
      items: term.lines.map { Block.Item(line: $0) }
    )
  }

  // MARK: - Tables

  /// Rows in groups become lists under headings of their own: their cells are long.
  private mutating func add(_ table: Table, level: Int) {
    add(MarkdownEscape.text(table.caption) + ":")
    if table.groups.contains(where: { $0.heading != nil }) {
      for group in table.groups {
        if let heading = group.heading {
          add(String(repeating: "#", count: level) + " " + Self.line(heading))
        }
        add(group.rows.map { Self.item($0, columns: table.columns) }.joined(separator: "\n"))
      }
      return
    }
    let rows = table.groups.flatMap(\.rows)
    let columns = table.columns.indices.filter { column in
      // A bar says nothing that another cell does not.
      !rows.contains { if case .bar = $0.cells[column] { true } else { false } }
    }
    let head = columns.map { MarkdownEscape.text(table.columns[$0]) }
    let lines = rows.map { row in columns.map { Self.cell(row.cells[$0]) } }
    add(
      ([head, columns.map { _ in "---" }] + lines)
        .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    )
  }

  private static func item(_ row: Table.Row, columns: [String]) -> String {
    let cells = zip(columns, row.cells).map { ($0, cell($1)) }.filter { !$1.isEmpty }
    let details = cells.dropFirst().map { "\($0.lowercased()): \($1)" }
    return "- **\(cells.first?.1 ?? "")** – " + details.joined(separator: "; ")
  }

  private static func cell(_ cell: Table.Cell) -> String {
    switch cell {
    case .lines(let lines): lines.map(line).joined(separator: "; ")
    case .bar: ""
    }
  }

  // MARK: - Text

  private static func line(_ prose: Prose) -> String {
    var result = ""
    for span in prose.spans {
      switch span {
      case .words(let words): result += spaced(words)
      case .text(let text), .date(let text): result += MarkdownEscape.text(text)
      case .strong(let prose): result += "**" + line(prose) + "**"
      case .record(_, let name): result += MarkdownEscape.text(name)
      case .web(let address): result += "<" + address.text + ">"
      case .quote(let words, _): result += "“" + MarkdownEscape.text(words) + "”"
      case .status(let status, let phrase):
        result += (status?.sign ?? "·") + " " + MarkdownEscape.text(phrase)
      case .conflict(let phrase): result += "≠ " + spaced(phrase)
      }
    }
    return result
  }

  /// The program's own words keep their spaces at the edges.
  private static func spaced(_ words: String) -> String {
    let start = words.hasPrefix(" ") ? " " : ""
    let end = words.hasSuffix(" ") && words.count > 1 ? " " : ""
    return start + MarkdownEscape.text(words) + end
  }
}

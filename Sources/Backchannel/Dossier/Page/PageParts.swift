import CaseModel
import Formats
import GraphModel

/// Turns blocks and lines of text into HTML.
struct PageParts {
  /// What can be led to.
  let anchors: Set<Anchor>

  /// Returns a block; the headings in it are of `level` and below.
  func block(_ block: Block, level: Int) -> HTML.Node {
    switch block {
    case .paragraph(let prose): .tag(.p, content: line(prose))
    case .warning(let prose): .tag(.p, .class("warning"), .role("note"), content: line(prose))
    case .list(let items): list(items)
    case .table(let table): PageTable(parts: self).node(table)
    case .terms(let terms): .tag(.dl, content: terms.flatMap(term))
    case .counts(let counts): PageCounts(counts).node
    case .picture: PagePicture.node
    case .record(let anchor, let heading, let blocks):
      .tag(
        .article,
        .id(anchor.text),
        content: [.element(level == 3 ? .h3 : .h4, [.dir(.auto)], line(heading))]
          + blocks.map { self.block($0, level: level + 1) }
      )
    }
  }

  private func list(_ items: [Block.Item]) -> HTML.Node {
    .tag(
      .ul,
      content: items.map { item in
        let below = item.items.isEmpty ? [] : [list(item.items)]
        let attributes = item.anchor.map { [HTML.Attribute.id($0.text)] } ?? []
        return .element(.li, attributes, line(item.line) + below)
      }
    )
  }

  private func term(_ term: Block.Term) -> [HTML.Node] {
    [.tag(.dt, text: term.name)] + term.lines.map { .tag(.dd, content: line($0)) }
  }

  // MARK: - Text

  /// Returns the parts of a line; text of a case runs in its own direction.
  func line(_ prose: Prose) -> [HTML.Node] { prose.spans.map(span) }

  private func span(_ span: Prose.Span) -> HTML.Node {
    switch span {
    case .words(let words): return .text(words)
    case .text(let text): return .tag(.bdi, text: text)
    case .date(let date): return .tag(.span, .class("date"), text: date)
    case .strong(let prose): return .tag(.strong, content: line(prose))
    case .web(let address): return .tag(.a, .class("web"), .href(.web(address)), text: address.text)
    case .quote(let words, let language):
      let isTag = language.map(Self.isLanguageTag) ?? false
      let attributes = isTag ? [HTML.Attribute.lang(language ?? "")] : []
      return .element(.q, attributes + [.dir(.auto)], [.text(words)])
    case .record(let anchor, let name):
      let text = HTML.Node.tag(.bdi, text: name)
      return anchors.contains(anchor)
        ? .tag(.a, .href(.part(anchor.text)), content: [text]) : text
    case .status(let status, let phrase):
      return mark(
        status?.sign ?? "·",
        status?.rawValue ?? "unsourced",
        said: status.map { "\($0)" } ?? "nobody says",
        phrase
      )
    case .conflict(let phrase): return mark("≠", "conflict", said: "conflict", phrase)
    }
  }

  /// A sign and what it means: shown where there is a phrase, else only read aloud.
  private func mark(_ sign: String, _ name: String, said: String, _ phrase: String) -> HTML.Node {
    var content: [HTML.Node] = [
      .tag(.span, .class("sign"), .isHiddenFromReaders, text: sign), .text(" "),
    ]
    content.append(
      phrase.isEmpty
        ? .tag(.span, .class("aloud"), text: said + ": ") : .tag(.bdi, text: phrase)
    )
    return .tag(.span, .class("mark " + name), content: content)
  }

  private static func isLanguageTag(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 35
      && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
  }
}

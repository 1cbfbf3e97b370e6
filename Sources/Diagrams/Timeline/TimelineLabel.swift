import CaseModel
import GraphModel

/// Makes the words beside a mark of a timeline, and measures them.
struct TimelineLabel {
  /// Holds lines of words with the room they need.
  struct Block {
    let rows: [HTMLRow]
    let width: Double
    let height: Double
  }

  /// The widest line, in columns.
  private static let columns = 36
  /// More people than these are counted.
  private static let peopleLimit = 8

  let view: CaseView
  let style: StyleSheet

  /// Returns the words of an item.
  func block(_ item: TimelineScene.Item) -> Block {
    switch item.content {
    case .event(let event):
      block(
        head(event) + detail(item.date?.shortDisplay ?? "")
          + status(FactID(event.id), caption: StatusMark(view: view).caption(FactID(event.id)))
          + people(event)
      )
    case .participation(let event, let part):
      block(
        head(event) + detail(item.date?.shortDisplay ?? "") + status(part.id, caption: words(part))
      )
    case .source(let source, let count):
      block(
        wrapped("\(source.id) \(source.title)", lines: 2, title(isItalic: false))
          + detail(
            [item.date?.shortDisplay, source.publisher].compactMap(\.self)
              .joined(separator: " · ")
          ) + detail(counted(count, "claim"))
      )
    }
  }

  // MARK: - Lines

  private typealias Run = (text: String, font: HTMLFont)

  private func head(_ event: Event) -> [[Run]] {
    wrapped(
      "\(event.id) \(event.title)",
      lines: 2,
      title(isItalic: event.type == .statement)
    )
  }

  private func title(isItalic: Bool) -> HTMLFont {
    HTMLFont(
      size: style.sizes.name - 1,
      color: style.ink.hex,
      isBold: !isItalic,
      isItalic: isItalic
    )
  }

  private func detail(_ text: String) -> [[Run]] { wrapped(text, lines: 2, style.detail) }

  private func status(_ fact: FactID, caption: String) -> [[Run]] {
    wrapped(caption, lines: 2, font(fact, isBold: true))
  }

  private func words(_ part: Participation) -> String {
    let caption = StatusMark(view: view).caption(part.id)
    return ["participant", "speaker"].contains(part.role)
      ? caption : "\(caption), as \(part.role)"
  }

  private func font(_ fact: FactID, isBold: Bool = false) -> HTMLFont {
    HTMLFont(
      size: style.sizes.detail,
      color: style.line(view.status(fact)).color.hex,
      isBold: isBold
    )
  }

  private func wrapped(_ text: String, lines: Int, _ font: HTMLFont) -> [[Run]] {
    CardParts.wrapped(text, columns: Self.columns, lines: lines).map { [($0, font)] }
  }

  /// Who took part, each with the sign of how sure that is; as many in a line as fit.
  private func people(_ event: Event) -> [[Run]] {
    let parts = view.participations(in: event.id).sorted { $0.id < $1.id }
    var lines: [[Run]] = []
    var used = 0
    for part in parts.prefix(Self.peopleLimit) {
      let name =
        CardParts.wrapped(
          view.index.name(part.participant),
          columns: Self.columns - 6,
          lines: 1
        ).first ?? ""
      let isContradicted = view.assessment(part.id)?.contradictory.isEmpty == false
      let text =
        StatusMark.sign(view.status(part.id)) + "\u{A0}" + name
        + (isContradicted ? " " + StatusMark.conflict : "")
      let width = text.displayWidth
      if lines.isEmpty || used + 2 + width > Self.columns {
        lines.append([])
        used = 0
      }
      let gap = used == 0 ? "" : "\u{A0}\u{A0}"
      lines[lines.count - 1].append((gap + text, font(part.id)))
      used += 2 + width
    }
    let more = parts.count - Self.peopleLimit
    return more > 0 ? lines + detail("and \(more) more") : lines
  }

  private func block(_ lines: [[Run]]) -> Block {
    let width =
      lines.map { line in
        line.reduce(0.0) { width, run in
          let size = run.font.size ?? style.sizes.detail
          return width + TextWidth.points(run.text, size: size, isBold: run.font.isBold)
        }
      }.max() ?? 0
    let height = lines.reduce(0) { $0 + 1.2 * ($1.first?.font.size ?? style.sizes.detail) + 1 }
    return Block(
      rows: lines.map { line in
        HTMLRow([HTMLCell([.align(.left)], .text(line.map { .run($0.text, $0.font) }))])
      },
      width: (width + 6).rounded(.up),
      height: height.rounded(.up) + 2
    )
  }
}

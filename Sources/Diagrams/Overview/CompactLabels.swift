import CaseModel
import Foundation

/// Makes the short labels of nodes without cards.
struct CompactLabels {
  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet

  /// Returns the name of a participant, larger with every doubling of its lines, and its side.
  func label(_ figure: DiagramScene.Figure, degree: Int) -> HTMLLabel {
    let isEntity = figure.participant.entity != nil
    let isUnnamed = figure.participant.entity.flatMap { view.index.entities[$0] }?.isUnnamed == true
    let growth = min(log2(Double(max(degree, 1))), 5)
    let name = HTMLFont(
      size: (style.sizes.detail + 0.5 + growth).rounded(),
      color: isEntity ? style.ink.hex : style.quiet.hex,
      isBold: degree > 7,
      isItalic: !isEntity || isUnnamed
    )
    let text = view.index.name(figure.participant)
    let lines = CardParts.wrapped(isEntity ? text : "? " + text, columns: 26, lines: 2)
    let side = scene.sides.count > 1 ? figure.side.map(view.index.name) : nil
    let sides = side.map { CardParts.wrapped($0, columns: 26, lines: 1) } ?? []
    return .text(Self.stacked(lines.map { ($0, name) } + sides.map { ($0, small) }))
  }

  /// Returns title, id and day of an event, and how strong it is.
  func label(_ event: Event) -> HTMLLabel {
    let fact = FactID(event.id)
    let title = HTMLFont(
      size: style.sizes.detail,
      color: style.ink.hex,
      isItalic: event.type == .statement
    )
    let status = HTMLFont(
      size: style.sizes.detail - 1,
      color: style.line(view.status(fact)).color.hex,
      isBold: true
    )
    let date = view.date(of: event.id)?.shortDisplay
    let day = [event.id.rawValue, date].compactMap(\.self).joined(separator: " · ")
    let caption = StatusMark(view: view).caption(fact) + conflict(in: event, fact)
    return .text(
      Self.stacked(
        CardParts.wrapped(event.title, columns: 28, lines: 2).map { ($0, title) }
          + CardParts.wrapped(day, columns: 34, lines: 1).map { ($0, small) }
          + CardParts.wrapped(caption, columns: 34, lines: 1).map { ($0, status) }
      )
    )
  }

  /// The mark of somebody who contradicts themself about one of the lines, which have no words.
  private func conflict(in event: Event, _ fact: FactID) -> String {
    let isTold = view.assessment(fact)?.contradictory.isEmpty == false
    let isOnLine = view.participations(in: event.id).contains {
      view.assessment($0.id)?.contradictory.isEmpty == false
    }
    return isOnLine && !isTold ? " " + StatusMark.conflict : ""
  }

  private var small: HTMLFont { HTMLFont(size: style.sizes.detail - 1, color: style.quiet.hex) }

  static func stacked(_ lines: [(String, HTMLFont)]) -> [HTMLInline] {
    Array(lines.flatMap { [.run($0.0, $0.1), .lineBreak(nil)] }.dropLast())
  }
}

import CaseModel

/// Makes the labels of figures: people, agencies, countries, and empty slots.
struct FigureCards {
  /// More posts than these are counted.
  static let postLimit = 2

  let view: CaseView
  let style: StyleSheet
  /// The entity that the diagram is about.
  let focus: EntityID?
  /// What changed, in a drawing that marks it.
  var comparison: DiagramComparison?
  /// Whether nothing about the figure changed in such a drawing.
  var isQuiet = false

  /// Returns what kind of node a figure is.
  func kind(_ figure: DiagramScene.Figure) -> NodeKind {
    guard let id = figure.participant.entity else { return .slot }
    guard let entity = view.index.entities[id] else { return .agency }
    if entity.isUnnamed { return .unnamed }
    switch entity.type {
    case .person: return .person
    case .country, .place: return .country
    case .agency, .topic: return .agency
    }
  }

  /// Returns the label of a figure.
  ///
  /// - Parameter remarks: What else is to be said of it.
  func card(_ figure: DiagramScene.Figure, remarks: [String] = []) -> HTMLLabel {
    let kind = kind(figure)
    let look = isQuiet ? style[kind].quiet(style) : style[kind]
    let isFocus = figure.participant.entity != nil && figure.participant.entity == focus
    return CardParts.frame(
      badge: badge(figure, kind, look),
      rows: CardParts.rows(
        view.index.name(figure.participant),
        columns: 26,
        lines: 4,
        nameFont(kind)
      ) + CardParts(style: style).captions(captions(figure, kind) + remarks),
      [.border(isFocus ? max(3, look.border) : look.border)] + look.frame
    )
  }

  private func nameFont(_ kind: NodeKind) -> HTMLFont {
    let size = style.sizes.name
    let color = isQuiet ? style.quiet.hex : style.ink.hex
    return switch kind {
    case .slot: HTMLFont(size: size - 1, color: style.quiet.hex, isItalic: true)
    case .unnamed: HTMLFont(size: size, color: color, isItalic: true)
    default: HTMLFont(size: size, color: color, isBold: !isQuiet)
    }
  }

  private func captions(_ figure: DiagramScene.Figure, _ kind: NodeKind) -> [String] {
    guard let id = figure.participant.entity else { return ["nobody has said who"] }
    let posts = view.index.posts(of: id).filter { view.shows($0.id) }.sorted { $0.id < $1.id }
      .map { post in
        view.index.describe(post)
          + (comparison?.changes[post.id].map { " (\($0.mark))" } ?? "")
      }
    let more = posts.count > Self.postLimit ? ["and \(posts.count - Self.postLimit) more"] : []
    return posts.prefix(Self.postLimit) + more + (kind == .unnamed ? ["nobody is named"] : [])
  }

  private func badge(_ figure: DiagramScene.Figure, _ kind: NodeKind, _ look: NodeStyle)
    -> HTMLCell
  {
    let name = view.index.name(figure.participant)
    let sign =
      switch kind {
      case .person: Self.initials(name)
      case .agency: "▥"
      case .country: "⚑"
      default: "?"
      }
    let isRound = kind == .person || kind == .unnamed
    return CardParts(style: style).badge(sign, look, isRound: isRound)
  }

  /// The first letters of the first and the last word; a dot where there are no letters.
  static func initials(_ name: String) -> String {
    let words = name.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "." }
      .compactMap { $0.first { $0.isLetter } }
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap(\.self)
    let shown = letters.compactMap { $0.uppercased().first }
    return shown.isEmpty ? "•" : String(shown)
  }
}

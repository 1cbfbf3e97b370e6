import CaseModel

/// Makes the labels of figures: people, agencies, countries, and empty slots.
struct FigureCards {
  /// Lists how figures look, each of which the legend explains.
  enum Look: String, CaseIterable {
    case person, agency, country, unnamed, slot

    /// What the legend says.
    var meaning: String {
      switch self {
      case .person, .agency, .country: rawValue
      case .unnamed: "real, but nobody is named"
      case .slot: "empty: nobody has said who"
      }
    }

    /// The border, the fill and their colours.
    var frame: [HTMLAttribute] {
      switch self {
      case .person:
        [.color(Palette.personLine), .bgcolor(Palette.personFill), .style([.rounded])]
      case .agency: [.color(Palette.agencyLine), .bgcolor(Palette.agencyFill)]
      case .country: [.color(Palette.countryLine), .bgcolor(Palette.statementFill)]
      case .unnamed:
        [.color(Palette.personLine), .bgcolor(Palette.ground), .style([.rounded, .dashed])]
      case .slot: [.color(Palette.quiet), .style([.rounded, .dotted])]
      }
    }
  }

  let view: CaseView
  /// The entity that the diagram is about.
  let focus: EntityID?

  /// Returns how a figure looks.
  func look(_ figure: DiagramScene.Figure) -> Look {
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
  func card(_ figure: DiagramScene.Figure) -> HTMLLabel {
    let look = look(figure)
    let isFocus = figure.participant.entity != nil && figure.participant.entity == focus
    return CardParts.frame(
      badge: badge(figure, look),
      rows: CardParts.rows(
        view.index.name(figure.participant),
        columns: 26,
        lines: 4,
        nameFont(look)
      ) + CardParts.captions(captions(figure, look)),
      [.border(isFocus ? 3 : 1)] + look.frame
    )
  }

  private func nameFont(_ look: Look) -> HTMLFont {
    switch look {
    case .slot: HTMLFont(size: 11, color: Palette.quiet, isItalic: true)
    case .unnamed: HTMLFont(size: 12, color: Palette.ink, isItalic: true)
    case .person, .agency, .country: HTMLFont(size: 12, color: Palette.ink, isBold: true)
    }
  }

  private func captions(_ figure: DiagramScene.Figure, _ look: Look) -> [String] {
    guard let id = figure.participant.entity else { return ["nobody has said who"] }
    let posts = view.index.posts(of: id).filter { view.shows($0.id) }.sorted { $0.id < $1.id }
      .map { view.index.describe($0) }
    let more = posts.count > 2 ? ["and \(posts.count - 2) more"] : []
    return posts.prefix(2) + more + (look == .unnamed ? ["nobody is named"] : [])
  }

  private func badge(_ figure: DiagramScene.Figure, _ look: Look) -> HTMLCell {
    let name = view.index.name(figure.participant)
    switch look {
    case .slot: return CardParts.hollowBadge("?")
    case .person:
      return CardParts.badge(Self.initials(name), fill: Palette.personLine, isRound: true)
    case .agency: return CardParts.badge("▥", fill: Palette.agencyLine, isRound: false)
    case .country: return CardParts.badge("⚑", fill: Palette.countryLine, isRound: false)
    case .unnamed: return CardParts.badge("?", fill: Palette.personLine, isRound: true)
    }
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

import CaseModel

/// Makes the labels of claims.
struct ClaimCards {
  let view: CaseView
  let style: StyleSheet
  /// The event at whose time claimants belong to a side.
  let event: EventID?

  /// Returns the label of a claim: who says what, in which words, where, and when.
  ///
  /// - Parameters:
  ///   - verb: What the claimant does, where it is not plain from the stance.
  ///   - target: What the claim is about, where the drawing does not tell.
  func card(_ claim: Claim, verb: String? = nil, target: String? = nil) -> HTMLLabel {
    let parts = CardParts(style: style)
    let look = look(claim)
    let name = HTMLFont(
      size: style.sizes.name - 1,
      color: style.ink.hex,
      isBold: isNamed(claim),
      isItalic: !isNamed(claim)
    )
    let quote = HTMLFont(size: style.sizes.detail, color: style.ink.hex, isItalic: true)
    return CardParts.frame(
      badge: parts.badge(sign(claim), look, isRound: true),
      rows: CardParts.rows(
        "\(view.index.name(claim.claimant)) \(verb ?? words(claim))",
        columns: 34,
        lines: 3,
        name
      )
        + (claim.quote.map { CardParts.rows("“\($0)”", columns: 42, lines: 3, quote) } ?? [])
        + parts.captions([target] + details(claim)),
      [.border(1)] + look.frame
    )
  }

  /// Returns the look of a claim: that of a statement, with the colour of what it does to a fact.
  func look(_ claim: Claim) -> NodeStyle {
    var look = style[.statement]
    look.line = stroke(claim).color
    look.fill = style.ground
    look.isRounded = true
    look.pattern = isTakenBack(claim) ? .dotted : .solid
    return look
  }

  /// Returns the line from a claim to what it is about.
  func stroke(_ claim: Claim) -> LineStyle {
    if isTakenBack(claim) {
      var stroke = style.line(.open)
      stroke.arrowhead = .odot
      return stroke
    }
    var stroke: LineStyle =
      switch claim.stance {
      case .asserts, .confirms: style.line(.confirmed)
      case .denies: style.line(.denied)
      case .declines: style.line(.unconfirmed)
      case .asks, .retracts: style.line(.open)
      }
    stroke.pattern = .solid
    stroke.width = 1.1
    stroke.arrowhead =
      switch claim.stance {
      case .asserts, .confirms: .normal
      case .denies: .tee
      case .declines, .retracts: .odot
      case .asks: .obox
      }
    return stroke
  }

  /// Whether the claim was retracted, so that it no longer counts.
  func isTakenBack(_ claim: Claim) -> Bool {
    if case .retracted = view.known.excluded[claim.id] { return true }
    return false
  }

  /// Returns the sign of what a claimant does.
  func sign(_ claim: Claim) -> String { isTakenBack(claim) ? "↩" : Self.sign(claim.stance) }

  /// Returns the sign of a stance.
  static func sign(_ stance: Stance) -> String {
    switch stance {
    case .asserts: "✓"
    case .confirms: "✓✓"
    case .denies: "✗"
    case .declines: "–"
    case .asks: "?"
    case .retracts: "↩"
    }
  }

  private func isNamed(_ claim: Claim) -> Bool {
    view.index.entities[claim.claimant]?.isUnnamed != true
  }

  private func words(_ claim: Claim) -> String {
    switch claim.stance {
    case .asserts: "says so"
    case .confirms: "confirms it"
    case .denies: "denies it"
    case .declines: "does not confirm or deny it"
    case .asks: "asks"
    case .retracts: "takes it back"
    }
  }

  private func details(_ claim: Claim) -> [String?] {
    let source = claim.source.map { id in view.index.sources[id]?.title ?? id.rawValue }
    return [
      side(claim),
      takenBack(claim),
      ([claim.id.rawValue] + when(claim) + offRecord(claim)).joined(separator: " · "),
      [source, claim.locator].compactMap(\.self).joined(separator: ", "),
      claim.note,
    ]
  }

  private func when(_ claim: Claim) -> [String] {
    [claim.saidOn.map { "said \($0.shortDisplay)" }, claim.utterance.map { "in \($0)" }]
      .compactMap(\.self)
  }

  private func side(_ claim: Claim) -> String? {
    let sides = event.map { view.sides(of: claim.claimant, at: $0) } ?? []
    let names = sides.filter { $0 != claim.claimant }.map(view.index.name)
    return names.isEmpty ? nil : "of " + names.joined(separator: ", ")
  }

  private func offRecord(_ claim: Claim) -> [String] {
    claim.isOnRecord ?? isNamed(claim) ? [] : ["not on the record"]
  }

  private func takenBack(_ claim: Claim) -> String? {
    guard case .retracted(let by) = view.known.excluded[claim.id] else { return nil }
    return "taken back by \(by): it no longer counts"
  }
}

/// The rules by which claims become a status.
///
/// The first row that fits, top to bottom.
///
/// | status | when |
/// |---|---|
/// | `disputed` | somebody asserts or affirms, and a party denies |
/// | `denied` | a party denies, nobody asserts |
/// | `confirmed` | a party affirms on the record, without contradicting itself |
/// | `unconfirmed` | asserted, and a party that was asked declines |
/// | `corroborated` | two or more independent origins assert |
/// | `reported` | one origin asserts |
/// | `open` | only asked about, or only declined or denied by outsiders |
public enum StatusTable {
  /// Returns the status of a fact about which `testimony` was given; `nil` when there is none.
  public static func status(of testimony: Testimony) -> Status? {
    guard !testimony.voices.isEmpty else { return nil }
    let isAsserted = testimony.voices.contains(where: \.asserts)
    let parties = testimony.voices.filter(\.isParty)
    if isAsserted, parties.contains(where: \.denies) { return .disputed }
    if parties.contains(where: \.denies) { return .denied }
    if parties.contains(where: \.confirmsOnRecord) { return .confirmed }
    if isAsserted, parties.contains(where: \.declines) { return .unconfirmed }
    if testimony.originCount >= 2 { return .corroborated }
    if isAsserted { return .reported }
    return .open
  }
}

/// Holds what all claimants say about one fact.
public struct Testimony: Hashable, Sendable {
  /// One voice per claimant.
  public let voices: [Voice]
  /// The number of independent origins that assert.
  public let originCount: Int

  /// Makes a testimony.
  public init(voices: [Voice], originCount: Int) {
    self.voices = voices
    self.originCount = originCount
  }
}

/// Holds what one claimant says about one fact, all of its claims taken together.
public struct Voice: Hashable, Sendable {
  /// Who speaks.
  public let claimant: EntityID
  /// The sides of the fact that the claimant speaks for; empty for an outsider.
  public let sides: Set<EntityID>
  /// Whether the claimant took part itself or speaks for a side.
  public let isParty: Bool
  /// Whether any claim asserts or confirms.
  public let asserts: Bool
  /// Whether any such claim is on the record.
  public let isOnRecord: Bool
  /// Whether any claim denies.
  public let denies: Bool
  /// Whether any claim declines that no later assertion has overtaken.
  public let declines: Bool

  /// Makes a voice.
  public init(
    claimant: EntityID,
    sides: Set<EntityID> = [],
    isParty: Bool = false,
    asserts: Bool = false,
    isOnRecord: Bool = true,
    denies: Bool = false,
    declines: Bool = false
  ) {
    self.claimant = claimant
    self.sides = sides
    self.isParty = isParty
    self.asserts = asserts
    self.isOnRecord = isOnRecord
    self.denies = denies
    self.declines = declines
  }

  /// Tells whether the claimant says both that it is so and that it is not, or cannot be said.
  public var contradictsItself: Bool { asserts && (denies || declines) }

  /// Tells whether this voice, if it is a party's, confirms the fact.
  public var confirmsOnRecord: Bool { asserts && isOnRecord && !contradictsItself }

  /// Returns the claimant's word; `silent` for one who only asks.
  public var word: SideWord {
    switch (asserts, denies, declines) {
    case (false, false, false): .silent
    case (true, false, false): .affirms
    case (false, true, false): .denies
    case (false, false, true): .declines
    default: .mixed
    }
  }
}

/// Lists what one side says about a fact.
public enum SideWord: String, CaseIterable, Hashable, Sendable {
  case affirms, denies, declines, mixed, silent
}

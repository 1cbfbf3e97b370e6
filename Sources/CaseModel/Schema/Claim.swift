/// Holds one claimant's stance on one fact, claim or question, in one source, at one date.
///
/// Three parties are kept apart: the claimant who speaks, the source that carries the words, and
/// the recorder who typed the claim in (the log knows that one).
public final class Claim: Sendable {
  // A class, since a register has a claim for each of its cells, and they are passed around: every
  // copy of a structure would count a dozen references.

  /// Unique in the case.
  public let id: ClaimID
  /// Who speaks: a person, an agency, or a country where the source says no more than "the side".
  public let claimant: EntityID
  /// What the claimant does.
  public let stance: Stance
  /// What the claim is about.
  public let target: ClaimTarget
  /// The document in which the claim is found.
  public let source: SourceID?
  /// When the claimant said it; `nil` when nobody says.
  public let saidOn: UncertainDate?
  /// Where in the source, such as `par. 4`.
  public let locator: String?
  /// A few words of the claimant, verbatim.
  public let quote: String?
  /// Language tag of the quote (BCP 47).
  public let language: String?
  /// The claim through which this one reached us, one step outwards.
  public let via: ClaimID?
  /// The public utterance in which the claim was made.
  public let utterance: EventID?
  /// Whether the claimant spoke on the record; `nil` means yes for a named claimant and no for an
  /// unnamed one.
  public let isOnRecord: Bool?
  /// Whether the claim must stay out of a public export.
  public let isConfidential: Bool
  /// A remark for readers.
  public let note: String?

  /// Makes a claim.
  public init(
    id: ClaimID,
    claimant: EntityID,
    stance: Stance,
    target: ClaimTarget,
    source: SourceID? = nil,
    saidOn: UncertainDate? = nil,
    locator: String? = nil,
    quote: String? = nil,
    language: String? = nil,
    via: ClaimID? = nil,
    utterance: EventID? = nil,
    isOnRecord: Bool? = nil,
    isConfidential: Bool = false,
    note: String? = nil
  ) {
    self.id = id
    self.claimant = claimant
    self.stance = stance
    self.target = target
    self.source = source
    self.saidOn = saidOn
    self.locator = locator
    self.quote = quote
    self.language = language
    self.via = via
    self.utterance = utterance
    self.isOnRecord = isOnRecord
    self.isConfidential = isConfidential
    self.note = note
  }
}

extension Claim: Hashable {
  /// Whether two claims say the same in all respects.
  public static func == (left: Claim, right: Claim) -> Bool {
    left === right
      || left.id == right.id && left.claimant == right.claimant && left.stance == right.stance
        && left.target == right.target && left.source == right.source
        && left.saidOn == right.saidOn && left.locator == right.locator
        && left.quote == right.quote && left.language == right.language && left.via == right.via
        && left.utterance == right.utterance && left.isOnRecord == right.isOnRecord
        && left.isConfidential == right.isConfidential && left.note == right.note
  }

  /// Hashes the id, which is unique in a case.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Claim {
  /// Returns the claim with other links to the claim and the utterance that it came through.
  func linked(via: ClaimID?, utterance: EventID?) -> Claim {
    copied(target: target, via: via, utterance: utterance)
  }

  /// Returns the claim about something else.
  func retargeted(_ target: ClaimTarget) -> Claim {
    copied(target: target, via: via, utterance: utterance)
  }

  private func copied(target: ClaimTarget, via: ClaimID?, utterance: EventID?) -> Claim {
    Claim(
      id: id,
      claimant: claimant,
      stance: stance,
      target: target,
      source: source,
      saidOn: saidOn,
      locator: locator,
      quote: quote,
      language: language,
      via: via,
      utterance: utterance,
      isOnRecord: isOnRecord,
      isConfidential: isConfidential,
      note: note
    )
  }
}

/// Lists what a claimant can do.
public enum Stance: String, CaseIterable, Hashable, Sendable {
  /// Says it is so, of their own accord.
  case asserts
  /// Says it is so, of something already said.
  case confirms
  /// Says it is not so.
  case denies
  /// Was asked and neither confirms nor denies.
  case declines
  /// Demands to know.
  case asks
  /// Takes back a claim, or all that the claimant said about a fact.
  case retracts

  /// Tells whether the claimant says that it is so.
  public var affirms: Bool { self == .asserts || self == .confirms }
}

/// Names what a claim is about.
public enum ClaimTarget: Hashable, Sendable {
  /// A fact.
  case fact(FactID)
  /// Another claim.
  case claim(ClaimID)
  /// A question; the stance is then `asks` or `declines`.
  case question(QuestionID)

  /// Returns the id as written.
  public var rawValue: String {
    switch self {
    case .fact(let id): id.rawValue
    case .claim(let id): id.rawValue
    case .question(let id): id.rawValue
    }
  }
}

import CaseModel

/// Gathers what is said about an event: its facts, the claims about each, and the claims through
/// which these reached us.
struct Testimony {
  /// Holds a claim and what it is drawn beside.
  struct Voice {
    let claim: Claim
    /// The id of the node that the claim is about.
    let about: String
  }

  /// More claims about one fact than these are counted.
  static let claimLimit = 12

  /// The event.
  let event: EventID
  /// The facts that are said or asked about, the parts of the event in the order in which they are
  /// shown everywhere.
  let facts: [FactID]
  /// The questions about the event that no empty slot stands for.
  let questions: [QuestionCoverage]
  /// The claims, by fact and question.
  private(set) var voices: [Voice] = []
  /// The claims through which others reached us, each once, and what each carried.
  private(set) var relays: [(claim: Claim, carried: ClaimID)] = []
  /// How many claims about a fact are not drawn.
  private(set) var undrawn: [FactID: Int] = [:]
  /// How many claims about these facts the filter does not let us hear.
  private(set) var unheardCount = 0

  private let view: CaseView

  init(_ event: EventID, view: CaseView) {
    self.event = event
    self.view = view
    let own = FactID(event)
    let parts =
      view.participations(in: event).map(\.id)
      + view.attributes(of: event).map(\.id).sorted()
    let isClaimed = !view.index.claims(about: .fact(own)).isEmpty
    facts = (isClaimed ? [own] : []) + parts
    let slots = Set(view.participations(in: event).compactMap(\.question))
    questions = view.coverage().filter { coverage in
      coverage.question.pattern.events.contains(event) && !slots.contains(coverage.question.id)
    }
    for fact in facts { add(fact) }
    for question in questions.map(\.question.id) {
      voices += heard(.question(question)).map { Voice(claim: $0, about: Self.id(question)) }
    }
    var seen: Set<String> = []
    voices = voices.filter { seen.insert("\($0.claim.id)>\($0.about)").inserted }
    addRelays()
  }

  private mutating func add(_ fact: FactID) {
    var claims = heard(.fact(fact))
    if case .participation(let slot) = view.index.facts[fact], let question = slot.question {
      claims += heard(.question(question))
    }
    let sorted = claims.sorted { order($0) < order($1) }
    voices += sorted.prefix(Self.claimLimit).map { Voice(claim: $0, about: Self.id(fact)) }
    if sorted.count > Self.claimLimit { undrawn[fact] = sorted.count - Self.claimLimit }
    for claim in sorted.prefix(Self.claimLimit) {
      // What is said about the claim itself, other than by whom it reached us.
      let carriers = Set(OriginResolver(view.index).chain(outwards: claim))
      voices += heard(.claim(claim.id)).filter { !carriers.contains($0.id) }
        .map { Voice(claim: $0, about: Self.id(claim.id)) }
    }
  }

  /// The claims that count, those that were taken back, and those that take something back.
  private mutating func heard(_ target: ClaimTarget) -> [Claim] {
    let all = view.index.claims(about: target)
    let heard = all.filter { claim in
      switch view.known.excluded[claim.id] {
      case nil, .retracted: true
      default: false
      }
    }
    unheardCount += all.count - heard.count
    return heard
  }

  /// The claims that say something, each once, however many facts and questions they are about.
  var speaking: [Voice] {
    var seen: Set<ClaimID> = []
    return voices.filter { seen.insert($0.claim.id).inserted }
  }

  /// By side, so that those of one side stand together; then by strength of what they say.
  private func order(_ claim: Claim) -> (String, Int, String) {
    let side = view.sides(of: claim.claimant, at: event).first
    let stance = Stance.allCases.firstIndex(of: claim.stance) ?? 0
    return (side.map(view.index.name) ?? "\u{10FFFF}", stance, claim.id.rawValue)
  }

  private mutating func addRelays() {
    var pending = voices.map(\.claim)
    var links: Set<[ClaimID]> = []
    let drawn = Set(pending.map(\.id))
    while let claim = pending.popLast() {
      guard let via = claim.via, let carrier = view.index.claims[via],
        links.insert([claim.id, via]).inserted
      else { continue }
      relays.append((carrier, claim.id))
      if !drawn.contains(via) { pending.append(carrier) }
    }
    relays.sort { ($0.carried, $0.claim.id) < ($1.carried, $1.claim.id) }
  }

  /// The name of the node of a fact.
  static func id(_ fact: FactID) -> String { "f-\(fact)" }
  /// The name of the node of a question.
  static func id(_ question: QuestionID) -> String { "q-\(question)" }
  /// The name of the node of a claim.
  static func id(_ claim: ClaimID) -> String { "c-\(claim)" }
}

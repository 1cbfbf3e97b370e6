import CaseModel
import Diagrams
import GraphModel

/// Writes the parts of a dossier; each section has a file of its own.
struct DossierContent: Sendable {
  let view: CaseView
  let subject: DossierSubject
  let selection: DossierSelection
  let counts: DossierCounts
  let provenance: Dossier.Provenance

  var index: CaseIndex { view.index }

  /// Returns the whole in the order in which it is read.
  func document(hasPicture: Bool) -> DossierDocument {
    let sections =
      (hasPicture ? [pictureSection] : []) + [
        unknownSection, timelineSection, eventSection, questionSection, conflictSection,
        entitySection, claimSection, sourceSection, methodSection,
      ]
    return DossierDocument(
      title: title,
      summary: index.content.info.summary,
      kicker: subject == .whole ? "Dossier" : "Dossier from the case “\(index.content.info.title)”",
      introduction: introduction,
      sections: sections,
      anchors: Set(sections.flatMap { $0.blocks.flatMap(\.anchors) })
    )
  }

  var title: String {
    switch subject {
    case .whole where index.content.info.title.isEmpty: index.content.info.id
    case .whole: index.content.info.title
    case .event(let event): index.events[event]?.title ?? event.rawValue
    case .entity(let entity): view.label(.entity(entity))
    }
  }

  /// Returns where in the page it is told what something in a drawing stands for, by its id there.
  func places(in document: DossierDocument) -> [String: String] {
    var places: [String: String] = [:]
    func lead(_ drawn: String, _ anchors: Anchor...) {
      let anchor = anchors.first { document.anchors.contains($0) }
      places[DOTIdentifier(drawn).text] = anchor?.text
    }
    for entity in selection.entities { lead("n-\(entity.id)", .entity(entity.id)) }
    for fact in selection.facts {
      let claims = Anchor.claims(about: .fact(fact))
      let own = Anchor.fact(fact)
      lead("n-\(fact)", own)
      for line in ["e1", "e2", "l"] { lead("\(line)-\(fact)", claims, own) }
    }
    return places
  }

  /// Returns a drawing as it stands in the page.
  static func embedded(
    _ svg: [UInt8],
    places: [String: String]
  ) throws(BackchannelError) -> [UInt8] {
    do {
      return try EmbeddedSVG(svg, idPrefix: "drawn-", places: places).bytes
    } catch {
      throw BackchannelError(Diagnostic(.rendering, error.message, remedy: error.remedy))
    }
  }
}

extension Block {
  /// Everything in the block that something can lead to.
  var anchors: [Anchor] {
    switch self {
    case .record(let anchor, _, let blocks): [anchor] + blocks.flatMap(\.anchors)
    case .list(let items): items.flatMap(\.anchors)
    case .table(let table):
      table.groups.flatMap { group in
        [group.anchor].compactMap(\.self) + group.rows.compactMap(\.anchor)
      }
    case .paragraph, .warning, .terms, .counts, .picture: []
    }
  }
}

extension Block.Item {
  fileprivate var anchors: [Anchor] { [anchor].compactMap(\.self) + items.flatMap(\.anchors) }
}

// MARK: - Phrases

extension DossierContent {
  /// The name of an entity, which leads to what is told of it.
  func name(_ entity: EntityID) -> Prose {
    Prose([.record(.entity(entity), view.label(.entity(entity)))])
  }

  /// The name of a participant; an empty slot says what is missing.
  func name(_ participant: Participant) -> Prose {
    switch participant {
    case .entity(let entity): name(entity)
    case .unknown(let description, _): "Nobody has said who: " + .text(description)
    }
  }

  /// The names of several, such as "A, B and C".
  func names(_ entities: [EntityID]) -> Prose {
    guard let last = entities.last else { return Prose() }
    let first = entities.dropLast().map(name)
    return first.isEmpty ? name(last) : first.joined(separator: ", ") + " and " + name(last)
  }

  /// The status of a fact with who confirms it or how many report it.
  func status(_ fact: FactID) -> Prose {
    var prose = Prose([.status(view.status(fact), view.statusPhrase(fact))])
    let contradictory = view.assessment(fact)?.contradictory ?? []
    if !contradictory.isEmpty {
      prose += " " + Prose([.conflict("contradicts themself: ")]) + names(contradictory)
    }
    return prose
  }

  /// What each side says about a fact, one line for each.
  func sides(_ fact: FactID) -> [Prose] {
    (view.assessment(fact)?.sides ?? []).map { stance in
      let line = name(stance.side) + .words(" " + view.word(stance))
      return stance.claims.isEmpty ? line : line + " (" + .claims(stance.claims) + ")"
    }
  }

  /// A claim in short: "Eleanor Vance denies it (c7)".
  func testimony(_ claim: Claim) -> Prose {
    name(claim.claimant) + .words(" \(view.phrase(claim.stance)) (") + .claim(claim.id) + ")"
  }

  /// A fact as a statement, which leads to the fact.
  func statement(_ fact: FactID) -> Prose {
    Prose([.record(.fact(fact), index.describe(fact))])
  }

  /// A date as a bracketed interval, with the words and the reason it rests on.
  func date(_ date: UncertainDate) -> [Prose] {
    [.date(date.display)] + basis(date)
  }

  /// The words and the reason that a date rests on.
  func basis(_ date: UncertainDate) -> [Prose] {
    var line = Prose()
    if let words = date.verbatim { line += Prose([.quote(words, language: nil)]) }
    if let basis = date.basis {
      if !line.spans.isEmpty { line += ", " }
      line += .text(basis)
    }
    return line.spans.isEmpty ? [] : [line]
  }
}

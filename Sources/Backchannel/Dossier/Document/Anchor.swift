import CaseModel
import Diagrams

/// Names the place in a dossier where a record is told, so that others can lead there.
struct Anchor: Hashable {
  /// A name that is inert in HTML and in the fragment of a link.
  let text: String

  private init(_ kind: String, _ id: String) { text = "\(kind)-\(DOTIdentifier(id).text)" }

  /// A fact with what each side says; of an event all that belongs to it.
  static func fact(_ id: FactID) -> Anchor { Anchor("fact", id.rawValue) }

  /// The claims about a target.
  static func claims(about target: ClaimTarget) -> Anchor {
    switch target {
    case .fact(let id): Anchor("claims", "f." + id.rawValue)
    case .claim(let id): Anchor("claims", "c." + id.rawValue)
    case .question(let id): Anchor("claims", "q." + id.rawValue)
    }
  }

  static func claim(_ id: ClaimID) -> Anchor { Anchor("claim", id.rawValue) }
  static func entity(_ id: EntityID) -> Anchor { Anchor("entity", id.rawValue) }
  static func source(_ id: SourceID) -> Anchor { Anchor("source", id.rawValue) }
  static func question(_ id: QuestionID) -> Anchor { Anchor("question", id.rawValue) }
  static func section(_ name: String) -> Anchor { Anchor("section", name) }
}

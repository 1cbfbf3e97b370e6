public import CaseModel
public import Diagrams

/// Says what a dossier is about.
public enum DossierSubject: Hashable, Sendable {
  /// The whole case.
  case whole
  /// One event, what was said about it, and what it was about.
  case event(EventID)
  /// One entity and the events in which it or its people took part, or that were there or about it.
  case entity(EntityID)

  /// What the diagram of such a dossier shows.
  public var diagramScope: DiagramScope {
    switch self {
    case .whole: .whole
    case .event(let event): .event(event)
    case .entity(let entity): .entity(entity)
    }
  }
}

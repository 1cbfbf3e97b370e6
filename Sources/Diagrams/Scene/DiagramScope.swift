public import CaseModel

/// Says what part of a case to draw.
public enum DiagramScope: Hashable, Sendable {
  /// Everything visible.
  case whole
  /// One event, who took part, and what is said about it.
  case event(EventID)
  /// One entity, its events and who else took part.
  case entity(EntityID)
}

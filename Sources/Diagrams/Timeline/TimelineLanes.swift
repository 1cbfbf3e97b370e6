/// Says in which lanes a timeline puts events.
public enum TimelineLanes: String, Hashable, Sendable, CaseIterable {
  /// A lane for the events of each side alone, and one for those of each group of sides.
  case side
  /// A lane for everybody who took part, so that one event may stand in several.
  case person
}

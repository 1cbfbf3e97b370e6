/// Lists how the nodes of a drawing look, from few to many.
public enum DrawingLook: String, Hashable, Sendable, CaseIterable {
  /// Cards with all that is known about each record.
  case cards
  /// Names; with events the day and the status.
  case pills
  /// Dots, and names for the best connected alone.
  case dots
}

/// Says what an indexed text is to its owner; earlier kinds are shown first among equals.
public enum NameTextKind: Int, CaseIterable, Comparable, Sendable {
  case name
  case alias
  case former
  case native
  case transliteration
  case nickname
  case acronym
  /// An id in this or another system; found only as a whole.
  case identifier
  /// A phrase such as "head of the SVR"; alone it is found only by all its words.
  case post

  /// Orders as declared.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Tells what became of the archived text that a source names.
public enum ArchivedText: Hashable, Sendable {
  /// Nobody looked for it; nothing is said about it or its quotes.
  case notSought
  /// It cannot be read, for this reason.
  case unreadable(String)
  /// The text, and the SHA-256 sum of its bytes in lower-case hexadecimal digits.
  case text(String, sha256: String)
}

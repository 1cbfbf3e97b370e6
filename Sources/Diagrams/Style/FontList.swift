/// Font families in order of preference.
///
/// Graphviz copies the names into SVG as they are, so nothing but plain names can be said.
public struct FontList: Hashable, Sendable {
  /// More families than these are refused.
  public static let maximumCount = 12
  /// Longer names are refused.
  public static let maximumLength = 40

  /// The families, the preferred one first.
  public let families: [String]

  /// Takes families; `nil` unless each `isValid(_:)`, there is one, and there are not too many.
  public init?(_ families: [String]) {
    guard (1...Self.maximumCount).contains(families.count), families.allSatisfy(Self.isValid),
      families.joined(separator: ",").utf8.count <= 128
    else { return nil }
    self.families = families
  }

  private init(trusted families: [String]) { self.families = families }

  static let sans = FontList(trusted: ["Helvetica", "Arial", "sans-serif"])

  /// Tells whether a name consists of ASCII letters and digits, with single spaces or hyphens
  /// between them, and is not too long.
  public static func isValid(_ family: String) -> Bool {
    let separators = Set("- ".utf8)
    let words = family.utf8.split(
      omittingEmptySubsequences: false,
      whereSeparator: separators.contains
    )
    return family.utf8.count <= maximumLength
      && words.allSatisfy { !$0.isEmpty && $0.allSatisfy(DOTCharacters.isAlphanumeric) }
  }

  var value: DOTValue { .keyword(families.joined(separator: ",")) }
}

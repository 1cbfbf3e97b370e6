import GraphModel

/// Decides which links may stand in a drawing.
enum DOTLink {
  private static let maximumBytes = 2000

  /// Returns the link percent-encoded, or nil when it leads anywhere but to the web or to an
  /// element of the same page.
  ///
  /// The library copies links into SVG as they are, so nothing may be left that could end the
  /// attribute.
  static func safe(_ link: String) -> String? {
    guard link.hasPrefix("#") else { return WebAddress(link)?.text }
    let count = link.utf8.count
    return count > 1 && count <= maximumBytes ? WebAddress.encoded(link) : nil
  }
}

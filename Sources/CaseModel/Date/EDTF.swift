/// Holds a date in the Extended Date/Time Format (ISO 8601-2).
///
/// Levels 0 and 1 are supported, and from level 2 the one-of lists such as
/// `[2018-01-26,2018-01-28..2018-01-30]`. Times of day are checked and dropped: the day is the one
/// written, whatever the zone. Years run from -9999 to 9999.
///
/// Source: https://www.loc.gov/standards/datetime/
public struct EDTF: Hashable, Sendable {
  /// The longest text that is read, in UTF-8 bytes.
  public static let maximumByteCount = 200

  /// The years that can be written.
  public static let years = -9999...9999

  /// The text as written, without white space around it.
  public let text: String
  /// The days the text allows; qualifiers do not widen them.
  public let bounds: DateBounds
  /// Whether any part is marked approximate, by `~` or `%`.
  public let isApproximate: Bool
  /// Whether any part is marked uncertain, by `?` or `%`.
  public let isUncertain: Bool

  /// Reads a text.
  ///
  /// - Throws: An error whose remedy names the right form, where the text is a known other one.
  public init(_ text: String) throws(EDTFError) {
    guard text.utf8.count <= Self.maximumByteCount else {
      throw EDTFError(
        message: "The date is longer than \(Self.maximumByteCount) bytes.",
        remedy: "Write the date alone and put the words under verbatim.",
        byteOffset: Self.maximumByteCount
      )
    }
    do {
      self = try EDTFParser.parse(text)
    } catch {
      guard let remedy = EDTFSuggestion.remedy(for: text) else { throw error }
      throw EDTFError(message: error.message, remedy: remedy, byteOffset: error.byteOffset)
    }
  }

  init(text: String, date: EDTFParser.Date) {
    self.text = text
    bounds = date.bounds
    isApproximate = date.isApproximate
    isUncertain = date.isUncertain
  }
}

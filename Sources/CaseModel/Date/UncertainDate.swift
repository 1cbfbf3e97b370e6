public import GraphModel

/// Tells when something happened, as far as it is known, and how that is known.
public struct UncertainDate: Hashable, Sendable {
  /// The date in EDTF notation, as written.
  public let edtf: String
  /// The days on which it can have happened.
  public let bounds: DateBounds
  /// Whether the date is marked approximate; the bounds are not widened for it.
  public let isApproximate: Bool
  /// Whether the date is marked uncertain; the bounds are not widened for it.
  public let isUncertain: Bool
  /// Why these bounds, such as `"last week", said on 2018-01-30`.
  public let basis: String?
  /// The words of the source, such as `last week`.
  public let verbatim: String?

  /// Reads a date in EDTF notation.
  ///
  /// - Throws: An error whose remedy names the right form, where the text is a known other one.
  public init(edtf: String, basis: String? = nil, verbatim: String? = nil) throws(EDTFError) {
    self.init(try EDTF(edtf), basis: basis, verbatim: verbatim)
  }

  /// Makes a date that is known to the day.
  public static func day(_ day: CalendarDate) -> UncertainDate {
    let date = EDTFParser.Date(bounds: DateBounds(day: day))
    return UncertainDate(EDTF(text: day.description, date: date), basis: nil, verbatim: nil)
  }

  private init(_ date: EDTF, basis: String?, verbatim: String?) {
    edtf = date.text
    bounds = date.bounds
    isApproximate = date.isApproximate
    isUncertain = date.isUncertain
    self.basis = basis
    self.verbatim = verbatim
  }

  /// Returns the date with other words about it.
  func explained(basis: String?, verbatim: String?) -> UncertainDate {
    let date = EDTFParser.Date(
      bounds: bounds,
      isApproximate: isApproximate,
      isUncertain: isUncertain
    )
    return UncertainDate(EDTF(text: edtf, date: date), basis: basis, verbatim: verbatim)
  }

  /// Whether the date is one day that nothing qualifies.
  public var isExactDay: Bool { bounds.onlyDay != nil && qualifier.isEmpty }

  /// The date for people: its bounds, then `~` (approximate), `?` (uncertain) or `%` (both).
  public var display: String { bounds.description + qualifier }

  /// The date for people with a shortened last day, such as `[2018-01-22, 28]~`.
  public var shortDisplay: String { bounds.shortDescription + qualifier }

  private var qualifier: String {
    switch (isApproximate, isUncertain) {
    case (true, true): "%"
    case (true, false): "~"
    case (false, true): "?"
    case (false, false): ""
    }
  }
}

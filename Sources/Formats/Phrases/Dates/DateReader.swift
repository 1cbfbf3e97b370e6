public import CaseModel
import GraphModel

/// Says what is known of a date before its text is read.
public struct DateContext: Hashable, Sendable {
  /// The year of a date that has none.
  public var year: Int?
  /// The days in which the date lies, which give a date without year its year.
  public var within: DateBounds?

  /// Makes a context; an empty one leaves dates without a year unreadable.
  public init(year: Int? = nil, within: DateBounds? = nil) {
    self.year = year
    self.within = within
  }
}

/// Reads dates as registers write them: in declared forms first, then in EDTF, then in words.
///
/// What the words widen is said in `basis`: the early part of a month ends on the 10th, the middle
/// on the 20th; of a year after April and August.
public struct DateReader: Hashable, Sendable {
  /// The longest text that is read, in characters.
  public static let maximumCharacterCount = 120

  /// The declared forms, tried in order.
  public var forms: [DateForm]
  /// Whether `3/4/2018` is 3 April; `nil` makes such a date unreadable.
  public var isDayFirst: Bool?
  /// Whether only the declared forms are read.
  public var isStrict: Bool

  /// Makes a reader.
  public init(forms: [DateForm] = [], isDayFirst: Bool? = nil, isStrict: Bool = false) {
    self.forms = forms
    self.isDayFirst = isDayFirst
    self.isStrict = isStrict
  }

  /// Reads a text.
  public func read(_ text: String, in context: DateContext = DateContext()) -> DateReading {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Self.isUnknown(words) { return .unknown }
    guard words.count <= Self.maximumCharacterCount else {
      return .unreadable(reason: "the text is too long for a date")
    }
    do throws(DateProblem) {
      if let date = try declared(words) { return .date(date) }
      if isStrict {
        let list = forms.map { "\"\($0.pattern)\"" }.joined(separator: " or ")
        throw .unreadable("it is not in the form \(list)")
      }
      if let date = try? UncertainDate(edtf: words) { return .date(date) }
      return try phrase(words, in: context)
    } catch {
      switch error {
      case .impossible(let reason): return .impossible(reason: reason)
      case .unreadable(let reason): return .unreadable(reason: reason)
      }
    }
  }

  private func declared(_ text: String) throws(DateProblem) -> UncertainDate? {
    for form in forms {
      guard let numbers = form.numbers(in: text) else { continue }
      guard numbers.hasValidTime else { throw .impossible("there is no such time of day") }
      let date = PartialDate(year: numbers.year, month: numbers.month, day: numbers.day)
      return try Self.date(try date.ends().first, basis: nil, verbatim: text)
    }
    return nil
  }

  private func phrase(_ text: String, in context: DateContext) throws(DateProblem) -> DateReading {
    var phrase = try DatePhrase(text, isDayFirst: isDayFirst)
    var basis: [String] = []
    if phrase.dates.contains(where: { $0.year == nil }) {
      let year = try Self.year(of: phrase, in: context)
      phrase.setYear(year)
      basis.append("the year \(year) is that of the entry")
    }
    if phrase.dates.contains(where: { $0.part != nil }) {
      basis.append("early, middle and late are taken for thirds")
    }
    let reason = basis.isEmpty ? nil : "\"\(text)\": " + basis.joined(separator: "; ")
    let forms = try phrase.edtf()
    var dates: [UncertainDate] = []
    for form in forms { dates.append(try Self.date(form, basis: reason, verbatim: text)) }
    return dates.count == 1 ? .date(dates[0]) : .several(dates)
  }

  private static func date(
    _ edtf: String,
    basis: String?,
    verbatim: String
  ) throws(DateProblem) -> UncertainDate {
    do {
      return try UncertainDate(
        edtf: edtf,
        basis: basis,
        verbatim: verbatim == edtf ? nil : verbatim
      )
    } catch {
      throw .impossible(error.message)
    }
  }

  /// Returns the one year in which the dates lie within the known days, or else the year given.
  private static func year(
    of phrase: DatePhrase,
    in context: DateContext
  ) throws(DateProblem) -> Int {
    if let within = context.within, let earliest = within.earliest, let latest = within.latest,
      latest.year - earliest.year < 100
    {
      let years = (earliest.year...latest.year).filter { year in
        var dated = phrase
        dated.setYear(year)
        guard let forms = try? dated.edtf() else { return false }
        return forms.contains { form in
          (try? EDTF(form))?.bounds.intersection(within) != nil
        }
      }
      if years.count == 1 { return years[0] }
    }
    guard let year = context.year else { throw .unreadable("no year is given") }
    return year
  }

  private static func isUnknown(_ text: String) -> Bool {
    unknownWords.contains(NameKeys.folded(text.trimmingDots))
  }

  private static let unknownWords: Set<String> = [
    "", "-", "--", "\u{2013}", "\u{2014}", "?", "??", "n/a", "na", "none", "null", "unknown",
    "not known", "undated", "n.d", "nd", "tbd", "tbc", "k.a", "o.d", "unbekannt", "ohne datum",
    "inconnu", "inconnue", "s.d", "sans date", "desconocido", "desconocida", "s/f", "sin fecha",
  ]
}

extension String {
  /// The text without full stops at its end.
  fileprivate var trimmingDots: String {
    String(reversed().drop { $0 == "." }.reversed())
  }
}

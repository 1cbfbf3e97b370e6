/// Holds the dates of a phrase and what joins them, such as "25 or 26 March".
struct DatePhrase {
  /// Lists how the dates of a phrase belong together.
  enum Joint: Hashable {
    /// From one to the other.
    case range
    /// One of them.
    case choice
    /// All of them.
    case list
  }

  /// The dates in the order of the phrase, each with all that it shares with its neighbours.
  private(set) var dates: [PartialDate] = []
  private(set) var joint: Joint?
  /// A word in front of a single date that opens or closes an interval.
  private(set) var opening: DateWords.Meaning?
  private var current = PartialDate()

  /// Reads a phrase.
  ///
  /// - Throws: What cannot be read.
  init(_ text: String, isDayFirst: Bool?) throws(DateProblem) {
    let tokens = DateLexer.tokens(of: text, isDayFirst: isDayFirst)
    for (index, token) in tokens.enumerated() {
      try take(token, next: index + 1 < tokens.count ? tokens[index + 1] : nil)
    }
    try finish()
    guard !dates.isEmpty else { throw .unreadable("no date is given") }
    guard joint != .range || dates.count == 2 else {
      throw .unreadable("it is not plain which dates are meant")
    }
    share()
  }

  private mutating func take(
    _ token: DateLexer.Token,
    next: DateLexer.Token?
  ) throws(DateProblem) {
    switch token {
    case .compound(let date):
      guard current.isEmpty else { throw .unreadable("two dates stand together") }
      current.year = date.year
      current.month = date.month
      current.day = date.day
    case .ambiguous(let first, let second, let year):
      throw .unreadable(
        "\(first)/\(second)/\(year) may be the day \(first) or the day \(second); declare which is"
          + " first"
      )
    case .number(let number, let digits): try take(number, digits: digits, next: next)
    case .decade(let year):
      current.year = year
      current.isDecade = true
    case .word(let meaning): try take(meaning)
    case .dash: try join(.range)
    case .comma: try takeComma(next: next)
    case .question: current.isUncertain = true
    case .tilde: current.isApproximate = true
    case .unknown(let word): throw .unreadable("\"\(word)\" is no part of a date")
    }
  }

  private mutating func take(
    _ number: Int,
    digits: Int,
    next: DateLexer.Token?
  ) throws(DateProblem) {
    if current.quarter == 0 {
      current.quarter = number
    } else if next == .word(.quarter) {
      current.quarter = number
    } else if digits == 4, current.year == nil {
      current.year = number
    } else if digits <= 2, current.day == nil {
      current.day = number
    } else {
      throw .unreadable("\(number) has no part in the date")
    }
  }

  private mutating func take(_ meaning: DateWords.Meaning) throws(DateProblem) {
    switch meaning {
    case .month(let month):
      // "May 3, 2018": a month begins a date, so one that has a month already is at its end.
      guard current.month == nil else { throw .unreadable("two months stand together") }
      current.month = month
    case .part(let part): current.part = part
    case .approximately: current.isApproximate = true
    case .perhaps: current.isUncertain = true
    case .since, .after, .until, .before, .between:
      if meaning == .until, !current.isEmpty { return try join(.range) }
      guard current.isEmpty, dates.isEmpty, opening == nil else {
        throw .unreadable("it is not plain which dates are meant")
      }
      opening = meaning
    case .to: try join(.range)
    case .or: try join(.choice)
    case .and: try join(opening == .between ? .range : .list)
    case .quarter: if current.quarter == nil { current.quarter = 0 }
    case .ordinal(let number): current.quarter = number
    case .filler: break
    }
  }

  /// A comma ends a date unless only the year is still to come, or nothing was there yet.
  private mutating func takeComma(next: DateLexer.Token?) throws(DateProblem) {
    if current.isEmpty { return }
    if case .number(_, digits: 4)? = next, current.year == nil { return }
    if next == .word(.or) || next == .word(.and) || next == nil { return }
    try join(joint == .choice ? .choice : .list)
  }

  private mutating func join(_ new: Joint) throws(DateProblem) {
    guard !current.isEmpty else {
      // "mid- or late June", "and" after a comma.
      throw .unreadable("a date is missing")
    }
    switch (joint, new) {
    case (nil, _), (.list, .choice): joint = new
    case (.choice, .list), (.list, .list), (.choice, .choice): break
    default: throw .unreadable("it is not plain which dates are meant")
    }
    dates.append(current)
    current = PartialDate()
  }

  private mutating func finish() throws(DateProblem) {
    if current.isEmpty {
      guard joint == nil, dates.isEmpty else { throw .unreadable("a date is missing") }
      throw .unreadable("no date is given")
    }
    if current.quarter == 0 { throw .unreadable("a quarter has a number") }
    dates.append(current)
  }

  /// Gives each date what it leaves out because a neighbour says it.
  private mutating func share() {
    for index in dates.indices.dropLast().reversed() {
      let next = dates[index + 1]
      if dates[index].month == nil, dates[index].day != nil { dates[index].month = next.month }
      if dates[index].year == nil { dates[index].year = next.year }
      if dates[index].day == nil, dates[index].part != nil, dates[index].month == nil {
        dates[index].month = next.month
      }
    }
    for index in dates.indices.dropFirst() {
      let previous = dates[index - 1]
      if dates[index].month == nil, dates[index].day != nil { dates[index].month = previous.month }
      if dates[index].year == nil { dates[index].year = previous.year }
    }
    guard joint == .range, dates.count == 2, let year = dates[1].year else { return }
    // "30 December to 2 January 2019" begins in the year before.
    if dates[0].year == year, let first = dates[0].month, let last = dates[1].month, first > last,
      last <= 12, first <= 12
    {
      dates[0].year = year - 1
    }
  }

  /// Gives the dates a year where they have none.
  mutating func setYear(_ year: Int) {
    for index in dates.indices where dates[index].year == nil { dates[index].year = year }
    guard joint == .range, dates.count == 2, let first = dates[0].month, let last = dates[1].month,
      first > last, dates[1].year == year
    else { return }
    dates[1].year = year + 1
  }
}

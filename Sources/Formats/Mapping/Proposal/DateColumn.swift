import CaseModel

/// Says how the dates of a column are written, as far as its values show.
struct DateColumn {
  /// The share of the values that are dates, 0 to 1.
  let share: Double
  /// The forms that must be declared for them to be read.
  var forms: [String] = []
  /// Whether 3/4 is in April, where the values leave it open.
  var isDayFirst: Bool?
  /// How the dates are written, and how that was found out.
  let reason: String

  /// Lists what a value can be as a date.
  enum Kind: Hashable {
    /// It is read as it is; the words say its form.
    case plain(String)
    /// Two numbers of which either may be the day, and what keeps them apart.
    case ordered(first: Int, second: Int, sign: Character, isShort: Bool)
    case none
  }

  /// Looks at the values of a column.
  ///
  /// - Parameters:
  ///   - isNamed: Whether the head of the column says that it holds dates.
  ///   - inOrder: Values in the order of the rows.
  init?(_ values: [(text: String, count: Int)], isNamed: Bool, inOrder: [String]) {
    // Most columns hold no dates: a few values tell.
    let isHopeless = values.prefix(20).allSatisfy { Self.kind($0.text, isNamed: isNamed) == .none }
    guard !values.isEmpty, !isHopeless else { return nil }
    var forms: [String: Int] = [:]
    var order = Order()
    var (good, total) = (0, 0)
    for (text, count) in values {
      total += count
      switch Self.kind(text, isNamed: isNamed) {
      case .plain(let form):
        good += count
        forms[form, default: 0] += count
      case .ordered(let first, let second, let sign, let isShort):
        good += count
        order.add(first, second, sign, isShort, count)
      case .none: break
      }
    }
    guard good > 0 else { return nil }
    share = Double(good) / Double(total)
    if forms["YYYYMMDDHHmmss"] != nil { self.forms.append("YYYYMMDDHHmmss") }
    let usual = forms.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard order.count > 0 else {
      reason = "read as \(usual?.key ?? "dates")"
      return
    }
    let decision = order.decision(inOrder)
    isDayFirst = decision.isDayFirst
    self.forms += order.forms(isDayFirst: decision.isDayFirst)
    reason = decision.reason
  }

  // MARK: - One value

  /// Returns what a value is as a date.
  static func kind(_ text: String, isNamed: Bool) -> Kind {
    guard text.utf8.count <= DateReader.maximumCharacterCount,
      isWorthReading(text)
    else { return .none }
    if let numbers = numbers(text) { return numbers }
    let isNumber = ValueLook(text) == .number
    if isNumber {
      if let form = glued(text) { return .plain(form) }
      let year = Int(text).flatMap { 1800...2100 ~= $0 ? $0 : nil }
      return isNamed && year != nil ? .plain("years") : .none
    }
    switch DateReader().read(text) {
    case .date, .several: return .plain(form(of: text))
    case .impossible: return isNamed ? .plain("dates") : .none
    case .unreadable: return phrase(text)
    case .unknown: return .none
    }
  }

  /// Reads "du 01/07/2019 au 30/06/2020", whose numbers are dates once day or month is first.
  private static func phrase(_ text: String) -> Kind {
    let isDate = [true, false].contains { isDayFirst in
      DateReader(isDayFirst: isDayFirst).read(text).date != nil
    }
    guard isDate else { return .none }
    var kind = Kind.none
    for match in text.matches(of: /(\d{1,2})([-\/])(\d{1,2})\2\d{4}/) {
      guard let first = Int(match.1), let second = Int(match.3), let sign = match.2.first else {
        continue
      }
      kind = .ordered(first: first, second: second, sign: sign, isShort: false)
      // A number over 12 decides which is the day.
      if max(first, second) > 12 { break }
    }
    return kind
  }

  /// Whether a text can be a date at all; reading one takes long.
  private static func isWorthReading(_ text: String) -> Bool {
    var (digits, letters, run, longest) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars {
      if "0"..."9" ~= scalar {
        digits += 1
        run = 0
      } else if scalar.properties.isAlphabetic {
        letters += 1
        run += 1
        longest = max(longest, run)
      } else {
        run = 0
      }
    }
    guard digits > 0 else { return false }
    // Names of months have three letters; "2018-03-05T10:00Z" has two.
    return letters == 0 ? digits >= 4 : longest >= 3 || digits >= 8
  }

  /// Reads `3/4/2018`, `3-4-18` or `3.4.18`, with or without a time of day.
  private static func numbers(_ text: String) -> Kind? {
    var rest = Array(text.utf8.prefix(40))[...]
    func number(_ counts: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix { 0x30...0x39 ~= $0 }
      guard counts.contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let first = number(1...2), let sign = rest.popFirst(), "-/.".utf8.contains(sign),
      let second = number(1...2), rest.popFirst() == sign
    else { return nil }
    let before = rest.count
    guard number(2...4) != nil, [2, 4].contains(before - rest.count) else { return nil }
    let isShort = before - rest.count == 2
    if let next = rest.first {
      // A time of day.
      guard next == UInt8(ascii: " ") || next == UInt8(ascii: "T"), rest.contains(0x3A) else {
        return nil
      }
    }
    if sign == UInt8(ascii: "."), !isShort { return .plain("day.month.year") }
    guard 1...31 ~= first, 1...31 ~= second else { return nil }
    let character = Character(Unicode.Scalar(sign))
    return .ordered(first: first, second: second, sign: character, isShort: isShort)
  }

  private static func glued(_ text: String) -> String? {
    guard [8, 14].contains(text.utf8.count), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let year = Int(text.prefix(4)), 1800...2100 ~= year,
      let month = Int(text.dropFirst(4).prefix(2)), 1...12 ~= month,
      let day = Int(text.dropFirst(6).prefix(2)), 1...31 ~= day
    else { return nil }
    return text.utf8.count == 8 ? "YYYYMMDD" : "YYYYMMDDHHmmss"
  }

  private static func form(of text: String) -> String {
    let start = text.prefix(10)
    if start.utf8.count == 10,
      start.utf8.enumerated().allSatisfy({ index, byte in
        index == 4 || index == 7 ? byte == 0x2D : 0x30...0x39 ~= byte
      })
    {
      return "year-month-day"
    }
    return text.contains(where: \.isLetter) ? "dates in words" : "dates"
  }

  // MARK: - Day and month

  /// Counts what numbers say of the order of day and month.
  private struct Order {
    var count = 0
    var dayFirst = 0
    var monthFirst = 0
    var signs: [Character: Int] = [:]
    var shortSigns: Set<Character> = []

    mutating func add(_ first: Int, _ second: Int, _ sign: Character, _ isShort: Bool, _ n: Int) {
      count += n
      signs[sign, default: 0] += n
      if isShort { shortSigns.insert(sign) }
      // With points the day is first everywhere.
      let isPoint = sign == "." && second <= 12
      if first > 12 || isPoint { dayFirst += n }
      if second > 12, !isPoint { monthFirst += n }
    }

    func decision(_ inOrder: [String]) -> (isDayFirst: Bool, reason: String) {
      let sign = signs.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "/"
      func named(_ isDayFirst: Bool) -> String {
        isDayFirst ? "day\(sign)month\(sign)year" : "month\(sign)day\(sign)year"
      }
      if dayFirst > 0, monthFirst > 0 {
        let isDayFirst = dayFirst >= monthFirst
        return (
          isDayFirst,
          "read as \(named(isDayFirst)), though \(min(dayFirst, monthFirst)) can only be "
            + "\(named(!isDayFirst)): look at them"
        )
      }
      if dayFirst + monthFirst > 0 {
        let isDayFirst = dayFirst > 0
        let why =
          sign == "."
          ? ""
          : ": the \(isDayFirst ? "first" : "second") number is over 12 in \(dayFirst + monthFirst)"
        return (isDayFirst, "read as \(named(isDayFirst))\(why)")
      }
      let (asDay, asMonth) = (Self.steps(back: inOrder, true), Self.steps(back: inOrder, false))
      if asDay != asMonth, min(asDay, asMonth) * 4 <= max(asDay, asMonth), max(asDay, asMonth) > 1 {
        let isDayFirst = asDay < asMonth
        return (
          isDayFirst, "read as \(named(isDayFirst)): only so the rows are in the order of time"
        )
      }
      return (
        true,
        "are dates, but whether the day or the month is first is undecided, for no number is over "
          + "12; taken as \(named(true)): change dayFirst if it is \(named(false))"
      )
    }

    /// Counts how often a row is earlier than the one before it or, if fewer, later.
    private static func steps(back values: [String], _ isDayFirst: Bool) -> Int {
      let reader = DateReader(isDayFirst: isDayFirst)
      let days = values.prefix(400).compactMap { reader.read($0).date?.bounds.earliest }
      let pairs = zip(days, days.dropFirst())
      return min(pairs.count { $1 < $0 }, pairs.count { $1 > $0 })
    }

    func forms(isDayFirst: Bool) -> [String] {
      shortSigns.sorted().flatMap { sign in
        let form = isDayFirst ? "D\(sign)M\(sign)YY" : "M\(sign)D\(sign)YY"
        return [form, form + " HH:mm"]
      }
    }
  }
}

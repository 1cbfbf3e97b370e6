import CaseModel
import GraphModel

/// Writes dates as FollowTheMoney knows them, which are a day, a month, a year or two of these, and
/// the rest in words that can be read back.
enum FTMDate {
  private static let lead = "When: "
  private static let words = "; in the words of the source: "
  private static let basis = "; because: "

  /// Adds a date: `date` where one prefix says all, else `startDate` and `endDate`; and a line of
  /// the description where that is not all.
  static func add(
    _ date: UncertainDate?,
    to entity: inout FTMEntity,
    id: String? = nil,
    claims: [ClaimID]? = nil
  ) {
    guard let date else { return }
    if let prefix = prefix(date.bounds) {
      entity.add("date", prefix, original: date.verbatim, claims: claims)
    } else {
      let first = date.bounds.earliest.flatMap(day)
      let last = date.bounds.latest.flatMap(day)
      entity.add("startDate", first, original: date.verbatim, claims: claims)
      entity.add("endDate", last, original: date.verbatim, claims: claims)
    }
    let isPlain = date.basis == nil && date.verbatim == nil && id == nil
    if !isPlain || plain(date.bounds) != date.edtf {
      entity.add("description", line(date, id: id), claims: claims)
    }
  }

  /// Returns the day, month or year of a date that is one; `nil` for any other.
  static func prefix(_ bounds: DateBounds) -> String? {
    let text = bounds.description
    return text.hasPrefix("[") || text.utf8.count > 10 || !text.hasPrefix(year(text)) ? nil : text
  }

  /// Returns the month or year that a date lies in; `nil` where it may lie in several.
  static func enclosing(_ bounds: DateBounds) -> String? {
    if let prefix = prefix(bounds) { return prefix }
    guard let first = bounds.earliest.flatMap(day), let last = bounds.latest.flatMap(day) else {
      return nil
    }
    if first.prefix(7) == last.prefix(7) { return String(first.prefix(7)) }
    return first.prefix(4) == last.prefix(4) ? String(first.prefix(4)) : nil
  }

  /// Returns the notation that follows from the bounds alone.
  static func plain(_ bounds: DateBounds) -> String {
    if let prefix = prefix(bounds) { return prefix }
    let first = bounds.earliest.map(\.description) ?? ".."
    return "\(first)/\(bounds.latest.map(\.description) ?? "..")"
  }

  /// Returns a date as a line of text that `read` understands.
  static func line(_ date: UncertainDate, id: String? = nil) -> String {
    lead + (id.map { "(\($0)) " } ?? "") + date.edtf
      + (date.verbatim.map { words + $0 } ?? "") + (date.basis.map { basis + $0 } ?? "")
  }

  /// Reads a line of text that `line` wrote.
  static func read(_ line: String) -> (id: String?, date: UncertainDate)? {
    guard line.hasPrefix(lead) else { return nil }
    var rest = String(line.dropFirst(lead.count))
    func cut(_ separator: String) -> String? {
      guard let range = rest.ranges(of: separator).first else { return nil }
      defer { rest = String(rest[..<range.lowerBound]) }
      return String(rest[range.upperBound...])
    }
    let why = cut(basis)
    let verbatim = cut(words)
    var id: String?
    if rest.hasPrefix("("), let end = rest.ranges(of: ") ").first {
      id = String(rest[rest.index(after: rest.startIndex)..<end.lowerBound])
      rest = String(rest[end.upperBound...])
    }
    guard let date = try? UncertainDate(edtf: rest, basis: why, verbatim: verbatim) else {
      return nil
    }
    return (id, date)
  }

  /// Reads the dates of an entity; a time of day is dropped.
  static func read(_ entity: FTMEntity, _ single: String = "date") -> [UncertainDate] {
    if let first = entity.first("startDate") ?? entity.first("endDate").map({ _ in ".." }) {
      let end = entity.first("endDate").map(dayPart) ?? ".."
      let text = entity.first("startDate") == nil ? ".." : dayPart(first)
      if text == end, let date = try? UncertainDate(edtf: text) { return [date] }
      if let date = try? UncertainDate(edtf: "\(text)/\(end)") { return [date] }
    }
    return entity[single].compactMap { try? UncertainDate(edtf: dayPart($0)) }
  }

  private static func dayPart(_ text: String) -> String {
    String(text.prefix { $0 != "T" && $0 != " " })
  }

  private static func year(_ text: String) -> String {
    text.prefix(4).allSatisfy(\.isASCIIDigit) ? String(text.prefix(4)) : "\u{0}"
  }

  private static func day(_ date: CalendarDate) -> String? {
    (1...9999).contains(date.year) ? date.description : nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

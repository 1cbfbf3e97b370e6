import CaseModel
import GraphModel

/// Says how a date comes from a row.
struct DateRule: Sendable {
  /// Holds what a row says of a date.
  enum Reading {
    case nothing
    /// One date, or several days on each of which it happened.
    case dates([UncertainDate])
    /// Words that no date could be made of; they stand verbatim in a note.
    case words(String)

    /// The date, if it is exactly one.
    var date: UncertainDate? {
      if case .dates(let dates) = self, dates.count == 1 { dates.first } else { nil }
    }
  }

  let first: MappedText
  /// The last day, where two columns say from when to when.
  let last: MappedText?
  let reader: DateReader

  /// - Throws: A problem for a day that does not exist, an end before the beginning, or a day and
  ///   a month that could be either.
  func date(_ row: MappedRow, _ cache: inout DateCache) throws(RowProblem) -> Reading {
    let text = first.text(row)
    guard let last else { return try read(text, first.slot, &cache) }
    let end = last.text(row)
    guard !text.isEmpty else { return try read(end, last.slot, &cache) }
    guard !end.isEmpty, end != text else { return try read(text, first.slot, &cache) }
    guard let from = try read(text, first.slot, &cache).date,
      let to = try read(end, last.slot, &cache).date
    else {
      return .words("\(text) – \(end)")
    }
    if from.bounds == to.bounds { return .dates([from]) }
    guard !from.edtf.contains("/"), !to.edtf.contains("/"),
      let date = try? UncertainDate(
        edtf: "\(from.edtf)/\(to.edtf)",
        verbatim: from.verbatim == nil && to.verbatim == nil ? nil : "\(text) – \(end)"
      )
    else {
      throw RowProblem(
        .invalidDate,
        "the last day is before the first: '\(text.prefix(40)) – \(end.prefix(40))'",
        remedy: "put the two dates right",
        slot: last.slot
      )
    }
    return .dates([date])
  }

  private func read(
    _ text: String,
    _ slot: Int?,
    _ cache: inout DateCache
  ) throws(RowProblem) -> Reading {
    if text.isEmpty { return .nothing }
    switch cache.read(text, by: reader) {
    case .date(let date): return .dates([date])
    case .several(let dates): return .dates(dates)
    case .unknown: return .nothing
    case .impossible(let reason):
      throw RowProblem(
        .invalidDate,
        "'\(text.prefix(40))' is no date: \(reason)",
        remedy: "put the date right; if day and month are the other way round, declare 'forms'",
        slot: slot
      )
    case .unreadable(let reason):
      guard isAmbiguous(text) || text.utf8.allSatisfy({ 0x2D...0x39 ~= $0 || $0 == 0x20 }) else {
        return .words(text)
      }
      throw RowProblem(
        .invalidDate,
        "'\(text.prefix(40))' cannot be read as a date: \(reason)",
        remedy: "declare how dates are written, such as 'forms: [DD/MM/YYYY]'",
        slot: slot
      )
    }
  }

  /// Whether a text is a date as soon as somebody says that the day is first.
  private func isAmbiguous(_ text: String) -> Bool {
    guard reader.isDayFirst == nil else { return false }
    var decided = reader
    decided.isDayFirst = true
    if case .unreadable = decided.read(text) { return false }
    return true
  }
}

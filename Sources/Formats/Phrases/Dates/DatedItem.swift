import CaseModel
import GraphModel

/// Holds one of several dated items in a cell, such as "12 March: call with X".
public struct DatedItem: Hashable, Sendable {
  /// The date in front of the item or in brackets behind it; `unknown` where it has none.
  public let date: DateReading
  /// The item without its date.
  public let text: String
}

extension DateReader {
  /// Cuts a cell into its dated items, at line breaks and semicolons, and at commas where all that
  /// stands between them are dates.
  ///
  /// A piece without a date belongs to the one before it; a first piece without a date is an item
  /// of its own. Dates without a year take it from the context, or else from the item before.
  public func items(in cell: String, context: DateContext = DateContext()) -> [DatedItem] {
    switch read(cell, in: context) {
    case .date(let date): return [DatedItem(date: .date(date), text: "")]
    case .several(let dates): return dates.map { DatedItem(date: .date($0), text: "") }
    case .unknown: return []
    case .impossible, .unreadable: break
    }
    var items: [DatedItem] = []
    var context = context
    for piece in cell.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { continue }
      let item = item(of: words, in: context)
      if item.date == .unknown, let last = items.last, last.date != .unknown {
        items[items.count - 1] = DatedItem(date: last.date, text: "\(last.text); \(item.text)")
      } else {
        items.append(item)
      }
      if let year = item.date.date?.bounds.earliest?.year { context.year = context.year ?? year }
    }
    return items
  }

  /// Takes the longest date from the start of a piece, or the one in brackets at its end.
  private func item(of words: [String], in context: DateContext) -> DatedItem {
    for count in (1...min(8, words.count)).reversed() {
      var start = words[..<count].joined(separator: " ")
      let isMarked = start.hasSuffix(":") || start.hasSuffix(",")
      if isMarked { start.removeLast() }
      let date = read(start, in: context)
      guard isDate(date) else { continue }
      var rest = words[count...]
      if let sign = rest.first, ["-", ":", "\u{2013}", "\u{2014}"].contains(sign) {
        rest = rest.dropFirst()
      }
      return DatedItem(date: date, text: rest.joined(separator: " "))
    }
    let text = words.joined(separator: " ")
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      let date = read(String(text[text.index(after: open)...].dropLast()), in: context)
      if isDate(date) {
        return DatedItem(date: date, text: text[..<open].trimmingSpaces)
      }
    }
    return DatedItem(date: .unknown, text: text)
  }

  private func isDate(_ reading: DateReading) -> Bool {
    switch reading {
    case .date, .several, .impossible: true
    case .unknown, .unreadable: false
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

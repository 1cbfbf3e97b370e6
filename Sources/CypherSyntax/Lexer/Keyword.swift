/// Lists the words with a meaning of their own; each is a name wherever a name can stand.
enum Keyword: UInt8, CaseIterable {
  /// No keyword.
  case noKeyword
  case all
  case allShortestPaths
  case and
  case any
  case `as`
  case asc
  case ascending
  case both
  case by
  case call
  case `case`
  case collect
  case contains
  case count
  case create
  case csv
  case delete
  case desc
  case descending
  case detach
  case distinct
  case `else`
  case end
  case ends
  case exists
  case explain
  case `false`
  case fieldTerminator
  case filter
  case finish
  case forEach
  case from
  case group
  case groups
  case headers
  case `in`
  case inf
  case infinity
  case insert
  case `is`
  case leading
  case `let`
  case limit
  case load
  case match
  case merge
  case nan
  case noDetach
  case none
  case not
  case null
  case offset
  case on
  case optional
  case or
  case order
  case path
  case paths
  case profile
  case reduce
  case remove
  case `return`
  case set
  case shortest
  case shortestPath
  case single
  case skip
  case starts
  case then
  case trailing
  case trim
  case `true`
  case typed
  case union
  case unwind
  case when
  case `where`
  case with
  case xor
  case yield

  /// How it is written.
  var text: String { "\(self)".uppercased() }

  /// Whether a clause begins with it.
  var beginsClause: Bool {
    switch self {
    case .match, .optional, .return, .with, .create, .insert, .merge, .unwind, .call, .forEach,
      .load, .delete, .detach, .noDetach, .set, .remove, .finish, .let, .filter:
      true
    default: false
    }
  }

  /// Whether it can stand after a whole expression.
  var followsExpression: Bool {
    switch self {
    case .and, .or, .xor, .in, .is, .as, .starts, .ends, .contains, .order, .skip, .limit, .offset,
      .where, .then, .else, .when, .end, .asc, .desc, .ascending, .descending, .union, .yield, .on,
      .from, .fieldTerminator:
      true
    // Names of variables more often than clauses.
    case .let, .filter: false
    default: beginsClause
    }
  }

  /// Whether somebody who writes it where a value is wanted has more likely forgotten the value
  /// than named a variable so.
  var isSeldomVariable: Bool {
    switch self {
    case .not, .by: true
    case .asc, .desc, .ascending, .descending, .offset, .from, .fieldTerminator: false
    default: followsExpression
    }
  }
}

/// Finds the keyword that a word is, whatever its case.
struct KeywordTable: Sendable {
  /// The table for all keywords.
  static let shared = KeywordTable()

  /// Holds a word in capitals, eight bytes to a number.
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var keyword = Keyword.noKeyword
  }

  private static let slots = 512
  private static let longest = 16
  private var entries = ContiguousArray(repeating: Entry(), count: slots)

  private init() {
    for keyword in Keyword.allCases where keyword != .noKeyword {
      let bytes = ContiguousArray(keyword.text.utf8)
      guard var entry = Self.pack(bytes, 0, bytes.count) else { continue }
      entry.keyword = keyword
      var slot = Self.slot(entry)
      while entries[slot].keyword != .noKeyword { slot = (slot + 1) % Self.slots }
      entries[slot] = entry
    }
  }

  /// Returns the keyword in the bytes from `start` up to `end`, or `noKeyword`.
  func keyword(in bytes: ContiguousArray<UInt8>, _ start: Int, _ end: Int) -> Keyword {
    guard let word = Self.pack(bytes, start, end) else { return .noKeyword }
    var slot = Self.slot(word)
    while entries[slot].keyword != .noKeyword {
      if entries[slot].low == word.low, entries[slot].high == word.high {
        return entries[slot].keyword
      }
      slot = (slot + 1) % Self.slots
    }
    return .noKeyword
  }

  private static func pack(_ bytes: ContiguousArray<UInt8>, _ start: Int, _ end: Int) -> Entry? {
    guard end - start <= longest else { return nil }
    var entry = Entry()
    for index in start..<end {
      let byte = bytes[index] & 0xDF
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { return nil }
      entry.high = entry.high << 8 | entry.low >> 56
      entry.low = entry.low << 8 | UInt64(byte)
    }
    return entry
  }

  private static func slot(_ entry: Entry) -> Int {
    let mixed = (entry.low ^ entry.high &* 0x9E37_79B9) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 55)
  }
}

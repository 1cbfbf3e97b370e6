import GRDB
import GraphModel

/// Holds the rows of `key_range`: which elements have a key that follows from their id.
struct KeyRanges {
  struct Range {
    let ids: ClosedRange<Int64>
    let prefix: String
    let firstNumber: Int64
  }

  /// The ranges of each kind in ascending order of ids; none overlap.
  private var ranges: [ElementKind: [Range]] = [:]

  init(_ db: Database) throws {
    let sql = """
      SELECT kind, first_id, last_id, prefix, first_number FROM key_range ORDER BY kind, first_id
      """
    let row = try RawStatement(kept: sql, db, [])
    while try row.step() {
      let (first, last) = (try row.requiredInteger(1), try row.requiredInteger(2))
      guard let kind = ElementKind(rawValue: try row.requiredText(0)), first <= last,
        last - first < 1 << 40, first > (ranges[kind]?.last?.ids.upperBound ?? 0)
      else { throw StorageError(.caseDamaged, "the ranges of keys contradict one another") }
      let number = try row.requiredInteger(4)
      guard (0..<Int64.max / 2).contains(number), last < Int64.max / 2 else {
        throw StorageError(.caseDamaged, "a range of keys has no valid number")
      }
      ranges[kind, default: []].append(
        Range(ids: first...last, prefix: try row.requiredText(3), firstNumber: number)
      )
    }
  }

  /// Returns the key of an element without one of its own; `nil` when it is in no range.
  func key(_ kind: ElementKind, _ id: Int64) -> String? {
    guard let range = range(kind, id) else { return nil }
    return range.prefix + String(id - range.ids.lowerBound + range.firstNumber)
  }

  /// Returns the range that an id is in.
  func range(_ kind: ElementKind, _ id: Int64) -> Range? {
    guard let list = ranges[kind] else { return nil }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].ids.upperBound < id { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].ids.contains(id) ? list[low] : nil
  }

  /// Whether no element of a kind has a key that follows from its id.
  func isEmpty(_ kind: ElementKind) -> Bool { ranges[kind]?.isEmpty ?? true }

  /// Returns the ids that elements with a key may have, the latest first.
  func ids(_ kind: ElementKind, _ key: String) -> [Int64] {
    guard let list = ranges[kind], !list.isEmpty else { return [] }
    let zero = UInt8(ascii: "0")
    let last = key.utf8.lastIndex { !(zero...zero + 9 ~= $0) }
    let digits = key[(last.map(key.utf8.index(after:)) ?? key.startIndex)...]
    guard let number = Int64(digits), digits.utf8.count == 1 || digits.utf8.first != zero
    else { return [] }
    let prefix = key[..<digits.startIndex]
    return list.reversed().compactMap { range in
      guard range.prefix == prefix, number >= range.firstNumber else { return nil }
      let id = range.ids.lowerBound + (number - range.firstNumber)
      return range.ids.contains(id) ? id : nil
    }
  }
}

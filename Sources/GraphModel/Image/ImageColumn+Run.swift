/// Holds the values of columns for elements that follow one another, in memory that is used again
/// and again.
@safe final class ImageColumnRun {
  /// The most elements.
  static let capacity = 1_024

  /// Of each column, where the pieces of the values stand.
  private let places: UnsafeMutablePointer<ColumnPieces.Place>
  /// Of each column, the values without a kept piece as numbers.
  private let words: UnsafeMutablePointer<UInt64>
  private let codes: UnsafeMutablePointer<UInt32>
  private let columns: [ImageColumn]
  private let pieces: [ColumnPieces?]
  /// The most bytes of the kept pieces of one element.
  let pieceLimit: Int
  /// The columns that have any value in the run, in ascending order.
  private let used: UnsafeMutablePointer<Int>
  /// Where the pieces of these begin.
  private let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// How many these are.
  private(set) var usedCount = 0

  /// - Parameter names: What stands before the values, by column.
  init(_ columns: [ImageColumn], names: [String]) {
    self.columns = columns
    pieces = zip(columns, names).map { ColumnPieces($0, name: $1) }
    pieceLimit = pieces.count { $0 != nil } * ColumnPieces.limit
    unsafe places = .allocate(capacity: columns.count * Self.capacity)
    unsafe words = .allocate(capacity: columns.count * Self.capacity)
    unsafe codes = .allocate(capacity: Self.capacity)
    unsafe used = .allocate(capacity: columns.count)
    unsafe starts = .allocate(capacity: columns.count)
  }

  deinit {
    unsafe places.deallocate()
    unsafe words.deallocate()
    unsafe codes.deallocate()
    unsafe used.deallocate()
    unsafe starts.deallocate()
  }

  /// The column at a place among those that have any value.
  @inline(__always)
  func used(_ place: Int) -> Int { unsafe used[place] }

  /// The first byte of the pieces of that column.
  @inline(__always)
  @unsafe func start(_ place: Int) -> UnsafePointer<UInt8> { unsafe starts[place] }

  /// Where the piece of a value stands.
  @inline(__always)
  func piece(_ column: Int, _ row: Int) -> ColumnPieces.Place {
    unsafe places[column &* Self.capacity &+ row]
  }

  /// The number of a value whose piece is not kept.
  @inline(__always)
  func word(_ column: Int, _ row: Int) -> UInt64 {
    unsafe words[column &* Self.capacity &+ row]
  }
}

// MARK: - Reading

extension ImageColumnRun {
  /// Reads some elements, at most `capacity`.
  func read(_ range: Range<UInt32>) {
    usedCount = 0
    for (number, column) in columns.enumerated() {
      let isUsed =
        if let elements = column.elements {
          readSparse(number, column, elements, range)
        } else {
          readDense(number, column, Int(range.lowerBound)..<Int(range.upperBound))
        }
      guard isUsed else { continue }
      unsafe used[usedCount] = number
      if let pieces = pieces[number] { unsafe starts[usedCount] = unsafe pieces.start }
      usedCount += 1
    }
  }

  /// - Returns: Whether any element has a value.
  private func readSparse(
    _ number: Int,
    _ column: ImageColumn,
    _ elements: ImageIndices,
    _ range: Range<UInt32>
  ) -> Bool {
    let first = elements.lowerBound(of: range.lowerBound, in: 0..<elements.count)
    guard first < elements.count, range.contains(elements[first]) else { return false }
    let last = min(elements.count, first + range.count)
    let end = elements.lowerBound(of: range.upperBound, in: first..<last)
    let (places, words) = unsafe (places + number * Self.capacity, words + number * Self.capacity)
    unsafe readValues(number, column, first..<end, places, words)
    // From the last on, so that no value is moved to where another one has yet to be moved from.
    var row = range.count
    for place in stride(from: end - 1, through: first, by: -1) {
      let element = elements[place]
      // A forged list may descend.
      guard range.contains(element), element - range.lowerBound < row else { break }
      let target = Int(element - range.lowerBound)
      unsafe (places + target + 1).update(repeating: ColumnPieces.none, count: row - target - 1)
      unsafe places[target] = unsafe places[place - first]
      unsafe words[target] = unsafe words[place - first]
      row = target
    }
    unsafe places.update(repeating: ColumnPieces.none, count: row)
    return true
  }

  private func readDense(_ number: Int, _ column: ImageColumn, _ range: Range<Int>) -> Bool {
    let (places, words) = unsafe (places + number * Self.capacity, words + number * Self.capacity)
    let known = range.clamped(to: 0..<max(column.numbers.count, range.lowerBound))
    unsafe (places + known.count).update(
      repeating: ColumnPieces.none,
      count: range.count - known.count
    )
    guard let presence = column.presence else {
      unsafe readValues(number, column, known, places, words)
      return !known.isEmpty
    }
    // The column may end before the run.
    let first = known.lowerBound >> 3
    let bits = first..<max(first, min((known.upperBound + 7) >> 3, presence.count))
    guard bits.contains(where: { presence[$0] != 0 }) else { return false }
    unsafe readValues(number, column, known, places, words)
    for element in known {
      let byte = element >> 3 < presence.count ? presence[element >> 3] : 0
      guard byte >> UInt32(element & 7) & 1 == 0 else { continue }
      unsafe places[element - known.lowerBound] = ColumnPieces.none
    }
    return true
  }

  /// Reads the values at places of a column that follow one another.
  private func readValues(
    _ number: Int,
    _ column: ImageColumn,
    _ range: Range<Int>,
    _ places: UnsafeMutablePointer<ColumnPieces.Place>,
    _ words: UnsafeMutablePointer<UInt64>
  ) {
    guard let pieces = pieces[number], let all = column.numbers.codes else {
      let numbers = column.numbers.numbers(at: ContiguousArray(range.lazy.map(UInt32.init))) { $0 }
      for (row, place) in range.enumerated() {
        let form = column.form == .mixed ? column.tags[place] & 0xFF : column.form.rawValue
        unsafe places[row] = ColumnPieces.notKept + ColumnPieces.Place(form)
        unsafe words[row] = numbers[row]
      }
      return
    }
    unsafe all.copy(range, to: codes)
    for row in 0..<range.count {
      let code = unsafe codes[row]
      let place = pieces.place(code)
      unsafe places[row] = place
      if place >= ColumnPieces.notKept { unsafe words[row] = column.numbers.word(ofCode: code) }
    }
  }
}

/// Holds the values of columns for elements that follow one another, in memory that is used again
/// and again.
@safe final class ImageColumnRun {
  /// The most elements.
  static let capacity = 1_024

  /// Of each column, the forms of the values; 0 where there is none.
  private let forms: UnsafeMutablePointer<UInt8>
  /// Of each column, the values as numbers.
  private let words: UnsafeMutablePointer<UInt64>
  private let columns: [ImageColumn]
  /// The columns that have any value in the run, in ascending order.
  private let used: UnsafeMutablePointer<Int>
  /// How many these are.
  private(set) var usedCount = 0

  init(_ columns: [ImageColumn]) {
    self.columns = columns
    unsafe forms = .allocate(capacity: columns.count * Self.capacity)
    unsafe words = .allocate(capacity: columns.count * Self.capacity)
    unsafe used = .allocate(capacity: columns.count)
  }

  deinit {
    unsafe forms.deallocate()
    unsafe words.deallocate()
    unsafe used.deallocate()
  }

  /// Reads some elements, at most `capacity`.
  func read(_ range: Range<UInt32>) {
    usedCount = 0
    for (number, column) in columns.enumerated() {
      let start = number * Self.capacity
      if unsafe column.read(range, forms: forms + start, words: words + start) {
        unsafe used[usedCount] = number
        usedCount += 1
      }
    }
  }

  /// The column at a place among those that have any value.
  @inline(__always)
  func used(_ place: Int) -> Int { unsafe used[place] }

  /// The form of a value; `nil` where there is none.
  @inline(__always)
  func form(_ column: Int, _ row: Int) -> ImageFormat.Form? {
    unsafe ImageFormat.Form(rawValue: UInt32(forms[column &* Self.capacity &+ row]))
  }

  /// The number of a value.
  @inline(__always)
  func word(_ column: Int, _ row: Int) -> UInt64 {
    unsafe words[column &* Self.capacity &+ row]
  }
}

extension ImageColumn {
  /// Reads the values of elements that follow one another: of each its form, 0 where it has no
  /// value, and its number.
  ///
  /// - Returns: Whether any has a value.
  fileprivate func read(
    _ range: Range<UInt32>,
    forms: UnsafeMutablePointer<UInt8>,
    words: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    unsafe forms.update(repeating: 0, count: range.count)
    guard let elements else {
      return unsafe readDense(Int(range.lowerBound)..<Int(range.upperBound), forms, words)
    }
    var place = elements.lowerBound(of: range.lowerBound, in: 0..<elements.count)
    let first = place
    while place < elements.count {
      let element = elements[place]
      // A forged list may descend.
      guard range.contains(element) else { break }
      let row = Int(element - range.lowerBound)
      unsafe forms[row] = form(at: place)
      unsafe words[row] = numbers[place]
      place += 1
    }
    return place > first
  }

  private func readDense(
    _ range: Range<Int>,
    _ forms: UnsafeMutablePointer<UInt8>,
    _ words: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    let range = range.clamped(to: 0..<max(numbers.count, range.lowerBound))
    var isUsed = false
    for element in range where hasValue(element) {
      let row = element - range.lowerBound
      unsafe forms[row] = form(at: element)
      unsafe words[row] = numbers[element]
      isUsed = true
    }
    return isUsed
  }

  @inline(__always)
  private func hasValue(_ element: Int) -> Bool {
    guard let presence else { return true }
    guard element >> 3 < presence.count else { return false }
    return presence[element >> 3] >> UInt32(element & 7) & 1 == 1
  }

  @inline(__always)
  private func form(at place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: form == .mixed ? tags[place] : form.rawValue)
  }
}

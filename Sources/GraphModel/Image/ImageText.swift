/// Reads a list of texts of an image.
@safe public struct ImageText: Sendable {
  private let storage: ImageStorage
  private let offsets: ImageIndices
  private let offset: Int
  private let byteCount: Int
  /// The number of texts.
  public let count: Int

  /// Holds no text.
  static let empty = ImageText(.empty, offsets: .empty, offset: 0, byteCount: 0)

  init(_ storage: ImageStorage, offsets: ImageIndices, offset: Int, byteCount: Int) {
    self.storage = storage
    self.offsets = offsets
    self.offset = offset
    self.byteCount = byteCount
    count = max(0, offsets.count - 1)
  }

  /// The text at a place; bytes that are no UTF-8 are replaced.
  public subscript(index: Int) -> String {
    unsafe withBytes(index) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the other list is this very list, in the same place.
  package func isSame(as other: ImageText) -> Bool {
    storage === other.storage && offset == other.offset && count == other.count
  }

  /// Whether the text at a place has the bytes of another.
  public func hasBytes(_ index: Int, _ other: UnsafeRawBufferPointer) -> Bool {
    unsafe withBytes(index) { unsafe $0.count == other.count && $0.elementsEqual(other) }
  }

  /// Compares two texts by their bytes: negative, 0 or positive as the first is before the other one,
  /// the same, or after it.
  package func comparison(_ index: Int, _ other: Int) -> Int {
    unsafe withBytes(index) { one in
      unsafe withBytes(other) { two in
        for place in 0..<min(one.count, two.count) {
          let (own, further) = unsafe (one[place], two[place])
          if own != further { return own < further ? -1 : 1 }
        }
        return one.count - two.count
      }
    }
  }

  /// Lends the bytes of the text at a place.
  @inline(__always)
  package func withBytes<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
  {
    let range =
      index >= 0 && index < count ? offsets.range(index, within: byteCount) : 0..<0
    guard storage.areGood(offset + range.lowerBound, count: range.count) else {
      return unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return unsafe body(
      UnsafeRawBufferPointer(start: storage.start + offset + range.lowerBound, count: range.count)
    )
  }
}

import Synchronization

/// Holds bytes in memory for as long as somebody reads an image in them: a mapped file, or a buffer.
@unsafe public protocol ImageRegion: AnyObject, Sendable {
  /// The bytes, which must neither move nor change.
  var bytes: UnsafeRawBufferPointer { get }
}

/// Guards the sections of an image: no byte is handed out whose page was not checked before.
///
/// The first reader of a page compares its checksum, and that all indices in it are below the bound
/// of their section; so opening costs nothing, and a point query pays for what it touches. Readers
/// cannot fail: of a damaged page they get zeros, and `isDamaged` becomes true, whereupon the answer
/// must be thrown away.
@safe public final class ImageStorage: @unchecked Sendable {
  // Unchecked because of pointers: the bytes never change, and the states are atomic.

  /// Describes one section.
  struct Section {
    let kind: UInt32
    let item: UInt32
    /// From the first byte after the header.
    let offset: Int
    let length: Int
    let width: Int
    let form: UInt32
    let count: Int
    /// All numbers in the section must be less.
    var bound: UInt32?
  }

  /// The first byte after the header.
  let start: UnsafeRawPointer
  /// The sections in ascending order of offsets.
  let sections: [Section]
  private let dataCount: Int
  private let checksums: UnsafeRawBufferPointer
  private let region: (any ImageRegion)?
  /// By page, whether it was checked, and found good.
  let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let pageCount: Int
  private let damage = Atomic<Bool>(false)

  static let good: UInt8 = 1
  private static let bad: UInt8 = 2
  static let pageBytes = 1 << ImageFormat.pageShift

  /// Holds nothing.
  static let empty = unsafe ImageStorage(
    region: nil,
    data: UnsafeRawBufferPointer(start: nil, count: 0),
    checksums: UnsafeRawBufferPointer(start: nil, count: 0),
    sections: []
  )

  init(
    region: (any ImageRegion)?,
    data: UnsafeRawBufferPointer,
    checksums: UnsafeRawBufferPointer,
    sections: [Section]
  ) {
    unsafe self.region = region
    pageCount = (data.count + Self.pageBytes - 1) >> ImageFormat.pageShift
    unsafe states = .allocate(capacity: max(1, pageCount))
    for page in 0..<max(1, pageCount) { unsafe (states + page).initialize(to: Atomic(0)) }
    unsafe start = data.baseAddress ?? UnsafeRawPointer(states)
    dataCount = data.count
    unsafe self.checksums = unsafe checksums
    self.sections = sections.sorted { $0.offset < $1.offset }
  }

  deinit {
    unsafe states.deinitialize(count: max(1, pageCount))
    unsafe states.deallocate()
  }

  /// Whether a reader has met damage.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  /// Notes that the image contradicts itself.
  func noteDamage() { damage.store(true, ordering: .relaxed) }

  /// Whether the page that holds a byte is good; the byte must be within a section.
  @inline(__always)
  func isGood(at offset: Int) -> Bool {
    let page = offset &>> ImageFormat.pageShift
    return unsafe states[page].load(ordering: .relaxed) == Self.good || verify(page)
  }

  /// Whether all pages of some bytes are good; the bytes must be within a section.
  @inline(__always)
  func areGood(_ offset: Int, count: Int) -> Bool {
    guard count > 0 else { return true }
    let last = (offset + count - 1) &>> ImageFormat.pageShift
    var page = offset &>> ImageFormat.pageShift
    while page <= last {
      guard unsafe states[page].load(ordering: .relaxed) == Self.good || verify(page) else {
        return false
      }
      page += 1
    }
    return true
  }

  /// Checks all pages.
  ///
  /// Complexity: linear in the length of the image.
  func verifyAll() -> Bool {
    for page in 0..<pageCount where !verify(page) { return false }
    return !isDamaged
  }

  @inline(never)
  private func verify(_ page: Int) -> Bool {
    switch unsafe states[page].load(ordering: .relaxed) {
    case Self.good: return true
    case Self.bad: return false
    default: break
    }
    let range = page * Self.pageBytes..<min((page + 1) * Self.pageBytes, dataCount)
    let bytes = unsafe UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
    let expected = unsafe checksums.loadUnaligned(fromByteOffset: page * 8, as: UInt64.self)
    let isGood =
      unsafe ImageChecksum.hash(bytes) == UInt64(littleEndian: expected) && areBounded(range)
    unsafe states[page].store(isGood ? Self.good : Self.bad, ordering: .relaxed)
    if !isGood { noteDamage() }
    return isGood
  }

  /// Whether all indices in a range are less than the bounds of their sections.
  private func areBounded(_ range: Range<Int>) -> Bool {
    var index = firstSection(endingAfter: range.lowerBound)
    while index < sections.count, sections[index].offset < range.upperBound {
      let section = sections[index]
      index += 1
      guard let bound = section.bound else { continue }
      let part = range.clamped(to: section.offset..<section.offset + section.length)
      guard part.isEmpty || isBounded(part, width: section.width, bound) else { return false }
    }
    return true
  }

  private func firstSection(endingAfter offset: Int) -> Int {
    var (low, high) = (0, sections.count)
    while low < high {
      let middle = (low + high) / 2
      let section = sections[middle]
      if section.offset + section.length <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isBounded(_ range: Range<Int>, width: Int, _ bound: UInt32) -> Bool {
    let bytes = unsafe UnsafeRawBufferPointer(
      start: start + range.lowerBound,
      count: range.count
    )
    switch width {
    case 1: return UInt8(exactly: bound).map { unsafe Self.areBelow($0, bytes) } ?? true
    case 2: return UInt16(exactly: bound).map { unsafe Self.areBelow($0, bytes) } ?? true
    default: return unsafe Self.areBelow(bound, bytes)
    }
  }

  /// Whether all numbers are less than a bound, which is not 0.
  ///
  /// Without a branch, so that several numbers are compared at once: a number is less where neither
  /// it nor what is left of the greatest one allowed has the highest bit.
  private static func areBelow<Number: FixedWidthInteger & UnsignedInteger>(
    _ bound: Number,
    _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let highest = Number(1) &<< Number(Number.bitWidth - 1)
    let numbers = unsafe bytes.assumingMemoryBound(to: Number.self)
    guard bound > 0, bound <= highest else {
      return unsafe numbers.allSatisfy { Number(littleEndian: $0) < bound }
    }
    var bits: Number = 0
    for index in 0..<numbers.count {
      let number = Number(littleEndian: unsafe numbers[index])
      bits |= number | ((bound &- 1) &- number)
    }
    return bits & highest == 0
  }
}

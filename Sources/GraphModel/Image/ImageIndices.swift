/// Reads numbers of 8, 16 or 32 bits of an image.
///
/// A place outside of the list reads as 0 and counts as damage, as does a damaged page: a forged
/// image can give a wrong answer, but never memory of something else.
@safe public struct ImageIndices: Sendable {
  let storage: ImageStorage
  let offset: Int
  /// Two to this power is the number of bytes of a number.
  let shift: Int
  /// The number of numbers.
  public let count: Int

  /// Holds no number.
  public static let empty = ImageIndices(.empty, offset: 0, count: 0, width: 4)

  init(_ storage: ImageStorage, offset: Int, count: Int, width: Int) {
    self.storage = storage
    self.offset = offset
    self.count = count
    shift = width.trailingZeroBitCount
  }

  /// The number at a place.
  @inline(__always)
  public subscript(index: Int) -> UInt32 {
    let place = offset &+ index &<< shift
    guard UInt(bitPattern: index) < UInt(bitPattern: count), storage.isGood(at: place) else {
      return missing()
    }
    return switch shift {
    case 2: UInt32(littleEndian: unsafe storage.start.load(fromByteOffset: place, as: UInt32.self))
    case 1:
      UInt32(
        UInt16(littleEndian: unsafe storage.start.load(fromByteOffset: place, as: UInt16.self))
      )
    default: UInt32(unsafe storage.start.load(fromByteOffset: place, as: UInt8.self))
    }
  }

  @inline(never)
  private func missing() -> UInt32 {
    storage.noteDamage()
    return 0
  }

  /// Returns the part between two places.
  func part(_ range: Range<Int>) -> ImageIndices {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      storage.noteDamage()
      return .empty
    }
    return ImageIndices(
      storage,
      offset: offset + range.lowerBound << shift,
      count: range.count,
      width: 1 << shift
    )
  }

  /// Returns the range between a number and the next one, which are places in a list of so many;
  /// an empty one where that is no range.
  @inline(__always)
  func range(_ index: Int, within count: Int) -> Range<Int> {
    let (lower, upper) = pair(index)
    guard lower <= upper, upper <= count else {
      storage.noteDamage()
      return 0..<0
    }
    return lower..<upper
  }

  /// The numbers at a place and the next one.
  @inline(__always)
  private func pair(_ index: Int) -> (Int, Int) {
    let place = offset &+ index &<< 2
    guard shift == 2, index >= 0, index < count &- 1, storage.areGood(place, count: 8) else {
      return (Int(self[index]), Int(self[index &+ 1]))
    }
    // All supported machines are little-endian: the opening refuses an image on any other.
    let numbers = unsafe storage.start + place
    return (
      Int(unsafe numbers.load(as: UInt32.self)),
      Int(unsafe numbers.load(fromByteOffset: 4, as: UInt32.self))
    )
  }

  /// Appends the numbers between two places to an array.
  public func append(_ range: Range<Int>, to numbers: inout ContiguousArray<UInt32>) {
    numbers.append(contentsOf: self.numbers(range))
  }

  /// Returns the numbers between two places.
  func numbers(_ range: Range<Int>) -> ContiguousArray<UInt32> {
    unsafe ContiguousArray(capacity: range.count) { buffer in
      if let first = buffer.baseAddress { unsafe copy(range, to: first) }
      return range.count
    }
  }

  /// Writes the numbers between two places, each plus a base, behind a pointer.
  @inline(__always)
  @unsafe public func copy(
    _ range: Range<Int>,
    plus base: UInt32 = 0,
    to target: UnsafeMutablePointer<UInt32>
  ) {
    let first = offset &+ range.lowerBound &<< shift
    guard range.lowerBound >= 0, range.upperBound <= count,
      storage.areGood(first, count: range.count &<< shift)
    else {
      for (index, place) in range.enumerated() { unsafe target[index] = self[place] &+ base }
      return
    }
    // All supported machines are little-endian: the opening refuses an image on any other.
    let source = unsafe storage.start + first
    switch shift {
    case 2: unsafe Self.copy(UInt32.self, source, range.count, base, target)
    case 1: unsafe Self.copy(UInt16.self, source, range.count, base, target)
    default: unsafe Self.copy(UInt8.self, source, range.count, base, target)
    }
  }

  @inline(__always)
  private static func copy<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    _: Number.Type,
    _ source: UnsafeRawPointer,
    _ count: Int,
    _ base: UInt32,
    _ target: UnsafeMutablePointer<UInt32>
  ) {
    let numbers = unsafe source.assumingMemoryBound(to: Number.self)
    for index in 0..<count {
      unsafe target[index] = UInt32(truncatingIfNeeded: numbers[index]) &+ base
    }
  }

  /// Reads what stands at some places, or near by where there is no such place, so that whoever needs
  /// it next finds it near the processor; returns the sum of the bytes.
  @inline(__always)
  func touch(_ count: Int, place: (_ index: Int) -> Int) -> UInt8 {
    guard self.count > 0 else { return 0 }
    let start = unsafe storage.start + offset
    var sum: UInt8 = 0
    for index in 0..<count {
      let place = max(0, min(place(index), self.count &- 1))
      sum &+= unsafe start.load(fromByteOffset: place &<< shift, as: UInt8.self)
    }
    return sum
  }

  /// Returns the first place in a range, ascending there, whose number is not less than the wanted.
  public func lowerBound(of wanted: UInt32, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the place of a number in a list that ascends; `nil` where it is not there.
  ///
  /// Such numbers mostly lie evenly, so that their places can be guessed; after few guesses the list
  /// is searched by halves.
  func place(of wanted: UInt32) -> Int? {
    var (low, high) = (0, count - 1)
    for _ in 0..<4 where low <= high {
      let (first, last) = (self[low], self[high])
      guard first <= wanted, wanted <= last else { return nil }
      guard first < last else { return low }
      let distance = UInt64(wanted - first) * UInt64(high - low)
      let guess = low + Int(distance / UInt64(last - first))
      let found = self[guess]
      if found == wanted { return guess }
      if found < wanted { low = guess + 1 } else { high = guess - 1 }
    }
    guard low <= high else { return nil }
    let place = lowerBound(of: wanted, in: low..<high + 1)
    return place <= high && self[place] == wanted ? place : nil
  }
}

/// Reads numbers of 64 bits of an image, with the care of `ImageIndices`.
@safe public struct ImageWords: Sendable {
  let storage: ImageStorage
  let offset: Int
  /// The number of numbers.
  let count: Int

  init(_ storage: ImageStorage, offset: Int, count: Int) {
    self.storage = storage
    self.offset = offset
    self.count = count
  }

  /// The number at a place.
  @inline(__always)
  subscript(index: Int) -> UInt64 {
    let place = offset &+ index &<< 3
    guard UInt(bitPattern: index) < UInt(bitPattern: count), storage.isGood(at: place) else {
      storage.noteDamage()
      return 0
    }
    return UInt64(littleEndian: unsafe storage.start.load(fromByteOffset: place, as: UInt64.self))
  }
}

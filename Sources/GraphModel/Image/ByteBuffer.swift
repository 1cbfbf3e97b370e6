/// Holds bytes that grow at their end, in memory that is used again and again.
@safe public final class ByteBuffer {
  /// Stands behind a pointer, so that every access is one to memory alone.
  @unsafe private struct State {
    var start: UnsafeMutablePointer<UInt8>
    var count = 0
    var capacity: Int
  }

  private let state: UnsafeMutablePointer<State>

  /// Makes an empty one that has room for so many bytes.
  public init(capacity: Int = 1 << 16) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: State(start: .allocate(capacity: capacity), capacity: capacity)
    )
  }

  deinit {
    unsafe state.pointee.start.deallocate()
    unsafe state.deallocate()
  }

  /// How many bytes there are.
  public var count: Int { unsafe state.pointee.count }

  /// Forgets all bytes, and keeps the memory.
  public func removeAll() { unsafe state.pointee.count = 0 }

  /// Lets `body` read the bytes.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try body(UnsafeRawBufferPointer(start: state.pointee.start, count: count))
  }

  /// Appends bytes.
  @inline(__always)
  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    unsafe append(atMost: bytes.count) { target in
      unsafe UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: bytes.count)
      return bytes.count
    }
  }

  /// Appends the UTF-8 of a text.
  func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends the UTF-8 of a text that stands in the program.
  @inline(__always)
  func append(_ text: StaticString) {
    unsafe append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends one byte.
  @inline(__always)
  func append(_ byte: UInt8) {
    unsafe append(atMost: 1) { target in
      unsafe target.pointee = byte
      return 1
    }
  }

  /// Appends a number in decimal digits.
  @inline(__always)
  func append(_ number: Int64) {
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    var digits = 1
    var limit: UInt64 = 10
    while digits < 19, rest >= limit {
      digits &+= 1
      limit &*= 10
    }
    unsafe append(atMost: digits) { target in
      var place = digits
      while place > 0 {
        place &-= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        unsafe target[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      }
      return digits
    }
  }

  /// Appends what `write` puts behind a pointer, at most so many bytes, and says how many it was.
  @inline(__always)
  func append(atMost limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    let count = count
    if unsafe count &+ limit > state.pointee.capacity { grow(by: limit) }
    let written = unsafe write(state.pointee.start + count)
    unsafe state.pointee.count = count &+ written
  }

  private func grow(by limit: Int) {
    let (count, old) = unsafe (count, state.pointee.start)
    unsafe state.pointee.capacity = max(count + limit, 2 * state.pointee.capacity)
    unsafe state.pointee.start = .allocate(capacity: state.pointee.capacity)
    unsafe state.pointee.start.moveInitialize(from: old, count: count)
    unsafe old.deallocate()
  }
}

/// Holds short pieces of bytes one behind the other, to be copied again and again.
@safe final class BytePieces {
  private let bytes: UnsafeMutablePointer<UInt8>
  /// Where each piece begins, and where the last one ends.
  private let starts: UnsafeMutablePointer<Int>

  init(_ pieces: [String]) {
    unsafe bytes = .allocate(capacity: pieces.reduce(0) { $0 + $1.utf8.count })
    unsafe starts = .allocate(capacity: pieces.count + 1)
    var end = 0
    unsafe starts[0] = 0
    for (number, piece) in pieces.enumerated() {
      for byte in piece.utf8 {
        unsafe bytes[end] = byte
        end += 1
      }
      unsafe starts[number + 1] = end
    }
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe starts.deallocate()
  }

  /// The piece at a place, which must be one.
  @inline(__always)
  subscript(number: Int) -> UnsafeRawBufferPointer {
    let (start, end) = unsafe (starts[number], starts[number &+ 1])
    return unsafe UnsafeRawBufferPointer(start: bytes + start, count: end &- start)
  }
}

/// Holds bytes that grow at their end, in memory that is used again and again.
@safe public final class ByteBuffer {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  public private(set) var count = 0

  /// Makes an empty one that has room for so many bytes.
  public init(capacity: Int = 1 << 16) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  /// Forgets all bytes, and keeps the memory.
  public func removeAll() { count = 0 }

  /// Lets `body` read the bytes.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The first byte, until the buffer grows.
  @unsafe var first: UnsafePointer<UInt8> { unsafe UnsafePointer(start) }

  /// Returns a cursor behind the last byte, which has room for so many more.
  @unsafe func cursor(for count: Int) -> ByteCursor {
    var cursor = unsafe ByteCursor(start + self.count)
    unsafe makeRoom(for: count, &cursor)
    return unsafe cursor
  }

  /// Takes what was written with a cursor.
  @inline(__always)
  @unsafe func take(_ cursor: ByteCursor) { count = unsafe cursor.end - start }

  /// Gives a cursor room for so many more bytes.
  @inline(__always)
  @unsafe func makeRoom(for count: Int, _ cursor: inout ByteCursor) {
    if unsafe cursor.end - start &+ count &+ ByteCursor.slack > capacity {
      unsafe grow(by: count, &cursor)
    }
  }

  @inline(never)
  private func grow(by count: Int, _ cursor: inout ByteCursor) {
    unsafe take(cursor)
    let old = unsafe start
    capacity = unsafe max(self.count + count + ByteCursor.slack, 2 * capacity)
    unsafe start = .allocate(capacity: capacity)
    unsafe start.moveInitialize(from: old, count: self.count)
    unsafe old.deallocate()
    unsafe cursor.end = unsafe start + self.count
  }
}

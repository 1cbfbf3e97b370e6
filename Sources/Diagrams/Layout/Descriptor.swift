import Foundation

/// Owns a file descriptor that does not block, and closes it in the end.
struct Descriptor: ~Copyable {
  /// The number, negative once closed, as `poll` likes it.
  private(set) var number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    if number >= 0 { Foundation.close(number) }
  }

  var isOpen: Bool { number >= 0 }

  mutating func close() {
    if number >= 0 { Foundation.close(number) }
    number = -1
  }

  /// Returns what can be read now, at most a buffer full, and closes at the end of the stream.
  mutating func readAvailable(through buffer: inout [UInt8]) -> ArraySlice<UInt8> {
    guard isOpen else { return [] }
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe read(number, bytes.baseAddress, bytes.count)
    }
    guard count > 0 else {
      if count == 0 || !Self.isTransient(errno) { close() }
      return []
    }
    return buffer[..<count]
  }

  /// Sends what goes without waiting and drops it from the bytes; closes when none are left or the
  /// other side takes no more.
  mutating func send(_ bytes: inout ArraySlice<UInt8>) {
    guard isOpen else { return }
    #if canImport(Darwin)
    let flags: Int32 = 0
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    let count = unsafe bytes.withUnsafeBytes { bytes in
      unsafe Foundation.send(number, bytes.baseAddress, bytes.count, flags)
    }
    if count > 0 { bytes = bytes.dropFirst(count) }
    if bytes.isEmpty || count < 0 && !Self.isTransient(errno) { close() }
  }

  private static func isTransient(_ code: Int32) -> Bool {
    code == EAGAIN || code == EWOULDBLOCK || code == EINTR
  }
}

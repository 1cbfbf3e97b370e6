import Foundation

/// Reads lines of bytes from a descriptor, however long they are.
struct InputLines {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  private static let pieceBytes = 1 << 16

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Returns the next line that is not empty, without its end; `nil` at the end of the input.
  mutating func next() -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes[start..<end]
        start = end + 1
        searched = start
        if !line.isEmpty { return line }
        continue
      }
      if isAtEnd {
        let rest = bytes[start...]
        start = bytes.count
        return rest.isEmpty ? nil : rest
      }
      bytes.removeFirst(start)
      start = 0
      searched = bytes.count
      read()
    }
  }

  private mutating func read() {
    let known = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.pieceBytes))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      let free = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[known...])
      return unsafe Foundation.read(descriptor, free.baseAddress, free.count)
    }
    bytes.removeLast(Self.pieceBytes - max(0, count))
    isAtEnd = count == 0 || count < 0 && errno != EINTR
  }
}

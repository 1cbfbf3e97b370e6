import Foundation

/// Feeds a process and collects what it writes, on one thread and until a deadline.
struct ChildExchange: ~Copyable {
  /// What a process wrote.
  struct Words: Sendable {
    let output: [UInt8]
    let errors: [UInt8]

    /// The end of what the process wrote on standard error, if anything.
    var last: String? {
      let words = String(decoding: errors.suffix(2000), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      return words.isEmpty ? nil : words
    }
  }

  /// How a process ended.
  struct Ending: Sendable {
    /// As `waitpid` gives it, -1 if unknown.
    let waitStatus: Int32

    /// The signal that ended the process, if one did.
    var signal: Int32? {
      waitStatus > 0 && waitStatus & 0x7F != 0 ? waitStatus & 0x7F : nil
    }

    /// The status with which the process ended by itself.
    var status: Int32 { waitStatus < 0 ? waitStatus : waitStatus >> 8 & 0xFF }
  }

  private static let keptErrorBytes = 1 << 16

  private var child: ChildProcess
  private var input: ArraySlice<UInt8>
  private let outputBytes: Int
  private let wallClock: Duration
  private let deadline: ContinuousClock.Instant
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(
    child: consuming ChildProcess,
    input: [UInt8],
    outputBytes: Int,
    wallClock: Duration
  ) {
    self.child = child
    self.input = input[...]
    self.outputBytes = outputBytes
    self.wallClock = wallClock
    deadline = .now + wallClock
  }

  /// Moves data both ways until the process has closed its output.
  ///
  /// - Throws: `RenderingError` with the code `timeLimit` or `outputTooLarge`.
  mutating func words() throws(RenderingError) -> Words {
    while child.output.isOpen || child.errors.isOpen {
      try pause(atMost: .seconds(60))
      child.input.send(&input)
      output += child.output.readAvailable(through: &buffer)
      guard output.count <= outputBytes else { throw LayoutLimits.outputTooLarge(outputBytes) }
      errors += child.errors.readAvailable(through: &buffer)
      if errors.count > 2 * Self.keptErrorBytes {
        errors.removeFirst(errors.count - Self.keptErrorBytes)
      }
    }
    child.input.close()
    return Words(output: output, errors: errors)
  }

  /// Waits until a process that has closed its output has ended.
  ///
  /// - Throws: `RenderingError` with the code `timeLimit`.
  mutating func ending() throws(RenderingError) -> Ending {
    while true {
      if let status = child.pollStatus() { return Ending(waitStatus: status) }
      // Nothing tells of the end of a process whose streams are closed, but it is near.
      try pause(atMost: .milliseconds(2))
    }
  }

  /// Waits until a stream is ready.
  private func pause(atMost longest: Duration) throws(RenderingError) {
    let left = min(deadline - .now, longest)
    guard left > .zero else { throw LayoutLimits.timeExceeded("\(wallClock)") }
    var streams = [
      pollfd(fd: child.output.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.errors.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.input.number, events: Int16(POLLOUT), revents: 0),
    ]
    let milliseconds = Int32((left / .milliseconds(1)).rounded(.up))
    _ = unsafe poll(&streams, nfds_t(streams.count), milliseconds)
  }
}

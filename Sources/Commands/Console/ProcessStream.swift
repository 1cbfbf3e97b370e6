import Foundation

/// Writes to a standard stream of the process.
struct ProcessStream: Sendable {
  static let output = ProcessStream(descriptor: STDOUT_FILENO)
  static let errors = ProcessStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The width of the terminal; 100 where there is none to ask.
  var columns: Int {
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
  }

  /// Writes all bytes.
  ///
  /// A reader that has gone ends the program quietly, as in a pipe to `head`; a full disk or the
  /// like ends it with an error.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR, errno != EAGAIN {
        if descriptor != STDERR_FILENO {
          ProcessStream.errors.write(
            Array(
              "error: the output cannot be written: \(unsafe String(cString: strerror(errno)))\n"
                .utf8
            )
          )
        }
        exit(2)
      }
    }
  }
}

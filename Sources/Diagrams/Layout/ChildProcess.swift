import Foundation

/// A running process with its three standard streams in our hands.
///
/// When the value goes out of scope the process is killed, and waited for elsewhere, so neither a
/// zombie nor an open descriptor is left, whatever went wrong.
struct ChildProcess: ~Copyable {
  private let id: pid_t
  private var status: Int32?
  var input: Descriptor
  var output: Descriptor
  var errors: Descriptor

  /// Starts a program with nothing but the given environment and these streams.
  ///
  /// - Throws: `RenderingError` with the code `childUnavailable`.
  init(
    executable: String,
    arguments: [String],
    environment: [String]
  ) throws(RenderingError) {
    let input = try SocketPair()
    let output = try SocketPair()
    let errors = try SocketPair()
    id = try Self.spawn(
      executable,
      [executable] + arguments,
      environment,
      streams: [input.theirs.number, output.theirs.number, errors.theirs.number]
    )
    self.input = input.ours
    self.output = output.ours
    self.errors = errors.ours
  }

  deinit {
    guard status == nil else { return }
    kill(id, SIGKILL)
    // Even one that is at its end takes milliseconds to give its memory back.
    DispatchQueue.global().async { [id] in
      var status: Int32 = 0
      while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    }
  }

  /// Returns the status of `waitpid` if the process has ended, nil if it is still running, and -1
  /// if someone else has waited for it.
  mutating func pollStatus() -> Int32? {
    if let status { return status }
    var status: Int32 = 0
    switch unsafe waitpid(id, &status, WNOHANG) {
    case 0: return nil
    case id: self.status = status
    default: self.status = errno == EINTR ? nil : -1
    }
    return self.status
  }
}

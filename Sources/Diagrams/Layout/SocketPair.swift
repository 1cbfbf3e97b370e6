import Foundation

/// Two connected sockets, ours not blocking, neither inherited by other processes.
///
/// Sockets and not pipes, because a write to a socket can be told to raise no SIGPIPE, which a
/// library must neither let kill the program nor switch off for all of it.
struct SocketPair: ~Copyable {
  let ours: Descriptor
  let theirs: Descriptor

  /// Opens the pair.
  ///
  /// - Throws: `RenderingError` with the code `childUnavailable`.
  init() throws(RenderingError) {
    var pair: [Int32] = [-1, -1]
    #if canImport(Darwin)
    let kind = SOCK_STREAM
    #else
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #endif
    guard unsafe socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
      throw ChildProcess.unavailable("No socket could be opened.", errno)
    }
    let first = Descriptor(pair[0])
    let second = Descriptor(pair[1])
    let ours = try Self.raised(first)
    let theirs = try Self.raised(second)
    _ = fcntl(ours.number, F_SETFL, fcntl(ours.number, F_GETFL) | O_NONBLOCK)
    #if canImport(Darwin)
    var isOn: Int32 = 1
    unsafe setsockopt(
      ours.number,
      SOL_SOCKET,
      SO_NOSIGPIPE,
      &isOn,
      socklen_t(MemoryLayout<Int32>.size)
    )
    #endif
    self.ours = ours
    self.theirs = theirs
  }

  /// Moves a descriptor off the numbers of the standard streams, which it can get when the program
  /// runs without them and which are overwritten in the child.
  private static func raised(_ descriptor: consuming Descriptor) throws(RenderingError)
    -> Descriptor
  {
    let number = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else {
      throw ChildProcess.unavailable("No socket could be opened.", errno)
    }
    return Descriptor(number)
  }
}

import Foundation
import GraphModel

/// Writes a file of an index under a temporary name, and gives it its own in the end.
///
/// The name under which it is written is locked for as long as the writer lives, so that what a dead
/// writer left can be told from what a living one needs.
@safe final class IndexFileWriter {
  /// The place of the next byte.
  private(set) var offset = 0
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var buffer: ContiguousArray<UInt8> = []
  private var isFinished = false

  private static let bufferBytes = 1 << 18

  /// - Parameters:
  ///   - path: The name that the file shall have.
  ///   - permissions: Those of the case: an index tells as much as the case does.
  init(path: String, permissions: mode_t) throws(StorageError) {
    self.path = path
    Self.removeLeftovers(of: path)
    (temporaryPath, descriptor) = try Self.makeFile(beside: path)
    guard fchmod(descriptor, permissions) == 0 else { throw Self.failure("made") }
    buffer.reserveCapacity(Self.bufferBytes)
  }

  /// Makes a file under a name of its own, and locks it.
  private static func makeFile(beside path: String) throws(StorageError) -> (String, Int32) {
    for _ in 0..<100 {
      let name = "\(path)-\(getpid())-\(UInt32.random(in: 0 ... .max))"
      let descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure("made") }
      var status = stat()
      // Before it was locked another writer may have taken it for what a dead one left.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0,
        status.st_nlink > 0
      {
        return (name, descriptor)
      }
      unsafe unlink(name)
      close(descriptor)
    }
    throw failure("locked")
  }

  deinit {
    if !isFinished { unsafe unlink(temporaryPath) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends bytes.
  func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    unsafe buffer.append(contentsOf: bytes)
    offset += bytes.count
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Appends as many zeros, so that the disk has room for what will be written there.
  func reserve(_ count: Int) throws(StorageError) {
    var missing = count
    while missing > 0 {
      let part = min(missing, Self.bufferBytes)
      buffer.append(contentsOf: repeatElement(0, count: part))
      offset += part
      missing -= part
      try flush()
    }
  }

  /// Appends zeros up to a multiple of the alignment.
  func align() throws(StorageError) {
    let rest = offset % ImageFormat.alignment
    if rest > 0 { try reserve(ImageFormat.alignment - rest) }
  }

  /// Lets `body` read and change all that was written.
  func map<Result>(_ body: (UnsafeMutableRawBufferPointer) throws(StorageError) -> Result)
    throws(StorageError) -> Result
  {
    try flush()
    guard let start = unsafe mmap(nil, offset, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw Self.failure("mapped") }
    defer { unsafe munmap(start, offset) }
    return try unsafe body(UnsafeMutableRawBufferPointer(start: start, count: offset))
  }

  /// Makes what was written durable and puts it in the place of the file.
  func finish() throws(StorageError) {
    try flush()
    guard fsync(descriptor) == 0, unsafe rename(temporaryPath, path) == 0 else {
      throw Self.failure("finished")
    }
    isFinished = true
    let folder = unsafe open(Self.folder(of: path), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    close(folder)
  }

  private func flush() throws(StorageError) {
    guard !buffer.isEmpty else { return }
    let isWritten = unsafe buffer.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = bytes.count - done
        let count = unsafe write(descriptor, bytes.baseAddress?.advanced(by: done), rest)
        guard count > 0 || (count < 0 && errno == EINTR) else { return false }
        done += max(0, count)
      }
      return true
    }
    guard isWritten else { throw Self.failure("written") }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ what: String) -> StorageError {
    let reason = unsafe String(cString: strerror(errno))
    return StorageError(
      .fileUnwritable,
      "the index of the case cannot be \(what) (\(reason))",
      remedy: "free some space, or check the permissions of the folder"
    )
  }

  private static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// Removes files that writers left behind that were killed.
  private static func removeLeftovers(of path: String) {
    let folder = folder(of: path)
    let prefix = URL(fileURLWithPath: path).lastPathComponent + "-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count).split(separator: "-")
      guard rest.count == 2, rest.allSatisfy({ UInt32($0) != nil }) else { continue }
      let leftover = folder + "/" + name
      let descriptor = unsafe open(leftover, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unsafe unlink(leftover) }
      close(descriptor)
    }
  }
}

import Foundation
import GraphModel

/// Keeps many growing lists of bytes in one temporary file without a name, so that memory does not
/// grow with them.
///
/// The file is gone with the last reference, or with the process.
@safe final class SpillFile {
  /// Names one of the lists.
  struct List {
    fileprivate var blocks: [Int] = []
    fileprivate var buffer: ContiguousArray<UInt8> = []
    /// The number of bytes.
    fileprivate(set) var count = 0
  }

  private static let blockBytes = 1 << 15
  private let descriptor: Int32
  private var blockCount = 0

  /// - Parameter folder: Where the case is: what it holds goes to no other disk.
  init(folder: String) throws(StorageError) {
    let path = "\(folder)/.backchannel-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure }
    unsafe unlink(path)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static var failure: StorageError {
    StorageError(
      .fileUnwritable,
      "no temporary file could be written beside the case",
      remedy: "free some space, or check the permissions of the folder"
    )
  }

  /// Appends bytes to a list.
  func append(_ bytes: UnsafeRawBufferPointer, to list: inout List) throws(StorageError) {
    list.count += bytes.count
    var done = 0
    if !list.buffer.isEmpty {
      done = min(Self.blockBytes - list.buffer.count, bytes.count)
      unsafe list.buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<done]))
      guard list.buffer.count == Self.blockBytes else { return }
      let blocks = try unsafe list.buffer.withUnsafeBufferPointer { (full) throws(StorageError) in
        try unsafe write(UnsafeRawBufferPointer(full))
      }
      list.blocks += blocks
      list.buffer.removeAll(keepingCapacity: true)
    }
    let end = bytes.count - (bytes.count - done) % Self.blockBytes
    if end > done {
      list.blocks += try unsafe write(UnsafeRawBufferPointer(rebasing: bytes[done..<end]))
    }
    unsafe list.buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[end...]))
  }

  /// Appends a number to a list.
  @inline(__always)
  func append(_ number: some FixedWidthInteger, to list: inout List) throws(StorageError) {
    try unsafe withUnsafeBytes(of: number.littleEndian) { (bytes) throws(StorageError) in
      try unsafe append(bytes, to: &list)
    }
  }

  /// Appends numbers to a list.
  func append<Number: FixedWidthInteger & BitwiseCopyable>(
    all numbers: Span<Number>,
    to list: inout List
  ) throws(StorageError) {
    try unsafe numbers.withUnsafeBytes { (bytes) throws(StorageError) in
      try unsafe append(bytes, to: &list)
    }
  }

  /// Hands out the bytes of a list in order, block by block; all blocks but the last have a length
  /// that is a multiple of 16.
  func read(_ list: List, _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void)
    throws(StorageError)
  {
    var block = ContiguousArray<UInt8>(repeating: 0, count: Self.blockBytes)
    for number in list.blocks {
      let isRead = unsafe block.withUnsafeMutableBytes { bytes in
        Self.transfer(bytes.count) { done in
          unsafe pread(
            descriptor,
            bytes.baseAddress?.advanced(by: done),
            bytes.count - done,
            off_t(number * Self.blockBytes + done)
          )
        }
      }
      guard isRead else { throw Self.failure }
      try unsafe block.withUnsafeBufferPointer { (bytes) throws(StorageError) in
        try unsafe body(UnsafeRawBufferPointer(bytes))
      }
    }
    try unsafe list.buffer.withUnsafeBufferPointer { (bytes) throws(StorageError) in
      try unsafe body(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Writes whole blocks and returns their numbers.
  private func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) -> Range<Int> {
    let place = blockCount * Self.blockBytes
    let isWritten = Self.transfer(bytes.count) { done in
      unsafe pwrite(
        descriptor,
        bytes.baseAddress?.advanced(by: done),
        bytes.count - done,
        off_t(place + done)
      )
    }
    guard isWritten else { throw Self.failure }
    let first = blockCount
    blockCount += bytes.count / Self.blockBytes
    return first..<blockCount
  }

  private static func transfer(_ count: Int, _ step: (Int) -> Int) -> Bool {
    var done = 0
    while done < count {
      let moved = step(done)
      guard moved > 0 || (moved < 0 && errno == EINTR) else { return false }
      done += max(0, moved)
    }
    return true
  }
}

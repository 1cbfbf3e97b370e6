import Foundation
import GraphModel

/// Maps a whole file into memory, to be read; unmaps it with the last reference.
///
/// A file that is renamed over or removed stays mapped as it was. One that another program cuts
/// short in place ends this one when it reads there; this program never does that to an index.
@safe final class MappedFile: ImageRegion, @unchecked Sendable {
  // Unchecked because of the pointer, to bytes that are only read.

  let bytes: UnsafeRawBufferPointer

  /// - Returns: `nil` when there is no such regular file, or it may not be read.
  init?(path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let count = Int(exactly: status.st_size), count > 0,
      let start = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}

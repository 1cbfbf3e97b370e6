import Dispatch
import Foundation
import Synchronization
import Testing

@testable import CaseStore
@testable import GraphModel

@Suite("Writing parts in order")
struct WritingOrderTests {
  private struct Full: Error {}

  private final class Written: Sendable {
    let parts = Mutex<[String]>([])
  }

  /// Runs three threads, of which some parts take longer than others.
  private func run(_ order: WritingOrder) {
    DispatchQueue.concurrentPerform(iterations: 3) { _ in
      while let (part, bytes) = order.next() {
        var sum = 0
        for number in 0..<(part % 7) * 5_000 { sum &+= number ^ part }
        bytes.append("\(part) \(sum == .min ? "!" : "")")
        order.take(part, bytes)
      }
    }
  }

  @Test("Each part is written once, in order", arguments: [0, 1, 2, 400], [1, 2, 5])
  func order(partCount: Int, bufferCount: Int) throws {
    let written = Written()
    let buffers = (0..<bufferCount).map { _ in ByteBuffer() }
    let order = WritingOrder(partCount: partCount, spare: buffers) { bytes in
      written.parts.withLock { $0.append(bytes.text) }
    }
    run(order)
    try order.finish()
    #expect(written.parts.withLock { $0 } == (0..<partCount).map { "\($0) " })
  }

  @Test("After a part that cannot be written none is, and the failure is told")
  func failure() {
    let written = Written()
    let order = WritingOrder(partCount: 300, spare: [ByteBuffer(), ByteBuffer()]) { bytes in
      let count = written.parts.withLock { parts in
        parts.append(bytes.text)
        return parts.count
      }
      if count > 20 { throw Full() }
    }
    run(order)
    #expect(throws: Full.self) { try order.finish() }
    #expect(written.parts.withLock { $0.count } == 21)
  }
}

extension ByteBuffer {
  fileprivate func append(_ text: String) {
    var cursor = unsafe cursor(for: text.utf8.count)
    unsafe cursor.append(text)
    unsafe take(cursor)
  }

  fileprivate var text: String {
    unsafe withBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

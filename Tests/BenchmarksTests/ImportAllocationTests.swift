import CAllocationCount
import CaseModel
import CaseStore
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Benchmarks

@Suite("Allocations of imports")
struct ImportAllocationTests {
  private static let rowCount = 2_000

  /// Imports the register on this thread alone, whose allocations are counted.
  private func importRegister() throws -> Int {
    let source = ByteSource(SmallRegister.text(rowCount: Self.rowCount), file: "register.csv")
    var reader = try MappedReader(source, try SmallRegister.mapping())
    let store = try CaseStore.inMemory()
    var rowCount = 0
    let author = LogAuthor(who: "benchmarks", why: "", verb: "import")
    _ = try store.writeMany(author, named: "records") { transaction throws(StorageError) in
      while let batch = try? reader.next() {
        rowCount += batch.takenCount
        try transaction.merge(try ElementBlock(CaseGraphEncoder.graph(of: batch.content)))
      }
    }
    return rowCount
  }

  @Test(
    "A row of a register asks for no more blocks of memory than is recorded",
    .enabled(if: allocation_is_counted() == 1, "allocations are counted with glibc alone")
  )
  func threshold() throws {
    let path = Repository.root.appending(path: "data/benchmarks/thresholds.json").path
    guard case .integer(let threshold)? = try BenchmarkFiles.json(path)["allocations"]?["row"]
    else {
      Issue.record("\(path) has no threshold for row")
      return
    }
    _ = try importRegister()
    let start = allocation_count()
    #expect(try importRegister() == Self.rowCount)
    let count = Int64(allocation_count() - start) / Int64(Self.rowCount)
    #expect(
      count <= threshold,
      """
      A row asks for \(count) blocks, and the threshold is \(threshold). If that is meant, record \
      the new count and a tenth more in data/benchmarks/thresholds.json.
      """
    )
  }
}

import CAllocationCount
import Foundation
import GraphModel
import QueryEngine
import TestSupport
import Testing

@testable import Benchmarks

@Suite("Allocations of queries")
struct AllocationTests {
  @Test(
    "A query asks for no more blocks of memory than is recorded",
    .enabled(if: allocation_is_counted() == 1, "allocations are counted with glibc alone"),
    arguments: ["w2", "w3", "w4", "w5_2", "w5_3", "w6", "w7", "w8", "w10_prefix", "w10_fuzzy"]
  )
  func thresholds(name: String) throws {
    let workload = try #require(Workload.named(name))
    let path = Repository.root.appending(path: "data/benchmarks/thresholds.json").path
    guard case .integer(let threshold)? = try BenchmarkFiles.json(path)["allocations"]?[name] else {
      Issue.record("\(path) has no threshold for \(name)")
      return
    }
    let engine = SessionEngine(SmallGraph.make())
    let arguments = SmallGraph.arguments(workload)
    func runAll() throws {
      for argument in arguments {
        _ = try WorkloadAnswer(workload, argument, engine)
      }
    }
    try runAll()
    let start = allocation_count()
    try runAll()
    let count = Int64(allocation_count() - start) / Int64(arguments.count)
    #expect(
      count <= threshold,
      """
      \(name) asks for \(count) blocks per query, and the threshold is \(threshold). If that is \
      meant, record the new count and a tenth more in data/benchmarks/thresholds.json.
      """
    )
  }
}

import Foundation
import GraphModel
import Testing

@testable import Benchmarks

@Suite("Generated data")
struct GeneratorTests {
  private let folder: String
  private let options: DataOptions

  init() throws {
    folder = NSTemporaryDirectory() + "benchmark-" + UUID().uuidString
    let scale = GeneratedData.Scale(people: 60, meetings: 250, names: 600)
    try GenerateCommand.generate(scale, seed: 3, to: folder)
    options = try DataOptions.of(folder)
  }

  @Test("Every answer from an imported store is that of looking through everything")
  func answers() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try BenchmarkStore.ensure(options.storePath, from: folder)
    for engine in [
      try SessionEngine(index: options.storePath) as any WorkloadEngine,
      try CaseEngine(options.storePath),
    ] {
      for name in ["w2", "w3", "w7", "w10_prefix", "w10_fuzzy"] {
        let result = try options.run(of: try #require(Workload.named(name))).result(engine)
        #expect(result["wrong"] == nil, "\(result.text())")
        #expect(result["checked"] == result["queries"])
      }
    }
  }

  @Test(
    "Import, export and writes are counted after a new opening",
    arguments: [StoreTask.load, .export, .writes, .register]
  )
  func tasks(task: StoreTask) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try task.result(options)
    #expect(result["wrong"] == nil, "\(result.text())")
    #expect(result["p50_us"] != nil)
  }

  @Test("The same seed gives the same data, and another seed other data")
  func seeds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scale = GeneratedData.Scale(people: 30, meetings: 50, names: 10)
    let (one, same) = (GeneratedData(scale, seed: 1), GeneratedData(scale, seed: 1))
    #expect(one.names == same.names && one.agencyOfPerson == same.agencyOfPerson)
    #expect(one.names != GeneratedData(scale, seed: 2).names)
  }

  @Test("Growth is told as ratios of time, of rows touched and of memory")
  func growth() {
    func results(_ time: Int64, _ rows: Int64, _ memory: Int64) -> JSONValue {
      [
        "results": [
          [
            "workload": "w2", "mean_us": .integer(time), "rows_touched": .integer(rows),
            "peak_kb": .integer(memory),
          ]
        ]
      ]
    }
    let table = GrowthCommand.table(results(10, 100, 50), results(25, 200, 50))
    #expect(table.contains("| w2 | × 2.5 | × 2.0 | × 1.25 | × 1.0 |"))
  }
}

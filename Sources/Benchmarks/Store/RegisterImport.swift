import Backchannel
import CaseModel
import CaseStore
import Formats
import GraphModel

/// Measures the import of a register by a mapping.
enum RegisterImport {
  private static let rowCount = 20_000

  /// Imports into a new case file beside the store of a benchmark.
  static func measure(_ storePath: String, _ measurement: inout Measurement) throws
    -> StoreTask.Outcome
  {
    let path = storePath + "-register"
    try BenchmarkStore.remove(path)
    defer { try? BenchmarkStore.remove(path) }
    let author = LogAuthor(who: "benchmarks", why: "", verb: "import")
    let info = CaseInfo(id: "register", title: "Register")
    let made = try Case.create(path, content: CaseContent(info: info), author: author)
    let source = ByteSource(SmallRegister.text(rowCount: rowCount), file: "register.csv")
    let reader = try MappedReader(source, try SmallRegister.mapping())
    let outcome = try measurement.measure { try made.importRecords(reader, author: author) }
    let bytes = try BenchmarkStore.bytes(path)
    return (
      outcome.takenCount == rowCount ? nil : "\(outcome.takenCount) rows instead of \(rowCount)",
      [
        JSONMember(key: "checked", value: 1),
        JSONMember(key: "rows", value: .integer(Int64(outcome.addedCount))),
        JSONMember(key: "bytes", value: .integer(Int64(bytes))),
      ]
    )
  }
}

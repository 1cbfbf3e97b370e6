import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Fuzzing the readers of tables")
struct TableFuzzTests {
  private let sandbox: Sandbox
  private let rounds = ProcessInfo.processInfo.environment["BACKCHANNEL_FUZZ"] == nil ? 200 : 20_000

  init() throws { sandbox = try Sandbox() }

  private func corpus(_ name: String) throws -> [String: [UInt8]] {
    let folder = PackageFiles.root.appending(path: "data/fuzz/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
      }
    )
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: sandbox.file(name)))
  }

  /// Reads; what comes must add up, and errors must have a remedy.
  private func check(_ what: String, _ read: () throws -> ReadWhole) {
    do {
      let read = try read()
      #expect(read.addsUp, "\(what)")
      #expect(read.rejections.allSatisfy { $0.diagnostic.position != nil }, "\(what)")
    } catch let error as FormatError {
      #expect(error.diagnostics.allSatisfy { $0.remedy != nil }, "\(what): \(error.diagnostics)")
    } catch { Issue.record("\(what): \(error)") }
  }

  @Test("A folder of CSV tables is read or refused, whole and with any file broken or missing")
  func recordTables() throws {
    let files = try corpus("csv")
    let names = files.keys.sorted()
    let all = names.compactMap { files[$0] }
    for name in names { try write(files[name] ?? [], to: name) }
    let format = RecordTablesFormat.format
    let read = { try ReadWhole(format, ByteSource(path: sandbox.file("case.csv"))) }
    let whole = try read()
    #expect(whole.rejections.isEmpty && whole.content.claims.count > 10)
    var random = SeededGenerator(seed: 11)
    for round in 0..<rounds {
      let name = random.pick(names, or: "case.csv")
      let bytes = ByteMutation.broken(files[name] ?? [], with: all, &random)
      try write(round.isMultiple(of: 10) ? [] : bytes, to: name)
      check("\(name): \(String(decoding: bytes, as: UTF8.self))", read)
      try write(files[name] ?? [], to: name)
    }
    for name in names where name != "case.csv" {
      try FileManager.default.removeItem(atPath: sandbox.file(name))
      check("without \(name)", read)
    }
  }

  @Test("Rows and mappings are read or refused, whichever of the two is broken")
  func mappedRows() throws {
    let files = try corpus("mapping")
    let all = files.keys.sorted().compactMap { files[$0] }
    let rows = try #require(files["rows.csv"])
    func read(_ mapping: [UInt8], _ rows: [UInt8]) throws -> ReadWhole {
      let mapping = try Mapping.read(mapping, file: "map.yaml") { path throws(FormatError) in
        throw FormatError([
          Diagnostic(.fileUnreadable, "no such file", file: path, remedy: "none")
        ])
      }
      return try ReadWhole(try MappedReader(ByteSource(rows, file: "rows.csv"), mapping))
    }
    var random = SeededGenerator(seed: 13)
    for (name, mapping) in files where name.hasSuffix(".yaml") {
      #expect(try read(mapping, rows).keptCount > 0, "\(name)")
      for _ in 0..<rounds {
        let broken = ByteMutation.broken(rows, with: all, &random)
        check("\(name): \(String(decoding: broken, as: UTF8.self))") { try read(mapping, broken) }
        let words = ByteMutation.broken(mapping, with: all, &random)
        check("\(String(decoding: words, as: UTF8.self))") { try read(words, rows) }
      }
    }
  }
}

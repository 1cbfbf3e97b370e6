import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Records as CSV tables")
struct RecordTablesTests {
  private let format = RecordTablesFormat.format
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func export(_ content: CaseContent, to folder: String) throws {
    let sink = try FolderSink(sandbox.file(folder), isForced: true)
    _ = try format.write?(ExportEdition(CaseView(CaseIndex(content))), sink)
    try sink.finish()
  }

  private func read(_ folder: String) throws -> ReadWhole {
    try ReadWhole(format, ByteSource(path: sandbox.file(folder + "/case.csv")))
  }

  private func texts(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.file(folder))
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try sandbox.read("\(folder)/\($0)")) }
    )
  }

  @Test("The seed case comes back, and the second export has the same bytes")
  func seedCase() throws {
    let content = try GraphSamples.seed().view.index.content
    try export(content, to: "first")
    let read = try read("first")
    #expect(read.rejections.isEmpty && read.addsUp, "\(read.rejections)")
    #expect(read.edition.view.index.content == content)
    try export(read.edition.view.index.content, to: "second")
    #expect(try texts("first") == texts("second"))
  }

  @Test("Any case comes back")
  func randomCases() throws {
    for seed in UInt64(1)...40 {
      let content = RandomCase.content(seed: seed)
      try export(content, to: "first")
      let read = try read("first")
      #expect(read.rejections.isEmpty, "seed \(seed): \(read.rejections)")
      try export(read.edition.view.index.content, to: "second")
      #expect(try texts("first") == texts("second"), "seed \(seed)")
    }
  }

  @Test("Columns may stand in any order or be missing, and a wrong row is rejected with its parts")
  func rejection() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.file("t"),
      withIntermediateDirectories: false
    )
    try sandbox.write("id,title,summary\nx,\"A \"\"case\"\"\",\n", to: "t/case.csv")
    try sandbox.write(
      "name,id,type\nAnna Bolt,anna,Person\nBo,bo,Persn\nCy,c y,Person\nshort\n",
      to: "t/entities.csv"
    )
    try sandbox.write(
      "record,text,kind,lang\nanna,Ana,alias,\nbo,Bob,alias,\nnobody,N,alias,\n",
      to: "t/names.csv"
    )
    let read = try read("t")
    #expect(read.content.info.title == "A \"case\"")
    #expect(read.content.entities.map(\.id) == ["anna"])
    #expect(read.content.entities.first?.names.map(\.text) == ["Ana"])
    #expect(read.addsUp && read.readCount == 7)
    #expect(read.rejections.map(\.diagnostic.position?.line) == [3, 3, 4, 5, 4])
    #expect(read.rejections.last?.diagnostic.code == .danglingID)
  }

  @Test("A file without the column of ids is refused with its name")
  func header() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.file("t"),
      withIntermediateDirectories: false
    )
    try sandbox.write("id,title,summary\nx,X,\n", to: "t/case.csv")
    try sandbox.write("name,type\nAnna,Person\n", to: "t/entities.csv")
    do {
      _ = try read("t")
      Issue.record("the file was taken")
    } catch let error as FormatError {
      #expect(error.diagnostics.first?.code == .tableSyntax)
      #expect(error.diagnostics.first?.file?.hasSuffix("t/entities.csv") == true)
    }
  }
}

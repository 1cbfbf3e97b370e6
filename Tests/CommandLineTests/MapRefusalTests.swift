import Foundation
import TestSupport
import Testing

@Suite("Proposing mappings for files that are no registers, or strange ones")
struct MapRefusalTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(
    "What is no table is refused with the reason",
    arguments: [
      ("", "the file is empty"), ("\n\n  \n", "the file is empty"),
      ("Date,Minister,Guest\n", "a header and no rows"), ("Name\nJane Doe\n", "one column only"),
      ("PK\u{3}\u{4}abc", "spreadsheets"), ("%PDF-1.7 …", "PDF"),
      (String(repeating: "\u{1}\u{0}a,b\n", count: 50), "is no text"),
      ("code,label\nX1,some words\nX2,other words\n", "tells who met whom"),
      ("Date,Minister,Guest\na,\"b\nc,\"d\n", "no row has the form"),
      ("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"></graphml>", "needs no mapping"),
    ]
  )
  func refusals(text: String, reason: String) throws {
    try sandbox.write(text, to: "register.csv")
    let run = try sandbox.run("map", "register.csv", "-o", "map.yaml")
    #expect(run.status == 2 && run.output.isEmpty, "\(run.transcript)")
    #expect(run.errors.contains(reason) && run.errors.contains("fix: "), "\(run.transcript)")
    #expect(!FileManager.default.fileExists(atPath: sandbox.file("map.yaml")))
  }

  @Test("Bytes of any kind are refused, and a file that is not there")
  func bytes() throws {
    var generator = SeededGenerator(seed: 7)
    let data = Data((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    try data.write(to: URL(fileURLWithPath: sandbox.file("register.csv")))
    #expect(try sandbox.run("map", "register.csv").status == 2)
    let missing = try sandbox.run("map", "nothing.csv")
    #expect(missing.status == 2 && missing.errors.contains("there is no such file"))
  }

  /// Registers that are strange and can be imported all the same.
  static let strange: [(name: String, text: String, taken: Int)] = [
    (
      "two thousand columns",
      (0..<1_997).map { "c\($0)" }.joined(separator: ",") + ",Date,Minister,Guest\n"
        + (1...3).map { row in
          (0..<1_997).map { "v\($0 * row % 97)" }.joined(separator: ",")
            + ",2019-04-0\(row),Jane Doe,Guest Number\n"
        }.joined(), 3
    ),
    (
      "long cells",
      "Date,Minister,Guest,Subject\n2019-04-03,Jane Doe,Ann Lee,"
        + String(repeating: "x", count: 300_000) + "\n", 1
    ),
    (
      "names that stand twice, that are missing, and that braces cannot hold",
      "Date,Name,Name,Name,,{x},#no,a}b\n2019-04-03,Jane Doe,Ann Lee,Bob Ray,w,b,c,d\n", 1
    ),
    (
      "cells that look like YAML",
      "Date,\"Mini\"\"ster\n# x: [\",Guest: &a *b\n2019-04-03,\"Jane\nDoe\",\"Ann #Lee\"\n"
        + "2019-04-05,\"- a: b\",\u{2028}Bob\u{85}Ray\n", 2
    ),
    (
      "short rows", "Date,Minister,Guest,Note\n2019-04-03,Jane Doe,Ann Lee\n2019-04-04,Jane Doe\n",
      2
    ),
    ("a cell without end", "Date,Minister,Guest\n2019-04-03,Jane Doe,Ann Lee\n2019-04-04,\"x\n", 1),
  ]

  @Test("A strange table has a proposal that takes its rows", arguments: strange.indices)
  func strangeTables(index: Int) throws {
    let (name, text, taken) = Self.strange[index]
    try sandbox.write(text, to: "register.csv")
    let run = try sandbox.run("map", "register.csv", "-o", "map.yaml")
    #expect(run.status == 0, "\(name)\n\(run.transcript.prefix(3000))")
    let imported = try sandbox.run("import", "register.csv", "--mapping", "map.yaml")
    #expect(imported.status == 0, "\(name)\n\(imported.transcript.prefix(3000))")
    #expect(imported.errors.contains("= \(taken) taken"), "\(name)\n\(imported.errors)")
  }

  @Test("Of a long file the beginning is looked at, and said so")
  func longFile() throws {
    let rows = (0..<7_000).map { "2019-0\($0 % 9 + 1)-11,Jane Doe,Guest \($0)\n" }.joined()
    try sandbox.write("Date,Minister,Guest\n" + rows, to: "register.csv")
    let run = try sandbox.run("map", "register.csv", "-o", "map.yaml")
    #expect(run.output.contains("the first 6000 rows"), "\(run.transcript)")
    let mapping = String(decoding: try sandbox.read("map.yaml"), as: UTF8.self)
    #expect(mapping.contains("its first 6,000 rows"))
    let imported = try sandbox.run("import", "register.csv", "--mapping", "map.yaml", "-n")
    #expect(imported.errors.contains("7000 read = 7000 taken"), "\(imported.errors)")
  }
}

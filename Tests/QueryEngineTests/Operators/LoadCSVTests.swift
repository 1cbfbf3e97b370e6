import CypherSyntax
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import QueryEngine

@Suite("Reading tables")
struct LoadCSVTests {
  private func records(_ text: String, terminator: String = ",", piece: Int = 1_000) throws
    -> [[Value]]
  {
    var reader = CSVReader(terminator: terminator)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.read(bytes[start..<min(start + piece, bytes.count)])
    }
    try reader.finish()
    return reader.takeRecords()
  }

  @Test(
    "Fields are told apart, wherever the pieces of the file end",
    arguments: [
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,b\r\n\r\nc,\r\n", [["a", "b"], ["c", nil]]),
      ("\"a,\"\"b\"\"\",\"\"\n", [["a,\"b\"", ""]]), ("\"a\r\nb\",c\r", [["a\r\nb", "c"]]),
      ("\u{FEFF}a,b", [["a", "b"]]), ("\u{FEFF}\"a\",b", [["a", "b"]]), ("", []), ("\n\n", []),
      (",", [[nil, nil]]), ("ä,\"ö\"x", [["ä", "öx"]]), ("a\"b,c", [["a\"b", "c"]]),
      ("\"\"", [[""]]),
      ("\"\"\n\"\"\n", [[""], [""]]), ("a\rb", [["a"], ["b"]]),
    ] as [(String, [[String?]])]
  )
  func fields(text: String, expected: [[String?]]) throws {
    let values = expected.map { $0.map { $0.map(Value.string) ?? .null } }
    for piece in [1, 2, 3, 1_000] { #expect(try records(text, piece: piece) == values) }
  }

  @Test("Other terminators stand between fields; an open quote is an error")
  func terminators() throws {
    #expect(try records("a;b,c", terminator: ";") == [[.string("a"), .string("b,c")]])
    #expect(try records("a||b|c", terminator: "||") == [[.string("a"), .string("b|c")]])
    #expect(throws: QueryError.self) { try records("a,\"b\nc") }
  }

  private func load(
    _ address: Value,
    folder: String?,
    hasHeaders: Bool = false
  ) throws -> [Value] {
    let plan = LogicalPlan.LoadCSV(
      source: ScopedExpression(
        .init(.literal(.null), at: .init(0, 0)),
        in: Scope()
      ),
      variable: Slot(1),
      hasHeaders: hasHeaders,
      fieldTerminator: ","
    )
    let load = LoadCSVOperator(Numbers(1), plan, source: Compute(constant: address))
    return try run(load, makeContext(loadFolder: folder), slots: [1]).map { $0[0] }
  }

  @Test("Lines become lists, or maps by the headers", arguments: chunkBorders)
  func lines(count: Int) throws {
    let sandbox = try Sandbox()
    let text = "n,text\n" + (0..<count).map { "\($0),\"x, y\"\n" }.joined()
    try sandbox.write(text, to: "a table.csv")
    let lists = try load(.string("file:///a%20table.csv"), folder: sandbox.path)
    #expect(lists.count == count + 1)
    let maps = try load(.string("a table.csv"), folder: sandbox.path, hasHeaders: true)
    #expect(
      maps == (0..<count).map { .map(["n": .string("\($0)"), "text": .string("x, y")]) }
    )
  }

  @Test("Nothing outside the folder is read, by whatever way")
  func containment() throws {
    let (inside, outside) = (try Sandbox(), try Sandbox())
    try outside.write("secret", to: "secret.csv")
    try inside.write("a", to: "real.csv")
    try FileManager.default.createSymbolicLink(
      atPath: inside.file("link.csv"),
      withDestinationPath: outside.file("secret.csv")
    )
    try FileManager.default.createSymbolicLink(
      atPath: inside.file("folder"),
      withDestinationPath: outside.path
    )
    try FileManager.default.createSymbolicLink(
      atPath: inside.file("good.csv"),
      withDestinationPath: inside.file("real.csv")
    )
    #expect(try load(.string("good.csv"), folder: inside.path).count == 1)
    #expect(try load(.string("file://" + inside.file("real.csv")), folder: inside.path).count == 1)
    let name = URL(filePath: outside.path).lastPathComponent
    for address in [
      "link.csv", "folder/secret.csv", "../\(name)/secret.csv", "file:///../\(name)/secret.csv",
      "file:///%2E%2E/\(name)/secret.csv", outside.file("secret.csv"), "http://localhost/a.csv",
      "file://host/real.csv", "none.csv", "", "file://" + outside.file("secret.csv"), ".",
    ] {
      let error = #expect(throws: QueryError.self) {
        try load(.string(address), folder: inside.path)
      }
      #expect(error?.code == .loadNotAllowed, "\(address)")
    }
    let error = #expect(throws: QueryError.self) { try load(.string("real.csv"), folder: nil) }
    #expect(error?.code == .loadNotAllowed)
    #expect(throws: QueryError.self) { try load(1, folder: inside.path) }
  }
}

import Backchannel
import CaseModel
import CaseStore
import Formats
import Foundation
import GraphModel
import Testing

@Suite("Imports of records of unknown size")
struct RecordImportTests {
  private static let author = LogAuthor(who: "tester", why: "a test", verb: "import")

  private static func mapping() throws -> Mapping {
    let text = """
      format: backchannel-mapping
      version: 1
      source: {id: diary, title: Diary, publisher: Office, publisherKind: government}
      events:
        - key: ["{id}"]
          date: "{date}"
          note: "{remark}"
          participants:
            - {name: "{host}", role: host}
            - {name: "{guests}", split: [";"], onBehalfOf: "{for}"}

      """
    return try Mapping.read(Array(text.utf8), file: "m.yaml") { _ throws(FormatError) in
      throw FormatError([])
    }
  }

  /// Rows of meetings, more than one piece of them; some go on with an earlier one, one is wrong.
  private static func rows(remark: String = "minutes") -> [UInt8] {
    var text = "id,date,host,guests,for,remark\n"
    for row in 0..<1_200 {
      text += "\(row % 1_100),2018-01-\(10 + row % 7),Host \(row % 5),"
      text += "Guest \(row % 90); Guest \(row % 31),Company \(row % 17),\(remark)\n"
    }
    return Array((text + "x,2018-02-31,Host 1,Guest 1,Company 1,\n").utf8)
  }

  @discardableResult
  private func importRows(
    _ rows: [UInt8],
    into opened: Case,
    byteCount: Int?
  ) throws -> RecordsOutcome {
    let reader = try MappedReader(
      ByteSource(rows, file: "rows.csv"),
      try Self.mapping(),
      known: try opened.knownRecords()
    )
    return try opened.importRecords(reader, byteCount: byteCount, author: Self.author)
  }

  private func emptyCase() throws -> Case {
    try Case.inMemory(CaseContent(info: CaseInfo(id: "c", title: "A case")))
  }

  @Test("The graph is the same whether every element is logged or ranges of them")
  func sameGraph() throws {
    let (small, large) = (try emptyCase(), try emptyCase())
    let one = try importRows(Self.rows(), into: small, byteCount: 1)
    let other = try importRows(Self.rows(), into: large, byteCount: nil)
    #expect(try small.graph() == large.graph())
    #expect(one.addedCount == other.addedCount)
    #expect(
      (other.readCount, other.takenCount, other.mergedCount, other.rejectedCount)
        == (1_201, 1_100, 100, 1)
    )
    #expect(try small.tables(of: 2).isEmpty)
    #expect(try large.tables(of: 2).map(\.elementCount).reduce(0, +) == Int64(other.addedCount))
    #expect(try large.log().first?.added == one.entry?.added)
  }

  @Test("An undo takes all of it back, a redo brings it, and a second import changes nothing")
  func undo() throws {
    let opened = try emptyCase()
    let before = try opened.graph()
    let outcome = try importRows(Self.rows(), into: opened, byteCount: nil)
    let after = try opened.graph()
    #expect(try opened.undo(author: Self.author).removed == outcome.addedCount)
    #expect(try opened.graph() == before)
    _ = try opened.redo(author: Self.author)
    #expect(try opened.graph() == after)
    let again = try importRows(Self.rows(), into: opened, byteCount: nil)
    #expect(again.addedCount == 0)
    #expect(again.entry == nil)
    try opened.checkIntegrity()
  }
}

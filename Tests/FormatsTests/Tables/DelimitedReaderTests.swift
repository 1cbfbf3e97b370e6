import Foundation
import GraphModel
import Testing

@testable import Formats

@Suite("Delimited rows as real files have them")
struct DelimitedReaderTests {
  private struct Table {
    var columns: [String] = []
    var delimiter: UInt8 = 0
    var rows: [[String?]] = []
    var lines: [Int] = []
    var faults: [Int: String] = [:]
    var raws: [String] = []
  }

  private func read(_ bytes: [UInt8], _ format: DelimitedFormat = DelimitedFormat()) throws -> Table
  {
    var reader = try DelimitedReader(ByteSource(bytes, file: "t.csv"), format)
    var table = Table(columns: reader.columns, delimiter: reader.delimiter)
    while let piece = try reader.next() {
      for row in 0..<piece.count {
        #expect(piece.number(row) == table.rows.count + 1)
        if let fault = piece.fault(row) { table.faults[table.rows.count] = fault }
        table.rows.append(reader.columns.indices.map { piece.text(row, $0) })
        table.lines.append(piece.line(row))
        table.raws.append(piece.raw(row))
      }
    }
    return table
  }

  private func read(_ text: String, _ format: DelimitedFormat = DelimitedFormat()) throws -> Table {
    try read(Array(text.utf8), format)
  }

  @Test(
    "The delimiter is the sign that cuts all rows alike",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2,6\n1;2\n", ";"), ("a\tb,c\n1\t2, 3\n", "\t"),
      ("a|b|c\n1|2|3\n", "|"), ("a;b\n\"x;y,z\";2\n", ";"), ("name\nAnna\n", ","),
      ("sep=;\na;b\n1;2\n", ";"),
    ]
  )
  func delimiter(text: String, expected: String) throws {
    #expect(try read(text).delimiter == expected.utf8.first)
  }

  @Test("Lines end with LF, CR LF or CR, and lines of nothing are no rows")
  func lineEnds() throws {
    for end in ["\n", "\r\n", "\r"] {
      let table = try read(["a,b", "1,2", "", "3,\"4\(end)5\"", "6,7"].joined(separator: end))
      let inner = end == "\r" ? "\n" : end
      #expect(table.rows == [["1", "2"], ["3", "4\(inner)5"], ["6", "7"]])
      #expect(table.lines == [2, 4, 6])
      #expect(table.faults.isEmpty)
    }
  }

  @Test("Columns without a name and with one name twice get names of their own")
  func names() throws {
    let table = try read("\u{FEFF} date ,,name,name\n1,2,3,4\n")
    #expect(table.columns == ["date", "column 2", "name", "name 2"])
    var format = DelimitedFormat()
    format.hasHeader = false
    format.columns = ["x", "y"]
    let plain = try read("1,2\n3,4\n", format)
    #expect(plain.columns == ["x", "y"])
    #expect(plain.rows == [["1", "2"], ["3", "4"]])
    format = DelimitedFormat()
    format.skippedLines = 2
    let skipped = try read("Register of meetings\n\na;b\n1;2\n", format)
    #expect(skipped.columns == ["a", "b"])
    #expect(skipped.lines == [4])
  }

  @Test("Short and long rows are faults of their own; an empty tail is none")
  func widths() throws {
    let table = try read("a,b,c\n1,2,3\n4\n5,6,7,8\n9,10,11,,\n")
    #expect(table.rows.count == 4)
    #expect(table.faults.keys.sorted() == [1, 2])
    #expect(table.faults[1] == "the row has 1 fields and should have 3")
    var format = DelimitedFormat()
    format.fillsShortRows = true
    #expect(try read("a,b,c\n1\n", format).rows == [["1", "", ""]])
  }

  @Test("A quoting error costs its own row and no other")
  func quotes() throws {
    let table = try read(
      #"""
      a,b
      1,"open
      2,"x"
      3,Bar "Zum Anker", Kiel
      4,"He said "no" to it"
      5,5" disk
      6,"fine, ""really"""
      """#
    )
    #expect(table.rows.count == 6)
    #expect(table.faults.keys.sorted() == [0, 2, 3])
    #expect(table.rows[1] == ["2", "x"])
    #expect(table.rows[4] == ["5", "5\" disk"])
    #expect(table.rows[5] == ["6", "fine, \"really\""])
    #expect(table.lines == [2, 3, 4, 5, 6, 7])
    #expect(table.raws[0] == "1,\"open")
  }

  @Test("A row that is not UTF-8 says so, and the others are read")
  func notText() throws {
    let bytes = Array("a,b\nGröße,1\nx".utf8) + [0xFF] + Array(",2\nŁódź,3\n".utf8)
    #expect(try read(bytes).rows == [["Größe", "1"], [nil, "2"], ["Łódź", "3"]])
  }

  @Test("A table longer than a piece keeps its rows and lines")
  func pieces() throws {
    var text = "id;text\n"
    for number in 0..<40_000 { text += "\(number);\"line one\nand \"\"two\"\" of \(number)\"\n" }
    let table = try read(text)
    #expect(table.rows.count == 40_000)
    #expect(table.faults.isEmpty)
    #expect(table.rows.last == ["39999", "line one\nand \"two\" of 39999"])
    #expect(table.lines.last == 2 + 39_999 * 2)
  }

  @Test("One line without end is refused with its line, and a quote without end costs one row")
  func limits() throws {
    let long = String(repeating: "x", count: DelimitedReader.recordByteLimit + 1000)
    do {
      _ = try read("a,b\n1,2\n" + long)
      Issue.record("a line of 16 MB is taken")
    } catch let error as FormatError {
      #expect(error.diagnostics.map(\.code) == [.tooLarge])
    }
    var rows = "a,b\n1,\"never closed\n"
    let line = String(repeating: "y", count: 1000)
    while rows.utf8.count < DelimitedReader.recordByteLimit + 100_000 { rows += "2,\(line)\n" }
    let table = try read(rows)
    #expect(table.faults.keys.sorted() == [0])
    #expect(table.rows.count > 16_000)
    #expect(table.rows.last == ["2", line])
  }

  @Test("A file without rows, and one with too many columns, are refused")
  func refused() throws {
    for text in ["", "\n\n", String(repeating: ",", count: 10_001) + "\n"] {
      do {
        _ = try read(text)
        Issue.record("\(text.count) characters are taken")
      } catch let error as FormatError {
        #expect(error.diagnostics.map(\.code) == [.tableSyntax])
      }
    }
  }

  @Test("Any bytes give rows or a typed error, and every row has all columns")
  func fuzz() throws {
    var random = SplitMix(seed: 7)
    let signs = Array("ab,;\t|\"\"\n\n\r é\u{0}".utf8) + [0xFF]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).compactMap { _ in signs.randomElement(using: &random) }
      do {
        let table = try read(bytes)
        #expect(table.lines == table.lines.sorted())
      } catch let error as FormatError {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}

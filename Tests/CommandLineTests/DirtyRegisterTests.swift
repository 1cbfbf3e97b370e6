import Foundation
import TestSupport
import Testing

@Suite("Importing registers as they are")
struct DirtyRegisterTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("init")
    try sandbox.write(Self.mapping, to: "map.yaml")
  }

  /// A made-up register of a ministry that does not exist.
  private static let mapping = """
    format: backchannel-mapping
    version: 1
    file: {empty: ["-"]}
    source: {id: diary, title: Diary, publisher: Ministry of Examples, publisherKind: ministry}
    skip:
      - when: {Datum: {matches: "^Summe"}}
        reason: a total, no meeting
    events:
      - key: ["{Nr}"]
        type: {text: "{Art}", words: {Treffen: Meeting, Telefonat: Call, E-Mail: Other}}
        date: {text: "{Datum}", forms: [DD.MM.YYYY]}
        place: "{Ort}"
        participants:
          - {name: "{Minister}", role: host}
          - {name: "{Gast}", split: [","], brackets: agency}

    """

  private static let rows = """
    Nr;Datum;Minister;Gast;Ort;Art
    1;05.03.2018;Anna Beispiel;Böb Müster (Acme Ltd), Eva Sand;Köln;Treffen
    1;05.03.2018;Anna Beispiel;Carl Muster (Foo Bank);Köln;Treffen
    2;12.03.2018;Anna Beispiel;Eva Sand;-;Telefonat
    3;31.02.2018;Anna Beispiel;Eva Sand;-;Treffen
    4;25. oder 26. Juni 2018;Anna Beispiel;Eva Sand;-;E-Mail
    Summe: 4
    5;13.03.2018;;-;Köln;Treffen
    6;14.03.2018;Anna Beispiel;"Eva ""Sand";Köln;Treffen;zu viel

    """

  @Test("A row that repeats the header is no event, and is said")
  func repeatedHeader() throws {
    let lines = Self.rows.split(separator: "\n")
    let text = [lines[0], lines[1], lines[0], lines[4], ""].joined(separator: "\n")
    try sandbox.write(text, to: "d.csv")
    let run = try sandbox.run("import", "d.csv", "--mapping", "map.yaml")
    #expect(run.errors.contains("1  the row repeats the header"), "\(run.transcript)")
    #expect(run.errors.contains("3 read = 1 taken + 0 merged + 2 rejected"), "\(run.errors)")
  }

  @Test(
    "Every row is taken, merged or rejected with line, column and reason; and a second import changes nothing"
  )
  func account() throws {
    try sandbox.write("\u{FEFF}" + Self.rows.replacing("\n", with: "\r\n"), to: "diary.csv")
    let dry = try sandbox.run("import", "diary.csv", "--mapping", "map.yaml", "-n")
    #expect(dry.status == 0, "\(dry.transcript)")
    #expect(dry.errors.contains("8 read = 3 taken + 1 merged + 4 rejected"), "\(dry.errors)")
    #expect(dry.errors.contains("semicolon"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.file("diary.csv.rejects.csv")))
    let run = try sandbox.run("import", "diary.csv", "--mapping", "map.yaml")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("8 read = 3 taken + 1 merged + 4 rejected"), "\(run.errors)")
    let text = String(decoding: try sandbox.read("diary.csv.rejects.csv"), as: UTF8.self)
    let rejects = text.split(separator: "\n")
    #expect(rejects.first == "file,line,column,reason,remedy,row")
    for (line, word) in [(5, "31.02.2018"), (7, "Summe"), (8, "nobody takes part"), (9, "zu viel")]
    {
      #expect(
        rejects.contains { $0.hasPrefix("diary.csv,\(line),") && $0.contains(word) },
        "line \(line): \(rejects)"
      )
    }
    let met = try sandbox.run("who-met", "Anna Beispiel")
    for name in ["Böb Müster", "Carl Muster", "Eva Sand"] {
      #expect(met.output.contains(name), "\(met.transcript)")
    }
    #expect(met.output.contains("Ministry of Examples"))
    let again = try sandbox.run("import", "diary.csv", "--mapping", "map.yaml")
    #expect(again.errors.contains("0 elements were added, 0 changed"), "\(again.errors)")
  }

  @Test("UTF-16, Windows-1252 and gzip are found out")
  func encodings() throws {
    let text =
      "Nr;Datum;Minister;Gast;Ort;Art\n1;05.03.2018;Anna Beispiel;Böb Müster;Köln;Treffen\n"
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .windowsCP1252] {
      let path = "register-\(encoding.rawValue).csv"
      let data = try #require(text.data(using: encoding))
      try data.write(to: URL(fileURLWithPath: sandbox.file(path)))
      let run = try sandbox.run("import", path, "--mapping", "map.yaml", "-n")
      #expect(run.errors.contains("1 read = 1 taken"), "\(encoding): \(run.transcript)")
    }
    let data = try #require(text.data(using: .windowsCP1252))
    try data.write(to: URL(fileURLWithPath: sandbox.file("cp.csv")))
    try sandbox.run("import", "cp.csv", "--mapping", "map.yaml")
    #expect(try sandbox.run("who-met", "Anna Beispiel").output.contains("Böb Müster"))
  }

  @Test("A register all of whose rows are wrong exits with 1, and one that is no table with 2")
  func nothingTaken() throws {
    try sandbox.write("Nr;Datum;Minister;Gast;Ort;Art\n1;31.02.2018;A;B;C;Treffen\n", to: "bad.csv")
    let bad = try sandbox.run("import", "bad.csv", "--mapping", "map.yaml")
    #expect(bad.status == 1, "\(bad.transcript)")
    try sandbox.write("a;b\n1;2\n", to: "other.csv")
    let other = try sandbox.run("import", "other.csv", "--mapping", "map.yaml")
    #expect(other.status == 2)
    #expect(other.errors.contains("no column 'Nr'"), "\(other.errors)")
    let plain = try sandbox.run("import", "other.csv")
    #expect(plain.status == 2)
    #expect(plain.errors.contains("--mapping"), "\(plain.errors)")
  }

  @Test("An import can be taken back whole")
  func undo() throws {
    try sandbox.write(Self.rows, to: "diary.csv")
    try sandbox.run("import", "diary.csv", "--mapping", "map.yaml")
    #expect(try sandbox.run("undo").status == 0)
    #expect(try sandbox.run("who-met", "Anna Beispiel").status == 2)
  }

  @Test(
    "What is written in formats of records is read back by its content",
    arguments: [
      "graphml", "records", "ftm-entities",
    ]
  )
  func formats(format: String) throws {
    let made = try sandbox.run("export", "--demo", "--format", format, "-o", "case.out.gz")
    #expect(made.status == 0, "\(made.transcript)")
    let run = try sandbox.run("import", "case.out.gz")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("0 rejected"), "\(run.errors)")
    let met = try sandbox.run("who-met", "Mike Pompeo")
    #expect(met.output.contains("Sergey Naryshkin"), "\(met.transcript)")
  }

  @Test("A folder of tables is read back as the case that it was")
  func folder() throws {
    try sandbox.run("export", "--demo", "--format", "csv", "-o", "tables")
    let run = try sandbox.run("import", "tables")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("0 rejected"), "\(run.errors)")
    let met = try sandbox.run("who-met", "Mike Pompeo")
    let expected = try sandbox.run("who-met", "Mike Pompeo", "--demo")
    #expect(met.output == expected.output, "\(met.transcript)")
  }
}

import CaseModel
import Formats
import GraphModel
import Testing

@Suite("Reading case documents")
struct CaseReaderTests {
  private static let heading = """
    format: backchannel-case
    version: 1
    case: {id: test, title: Test}

    """

  private func read(_ text: String) throws(FormatError) -> CaseContent {
    try CaseDocument.read(Array((Self.heading + text).utf8), file: "case.yaml").content
  }

  private func errors(_ text: String, heading: String = heading) -> [Diagnostic] {
    do throws(FormatError) {
      _ = try CaseDocument.read(Array((heading + text).utf8), file: "case.yaml")
      return []
    } catch { return error.diagnostics }
  }

  @Test("A document of another kind gets one error, which says so")
  func otherFormat() throws {
    let error = try #require(errors("{\"nodes\": [], \"format\": \"other\"}", heading: "").first)
    #expect(error.code == .formatUnknown)
    #expect(error.message == "the format is the text 'other', not 'backchannel-case'")
    #expect(error.position == SourcePosition(line: 1, column: 25))
  }

  @Test("A newer document says which version is read")
  func newerVersion() throws {
    let found = errors("format: backchannel-case\nversion: 7\nunheard: of", heading: "")
    #expect(found.count == 1)
    let error = try #require(found.first)
    #expect(error.code == .formatUnknown)
    #expect(error.message == "the document has version 7; this program reads up to 1")
    #expect(error.remedy == "update backchannel")
    #expect(error.position == SourcePosition(line: 2, column: 10))
  }

  @Test(
    "What is no version is refused",
    arguments: ["0", "-1", "one", "1.0", "[1]", "99999999999999999999"]
  )
  func badVersion(_ version: String) {
    let found = errors("format: backchannel-case\nversion: \(version)", heading: "")
    #expect(found.map(\.code) == [.invalidValue])
  }

  @Test("An unknown member is an error with candidates")
  func unknownKey() throws {
    let found = errors("entities:\n- {id: a, typ: Person, name: A}")
    #expect(found.count == 1)
    let error = try #require(found.first)
    #expect(error.code == .unknownKey)
    #expect(error.message == "an entity has no member 'typ'")
    #expect(error.position == SourcePosition(line: 5, column: 11))
    #expect(error.length == 3)
    #expect(error.candidates == ["type"])
  }

  @Test(
    "A key is its text, with quotes or without, also one that looks like a number or a word",
    arguments: ["1", "no", "name", "2018-01-01", "1.5", "~"]
  )
  func duplicateKey(key: String) throws {
    let text = """
      entities:
      - id: a
        \(key): A
        "\(key)": A
      """
    let error = try #require(errors(text).first)
    #expect(error.code == .duplicateKey)
    #expect(error.message == "'\(key)' stands twice in one mapping")
  }

  @Test("An id that stands twice is an error that names both places")
  func duplicateID() throws {
    let text = """
      entities:
      - {id: a, type: Person, name: A}
      sources:
      - {id: a, title: A}
      """
    let error = try #require(errors(text).first)
    #expect(error.code == .duplicateID)
    #expect(error.message == "'a' is the id of a source here and of an entity in line 5")
    #expect(error.position == SourcePosition(line: 7, column: 8))
  }

  @Test("All that is wrong is told in one run, in the order of the text")
  func severalErrors() {
    let text = """
      entities:
      - {id: a b, type: Persona, name: ""}
      events:
      - {id: M1, type: Meeting, title: T, date: 30.01.2018, participants: [{role: host}]}
      claims:
      - {id: c1, claimant: a, stance: asserts}
      """
    #expect(
      errors(text).map(\.code) == [
        .invalidID, .invalidValue, .invalidValue, .invalidDate, .missingKey, .missingKey,
      ]
    )
  }

  @Test("No more errors are kept than anybody reads, and the rest is counted")
  func manyErrors() {
    let lines = (1...50).map { "- {id: e\($0), type: Person}" }
    do throws(FormatError) {
      _ = try read("entities:\n" + lines.joined(separator: "\n"))
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.diagnostics.count == FormatError.diagnosticLimit)
      #expect(error.omittedCount == 30)
    }
  }

  @Test("Two dates of one event need ids of their own")
  func twoDates() throws {
    let text = "events:\n- {id: M1, type: Meeting, title: T, date: [2018-01-30, 2018-01-31]}"
    #expect(errors(text).map(\.code) == [.duplicateID])
    let content = try read(
      "events:\n- {id: M1, type: Meeting, title: T, date: [2018-01-30, {edtf: 2018-01-31, id: d2}]}"
    )
    #expect(content.attributes.map(\.id) == ["M1#date", "d2"])
  }

  @Test("Claims and subjects that name records of another document are kept")
  func foreignTargets() throws {
    let content = try read(
      """
      events:
      - {id: S1, type: Statement, title: T, about: M1}
      claims:
      - {id: c1, claimant: anna, stance: asserts, about: c9}
      """
    )
    #expect(content.claims.first?.target == .fact("c9"))
    #expect(content.attributes.first?.value == .topic("M1"))
  }

  @Test("The derived statuses of an export are passed over")
  func derived() throws {
    let content = try read("derived: {facts: [{id: M1, status: confirmed}]}")
    #expect(content == CaseContent(info: CaseInfo(id: "test", title: "Test")))
  }

  @Test("Findings get the place of the member, else of the record")
  func findingPlaces() throws {
    let text = Self.heading + "sources:\n- id: s\n  title: T\n  published: 2018-01-30\n"
    let reading = try CaseDocument.read(Array(text.utf8), file: "case.yaml")
    func place(_ record: String, _ key: String?) -> SourcePosition? {
      reading.diagnostic(for: CaseFinding(.dateWidens, "-", record: record, key: key)).position
    }
    #expect(place("s", "published") == SourcePosition(line: 7, column: 14))
    #expect(place("s", "retrieved") == SourcePosition(line: 5, column: 7))
    #expect(place("t", nil) == nil)
  }

  @Test(
    "Ids that lead out of their alphabet are refused",
    arguments: ["'a b'", "'@case'", "'a>b'", "'a?'", "'-a'", "'a\"'"]
  )
  func badIDs(_ id: String) {
    #expect(errors("sources:\n- {id: \(id), title: T}").map(\.code) == [.invalidID])
  }

  @Test(
    "Sources cannot link or lead astray",
    arguments: [
      "url: 'javascript:alert(1)'", "archivedUrl: ftp://a", "archive: /etc/passwd",
      "archive: a/../../b", "sha256: abc",
    ]
  )
  func badSources(_ member: String) {
    #expect(errors("sources:\n- {id: s, title: T, \(member)}").map(\.code) == [.invalidValue])
  }

  @Test("Signs of aliases between spaces are prose")
  func prose() throws {
    let content = try read(
      "sources:\n- id: s\n  title: Smith & Sons\n  note: |\n    Points:\n    * one\n    * two\n"
    )
    #expect(content.sources.first?.note == "Points:\n* one\n* two\n")
  }

  @Test("Columns count bytes, however long the line", arguments: [1, 200, 1_000])
  func columns(_ count: Int) throws {
    let before = String(repeating: "é", count: count)
    let error = try #require(errors("sources: [{title: \(before), id: a b}]").first)
    #expect(error.position == SourcePosition(line: 4, column: 25 + 2 * count))
  }
}

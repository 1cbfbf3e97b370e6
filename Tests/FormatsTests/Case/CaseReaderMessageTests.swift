import CaseModel
import Formats
import GraphModel
import Testing

@Suite("What errors in case documents say")
struct CaseReaderMessageTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let code: ErrorCode
    let message: String
    let column: Int
    let remedy: String
    var candidates: [String] = []

    var testDescription: String { text }
  }

  /// The text is one line, the fifth of its document.
  static let examples = [
    Example(
      text: "sources: [{id: s, titel: T}]",
      code: .unknownKey,
      message: "a source has no member 'titel'",
      column: 19,
      remedy: "members are " + CaseKeys.source.joined(separator: ", "),
      candidates: ["title"]
    ),
    Example(
      text: "events: [{id: M1, type: meeting, title: T}]",
      code: .invalidValue,
      message: "'meeting' is no type",
      column: 25,
      remedy: "one of Meeting, Visit, Call, Statement, Appointment, Other",
      candidates: ["Meeting"]
    ),
    Example(
      text: "relations: [{subject: a, object: b}]",
      code: .missingKey,
      message: "a relation needs 'kind'",
      column: 13,
      remedy: "add 'kind: ' and one of part-of, located-in, citizen-of, represents, member-of, "
        + "same-as, linked-to"
    ),
    Example(
      text: "sources: [{id: s, title: T, confidential: yes}]",
      code: .wrongType,
      message: "'confidential' must be true or false, not the text 'yes'",
      column: 43,
      remedy: "write true or false"
    ),
    Example(
      text: "sources: [{id: s, title: T, sha256: 12}]",
      code: .invalidValue,
      message: "'sha256' is no SHA-256 sum",
      column: 37,
      remedy: "write the 64 hexadecimal digits that 'sha256sum FILE' gives"
    ),
    Example(
      text: "sources: [{id: a b, title: T}]",
      code: .invalidID,
      message: "'a b' is no id",
      column: 16,
      remedy: "letters, digits and the signs - _ . : / # @ + ~, at most 200 bytes, no spaces; "
        + "a letter or digit first"
    ),
    Example(
      text: "claims: [said]",
      code: .wrongType,
      message: "a claim must be a mapping, not the text 'said'",
      column: 10,
      remedy: "write it as 'key: value' lines; keys are "
        + CaseKeys.claim.joined(separator: ", ")
    ),
    Example(
      text: "questions: [{id: Q1, text: What?}]",
      code: .missingKey,
      message: "a question needs 'pattern'",
      column: 13,
      remedy: "add 'pattern: …'"
    ),
    Example(
      text: "events: [{id: M1, type: Call, title: T, participants: [{role: host}]}]",
      code: .missingKey,
      message: "a participant needs 'who' or 'unknown'",
      column: 56,
      remedy: "write 'who: ID', or 'unknown: …' to say what is missing"
    ),
    Example(
      text: "events: [{id: M1, type: Call, title: T, participants: [{who: a, side: b}]}]",
      code: .invalidValue,
      message: "only an unknown participant has a 'side'",
      column: 71,
      remedy: "remove it; the side of an entity follows from its posts and relations"
    ),
  ]

  @Test("Each says what, where and how to put it right", arguments: examples)
  func example(_ example: Example) throws {
    let heading = "format: backchannel-case\nversion: 1\ncase: {id: t, title: T}\n\n"
    do throws(FormatError) {
      _ = try CaseDocument.read(Array((heading + example.text).utf8), file: "case.yaml")
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.diagnostics.count == 1)
      let found = try #require(error.diagnostics.first)
      #expect(found.code == example.code)
      #expect(found.message == example.message)
      #expect(found.position == SourcePosition(line: 5, column: example.column))
      #expect(found.remedy == example.remedy)
      #expect(found.candidates == example.candidates)
    }
  }

  @Test("A date in another notation is answered with the right one")
  func date() throws {
    let text =
      "format: backchannel-case\nversion: 1\ncase: {id: t, title: T}\n"
      + "sources: [{id: s, title: T, published: 30.01.2018}]"
    do throws(FormatError) {
      _ = try CaseDocument.read(Array(text.utf8), file: "case.yaml")
      Issue.record("nothing was wrong")
    } catch {
      let found = try #require(error.diagnostics.first)
      #expect(found.code == .invalidDate)
      #expect(found.position == SourcePosition(line: 4, column: 40))
      #expect(found.remedy?.contains("2018-01-30") == true)
    }
  }
}

import CaseModel
import Formats
import GraphModel
import Testing

@Suite("Writing case documents and reading them again")
struct CaseRoundTripTests {
  private func text(_ content: CaseContent, derived: JSONValue? = nil) -> String {
    CaseDocument.json(of: content, derived: derived).text(indented: true)
  }

  private func read(_ text: String) throws(FormatError) -> CaseContent {
    try CaseDocument.read(Array(text.utf8), file: "case.json").content
  }

  @Test("The seed case comes back from its export, and the second export has the same bytes")
  func seedCase() throws {
    let content = try CaseDocument.read(try PackageFiles.seedCase(), file: "case.yaml").content
    let first = text(content)
    let again = try read(first)
    #expect(again == content)
    #expect(Array(text(again).utf8) == Array(first.utf8))
  }

  @Test("Any case comes back, and the second export has the same bytes")
  func randomCases() throws {
    for seed in UInt64(1)...300 {
      let content = RandomCase.content(seed: seed)
      let first = text(content)
      do {
        let again = try read(first)
        #expect(again == content, "seed \(seed)")
        #expect(Array(text(again).utf8) == Array(first.utf8), "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error.diagnostics)")
      }
    }
  }

  @Test("The document does not depend on the order of the records in memory")
  func order() {
    for seed in UInt64(1)...20 {
      let content = RandomCase.content(seed: seed)
      var shuffled = content
      shuffled.entities.reverse()
      shuffled.attributes.reverse()
      shuffled.participations.reverse()
      shuffled.claims.reverse()
      #expect(text(shuffled) == text(content), "seed \(seed)")
    }
  }

  @Test("What is derived stands at the end and is passed over on the way back")
  func derived() throws {
    let content = RandomCase.content(seed: 7)
    let document = CaseDocument.json(of: content, derived: ["facts": [["status": "confirmed"]]])
    guard case .object(let members) = document else {
      Issue.record("the document is no object")
      return
    }
    #expect(members.last?.key == "derived")
    #expect(try read(document.text()) == content)
  }

  @Test("The members written are those that CaseKeys lists, in that order")
  func keys() {
    var used: [String: Set<String>] = [:]
    for seed in UInt64(1)...60 {
      let document = CaseDocument.json(of: RandomCase.content(seed: seed), derived: [:])
      collect(document, "document", CaseKeys.document, &used)
      for (section, keys) in Self.sections {
        for record in elements(document[section]) { collect(record, section, keys, &used) }
      }
      for event in elements(document["events"]) {
        for date in elements(event["date"]) { collect(date, "date", CaseKeys.eventDate, &used) }
        for place in elements(event["place"]) {
          collect(place, "place", CaseKeys.attribute, &used)
        }
        for who in elements(event["participants"]) {
          collect(who, "participants", CaseKeys.participant, &used)
        }
      }
    }
    #expect(used["document"] == Set(CaseKeys.document))
    for (section, keys) in Self.sections {
      #expect(used[section] == Set(keys).subtracting(CaseKeys.shorthands), "\(section)")
    }
    #expect(used["participants"] == Set(CaseKeys.participant))
    #expect(used["date"] == Set(CaseKeys.eventDate))
    #expect(used["place"] == Set(CaseKeys.attribute))
  }

  private static let sections = [
    "entities": CaseKeys.entity, "relations": CaseKeys.relation, "posts": CaseKeys.post,
    "events": CaseKeys.event, "sources": CaseKeys.source, "claims": CaseKeys.claim,
    "questions": CaseKeys.question,
  ]

  private func elements(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }

  private func collect(
    _ record: JSONValue,
    _ name: String,
    _ keys: [String],
    _ used: inout [String: Set<String>]
  ) {
    guard case .object(let members) = record else { return }
    let written = members.map(\.key)
    #expect(written == keys.filter(written.contains), "\(name)")
    used[name, default: []].formUnion(written)
  }
}

import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("The schema of case documents")
struct CaseSchemaTests {
  private let schema: JSONValue

  init() throws {
    schema = try JSONReader.read(try PackageFiles.bytes("data/schema/case.schema.json")).json
  }

  private func definition(_ name: String) -> JSONValue? { schema["$defs"]?[name] }

  private func keys(of definition: JSONValue?) -> [String] {
    guard case .object(let members) = definition?["properties"] else { return [] }
    return members.map(\.key)
  }

  private func words(_ list: JSONValue?) -> [String] {
    guard case .array(let elements) = list else { return [] }
    return elements.compactMap { element in
      guard case .string(let word) = element else { return nil }
      return word
    }
  }

  @Test("The schema lists the members that the reader knows, in one order")
  func members() {
    #expect(keys(of: schema) == CaseKeys.document)
    let records = [
      "case": CaseKeys.info, "entity": CaseKeys.entity, "name": CaseKeys.name,
      "relation": CaseKeys.relation, "post": CaseKeys.post, "event": CaseKeys.event,
      "participantRecord": CaseKeys.participant, "dateRecord": CaseKeys.date,
      "eventDateRecord": CaseKeys.eventDate, "attributeRecord": CaseKeys.attribute,
      "source": CaseKeys.source, "claim": CaseKeys.claim, "question": CaseKeys.question,
      "pattern": CaseKeys.pattern,
    ]
    for (name, expected) in records { #expect(keys(of: definition(name)) == expected, "\(name)") }
  }

  @Test("No record admits members that the schema does not list")
  func closed() {
    guard case .object(let definitions) = schema["$defs"] else {
      Issue.record("the schema defines nothing")
      return
    }
    for definition in definitions + [JSONMember(key: "document", value: schema)]
    where definition.value["properties"] != nil {
      #expect(definition.value["additionalProperties"] == false, "\(definition.key)")
    }
  }

  @Test("The schema lists the words of every choice")
  func choices() {
    func words(_ record: String, _ key: String) -> [String] {
      self.words(definition(record)?["properties"]?[key]?["enum"])
    }
    #expect(words("entity", "type") == EntityType.allCases.map(\.rawValue))
    #expect(words("entity", "kind") == AgencyKind.allCases.map(\.rawValue))
    #expect(words("name", "kind") == NameKind.allCases.map(\.rawValue))
    #expect(words("relation", "kind") == Relation.Kind.allCases.map(\.word))
    #expect(words("event", "type") == EventType.allCases.map(\.rawValue))
    #expect(words("claim", "stance") == Stance.allCases.map(\.rawValue))
    #expect(words("pattern", "find") == QuestionPattern.Subject.allCases.map(\.rawValue))
    let types = definition("pattern")?["properties"]?["types"]?["anyOf"]
    guard case .array(let forms) = types else {
      Issue.record("'types' has no forms")
      return
    }
    #expect(self.words(forms.first?["enum"]) == EventType.allCases.map(\.rawValue))
  }

  @Test("The schema names the format and the version that are written")
  func heading() {
    #expect(schema["properties"]?["format"]?["const"] == .string(CaseKeys.format))
    #expect(schema["properties"]?["version"]?["const"] == .integer(Int64(CaseKeys.version)))
  }

  @Test("The reader asks for the members that the schema requires")
  func required() {
    let texts = [
      ("entity", "entities: [{}]"), ("relation", "relations: [{}]"), ("post", "posts: [{}]"),
      ("event", "events: [{}]"), ("source", "sources: [{}]"), ("claim", "claims: [{}]"),
    ]
    for (record, text) in texts {
      let document = "format: backchannel-case\nversion: 1\ncase: {id: a, title: b}\n" + text
      do throws(FormatError) {
        _ = try CaseDocument.read(Array(document.utf8), file: "case.yaml")
        Issue.record("\(record) asks for nothing")
      } catch {
        let asked = error.diagnostics.compactMap { $0.message.split(separator: "'").last }
        #expect(
          asked.map(String.init).sorted() == words(definition(record)?["required"]).sorted(),
          "\(record)"
        )
      }
    }
  }

  @Test("The seed case and random exports are valid by another program's reading of the schema")
  func validation() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var contents = (UInt64(1)...20).map { RandomCase.content(seed: $0) }
    contents.append(try CaseDocument.read(try PackageFiles.seedCase(), file: "case.yaml").content)
    for (number, content) in contents.enumerated() {
      let text = CaseDocument.json(of: content).text(indented: true)
      try Data(text.utf8).write(to: folder.appending(path: "\(number).json"))
    }
    try Data(try PackageFiles.seedCase()).write(to: folder.appending(path: "seed.yaml"))
    switch try SchemaValidator.judge(folder, by: "data/schema/case.schema.json") {
    case .valid: break
    case .skipped(let reason): print("skipped: \(reason)")
    case .invalid(let faults): Issue.record("\(faults)")
    }
  }
}

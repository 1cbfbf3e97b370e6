import Backchannel
import CaseModel
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("The words in the schemas of answers and of what export derives")
struct AnswerSchemaWordTests {
  private static let statuses = Status.allCases.map(\.rawValue)
  private static let types = EntityType.allCases.map(\.rawValue)
  private static let events = EventType.allCases.map(\.rawValue)
  private static let states = QuestionCoverage.State.allCases.map(\.rawValue)
  private static let conflicts = Conflict.Kind.allCases.map(\.rawValue)
  private static let sides = SideWord.allCases.map(\.rawValue)

  private func definitions(_ name: String) throws -> JSONValue? {
    let bytes = try Data(contentsOf: URL(filePath: Repository.path("data/schema/\(name)")))
    return try JSONReader.read(bytes).json["$defs"]
  }

  /// The words listed at a path below the definitions; `null` among them is left out.
  private func words(_ definitions: JSONValue?, _ path: String) -> [String] {
    let keys = (path + ".enum").split(separator: ".").map(String.init)
    let list = keys.reduce(definitions) { $0?[$1] }
    guard case .array(let elements) = list else { return [] }
    return elements.compactMap { element in
      guard case .string(let word) = element else { return nil }
      return word
    }
  }

  /// The names of the members of an object.
  private func names(_ definitions: JSONValue?, _ path: String) -> [String] {
    let keys = (path + ".properties").split(separator: ".").map(String.init)
    guard case .object(let members) = keys.reduce(definitions, { $0?[$1] }) else { return [] }
    return members.map(\.key)
  }

  @Test("The schema of answers lists the words of every choice")
  func answers() throws {
    let schema = try definitions("answers.schema.json")
    let hits =
      (Self.types + Self.events).map { $0.lowercased() } + ["claim", "source"]
    let expected: [(path: String, words: [String])] = [
      ("status", Self.statuses), ("entity.properties.type", Self.types),
      ("event.properties.type", Self.events), ("conflictKind", Self.conflicts),
      ("coverage.properties.state", Self.states), ("sideStance.properties.word", Self.sides),
      ("claim.properties.stance", Stance.allCases.map(\.rawValue)),
      ("profile.properties.names.items.properties.kind", NameKind.allCases.map(\.rawValue)),
      ("diff.properties.changes.items.properties.kind", Self.changes),
      ("search.properties.hits.items.properties.kind", hits),
      ("finding.properties.code", ErrorCode.allCases.map(\.rawValue)),
    ]
    for (path, expected) in expected { #expect(words(schema, path) == expected, "\(path)") }
    let counts: [(path: String, names: [String])] = [
      ("stats.properties.entities", Self.types), ("stats.properties.events", Self.events),
      ("stats.properties.statuses", Self.statuses + ["unsourced"]),
      ("stats.properties.questions", Self.states),
      ("filter.properties.hidden", HiddenCounts.Reason.allCases.map(\.rawValue)),
    ]
    for (path, expected) in counts { #expect(names(schema, path) == expected, "\(path)") }
  }

  private static let changes = DiffAnswer.Change.Kind.allCases.map(\.rawValue)

  @Test("The schema of cases lists the words of every choice in what export derives")
  func derived() throws {
    let schema = try definitions("case.schema.json")
    #expect(words(schema, "derivedFact.properties.status") == Self.statuses)
    #expect(words(schema, "derivedSide.properties.word") == Self.sides)
    #expect(words(schema, "derivedConflict.properties.kind") == Self.conflicts)
    #expect(words(schema, "derivedQuestion.properties.state") == Self.states)
  }
}

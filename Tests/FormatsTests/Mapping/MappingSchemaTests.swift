import Foundation
import GraphModel
import Testing

@testable import Formats

@Suite("The schema of mappings")
struct MappingSchemaTests {
  private func keys(of definition: JSONValue?) -> [String] {
    guard case .object(let members) = definition?["properties"] else { return [] }
    return members.map(\.key)
  }

  @Test("The schema lists the members that the reader knows, in one order")
  func members() throws {
    let schema = try JSONReader.read(try PackageFiles.bytes("data/schema/mapping.schema.json")).json
    #expect(keys(of: schema) == MappingKeys.document)
    let definitions = [
      "file": MappingKeys.file, "source": MappingKeys.source, "each": MappingKeys.each,
      "claims": MappingKeys.claims, "table": MappingKeys.table, "name": MappingKeys.name,
      "skip": MappingKeys.skip, "condition": MappingKeys.condition, "text": MappingKeys.text,
      "date": MappingKeys.date, "key": MappingKeys.key, "entity": MappingKeys.entity,
      "post": MappingKeys.post, "participant": MappingKeys.participant,
      "event": MappingKeys.event, "remarks": MappingKeys.remarks,
      "relation": MappingKeys.relation, "heldPost": MappingKeys.heldPost,
      "same": MappingKeys.same,
    ]
    for (name, expected) in definitions {
      #expect(keys(of: schema["$defs"]?[name]) == expected, "\(name)")
    }
  }
}

import GraphModel

extension FTMEntity {
  /// The entity as FollowTheMoney writes it.
  var json: JSONValue {
    .object([
      JSONMember(key: "id", value: .string(id)),
      JSONMember(key: "schema", value: .string(schema)),
      JSONMember(
        key: "properties",
        value: .object(
          properties.map { JSONMember(key: $0.name, value: .strings($0.values.map(\.text))) }
        )
      ),
    ])
  }
}

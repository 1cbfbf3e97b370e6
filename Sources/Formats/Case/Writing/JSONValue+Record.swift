import CaseModel
import GraphModel

/// Records and the values of their members; what a record lacks is null and is left out.
extension JSONValue {
  static func record(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .compact(members.map { JSONMember(key: $0.key, value: $0.value) })
  }

  static func id<Record>(_ id: Identifier<Record>?) -> JSONValue { .optional(id?.rawValue) }

  static func id<Record>(_ id: Identifier<Record>) -> JSONValue { .string(id.rawValue) }

  static func choice<Choice: RawRepresentable<String>>(_ choice: Choice?) -> JSONValue {
    .optional(choice?.rawValue)
  }

  static func choice<Choice: RawRepresentable<String>>(_ choice: Choice) -> JSONValue {
    .string(choice.rawValue)
  }

  static func flag(_ isSet: Bool) -> JSONValue { isSet ? true : .null }

  static func list(_ elements: [JSONValue]) -> JSONValue {
    elements.isEmpty ? .null : .array(elements)
  }

  static func date(_ date: UncertainDate?, id: FactID? = nil) -> JSONValue {
    guard let date else { return .null }
    return .record([
      "edtf": .string(date.edtf), "basis": .optional(date.basis),
      "text": .optional(date.verbatim), "id": .id(id),
    ])
  }
}

import GraphModel

/// Judges values by a JSON Schema, as far as the schemas of this package go, and keeps account of
/// the members seen.
///
/// So the schema of answers is held against what is printed where Python's validator is missing,
/// too. Knows `$ref`, `oneOf`, `anyOf`, `type`, `const`, `enum`, and what arrays and objects hold,
/// and wants members in the order of the schema; patterns and bounds are left to the other program.
struct SchemaReader {
  /// Names a member by the path of its object in the schema.
  struct Member: Hashable {
    let place: String
    let name: String
  }

  /// Holds what is wrong with a value, and the members that the schema names and the value has.
  struct Finding {
    var faults: [String] = []
    var seen: Set<Member> = []

    static func + (left: Finding, right: Finding) -> Finding {
      Finding(faults: left.faults + right.faults, seen: left.seen.union(right.seen))
    }
  }

  /// The schema.
  let schema: JSONValue

  /// Judges a whole document.
  func judge(_ value: JSONValue) -> Finding { judge(value, by: schema, at: "#", path: "$") }

  /// Every member that the schema names.
  var members: Set<Member> {
    var found: Set<Member> = []
    func walk(_ schema: JSONValue, _ place: String) {
      for member in schema["properties"].members {
        found.insert(Member(place: place, name: member.key))
        walk(member.value, "\(place)/properties/\(member.key)")
      }
      for keyword in ["items", "additionalProperties"] {
        if let part = schema[keyword] { walk(part, "\(place)/\(keyword)") }
      }
      for keyword in ["oneOf", "anyOf"] {
        for (number, form) in schema[keyword].elements.enumerated() {
          walk(form, "\(place)/\(keyword)/\(number)")
        }
      }
      for definition in schema["$defs"].members {
        walk(definition.value, "\(place)/$defs/\(definition.key)")
      }
    }
    walk(schema, "#")
    return found
  }

  private func judge(_ value: JSONValue, by schema: JSONValue, at place: String, path: String)
    -> Finding
  {
    var finding = Finding()
    if case .string(let name) = schema["$ref"] {
      guard let (target, there) = definition(name) else {
        return Finding(faults: ["\(place): there is no \(name)"])
      }
      finding = judge(value, by: target, at: there, path: path)
    }
    for keyword in ["oneOf", "anyOf"] {
      let forms = schema[keyword].elements.enumerated().map { number, form in
        judge(value, by: form, at: "\(place)/\(keyword)/\(number)", path: path)
      }
      // Of forms that do not fit, the one that comes closest tells most.
      if let best = forms.min(by: { $0.faults.count < $1.faults.count }) {
        finding = finding + best
        if keyword == "oneOf", forms.count(where: { $0.faults.isEmpty }) > 1 {
          finding.faults.append("\(path): fits more than one form")
        }
      }
    }
    if let constant = schema["const"], constant != value {
      finding.faults.append("\(path): is not \(constant.text())")
    }
    if let choices = schema["enum"], !choices.elements.contains(value) {
      finding.faults.append("\(path): \(value.text()) is not listed")
    }
    if let types = schema["type"], !(types.elements + [types]).contains(value.typeName) {
      finding.faults.append("\(path): is of type \(value.typeName.text())")
    }
    return finding + judgeContent(of: value, by: schema, at: place, path: path)
  }

  private func judgeContent(
    of value: JSONValue,
    by schema: JSONValue,
    at place: String,
    path: String
  ) -> Finding {
    var finding = Finding()
    switch value {
    case .object(let members):
      for case .string(let name) in schema["required"].elements where value[name] == nil {
        finding.faults.append("\(path): lacks \(name)")
      }
      let order = schema["properties"].members.map(\.key).filter { value[$0] != nil }
      if order != members.map(\.key).filter({ schema["properties"]?[$0] != nil }) {
        finding.faults.append("\(path): has its members in another order")
      }
      for member in members {
        let path = "\(path).\(member.key)"
        if let part = schema["properties"]?[member.key] {
          finding.seen.insert(Member(place: place, name: member.key))
          let place = "\(place)/properties/\(member.key)"
          finding = finding + judge(member.value, by: part, at: place, path: path)
        } else if let others = schema["additionalProperties"] {
          guard others != false else {
            finding.faults.append("\(path): is not named in the schema")
            continue
          }
          let place = place + "/additionalProperties"
          finding = finding + judge(member.value, by: others, at: place, path: path)
        }
      }
    case .array(let elements):
      guard let items = schema["items"] else { break }
      for (number, element) in elements.enumerated() {
        finding =
          finding + judge(element, by: items, at: place + "/items", path: "\(path)[\(number)]")
      }
    default: break
    }
    return finding
  }

  private func definition(_ reference: String) -> (schema: JSONValue, place: String)? {
    let name = reference.replacing("#/$defs/", with: "", maxReplacements: 1)
    return schema["$defs"]?[name].map { ($0, reference) }
  }
}

extension JSONValue {
  /// The name that JSON Schema has for the type.
  fileprivate var typeName: JSONValue {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .float: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension JSONValue {
  /// The elements of an array; none of anything else.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object; none of anything else.
  var members: [JSONMember] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

extension JSONValue? {
  /// The elements of an array; none of anything else.
  var elements: [JSONValue] { self?.elements ?? [] }

  /// The members of an object; none of anything else.
  var members: [JSONMember] { self?.members ?? [] }
}

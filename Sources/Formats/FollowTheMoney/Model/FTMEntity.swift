import CaseModel

/// Holds an entity of FollowTheMoney: a schema, and values of properties, each of which is a set.
struct FTMEntity {
  let id: String
  var schema: String
  /// Properties in the order in which they were first set.
  private(set) var properties: [(name: String, values: [FTMValue])] = []
  /// The claims that the entity as such rests on.
  var claims: [ClaimID] = []
  /// How many values lost characters that FollowTheMoney does not keep.
  private(set) var cleanedCount = 0
  private var places: [String: Int] = [:]
  private var seen: Set<String> = []

  init(_ id: String, _ schema: String, claims: [ClaimID] = []) {
    self.id = id
    self.schema = schema
    self.claims = claims
  }

  /// Adds a value, unless it is empty or there.
  mutating func add(
    _ name: String,
    _ text: String?,
    language: String? = nil,
    original: String? = nil,
    claims: [ClaimID]? = nil
  ) {
    guard let text else { return }
    let cleaned = FTMText.cleaned(text, FTMPropertyType.of(name))
    if cleaned != text { cleanedCount += 1 }
    guard !cleaned.isEmpty else { return }
    let value = FTMValue(
      text: cleaned,
      language: language,
      original: original,
      claims: claims ?? self.claims
    )
    guard seen.insert("\(name)\u{1F}\(cleaned)").inserted else { return }
    guard let place = places[name] else {
      places[name] = properties.count
      properties.append((name, [value]))
      return
    }
    properties[place].values.append(value)
  }

  /// Adds a reference to another entity, never to itself.
  mutating func refer(_ name: String, to other: String?, claims: [ClaimID]? = nil) {
    if other != id { add(name, other, claims: claims) }
  }

  /// Returns the values of a property with what stands beside them.
  func values(_ name: String) -> [FTMValue] { places[name].map { properties[$0].values } ?? [] }

  /// Returns the values of a property.
  subscript(name: String) -> [String] { values(name).map(\.text) }

  /// Returns the first value of a property.
  func first(_ name: String) -> String? { values(name).first?.text }
}

/// Holds one value of a property, with what a statement says beside it.
struct FTMValue {
  let text: String
  var language: String?
  var original: String?
  /// The claims that affirm it; none where nobody needs to.
  var claims: [ClaimID] = []
}

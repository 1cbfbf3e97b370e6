import CaseModel
import GraphModel

/// Turns a case into the objects of a bundle.
struct STIXWriter {
  let view: CaseView
  private(set) var objects: [JSONValue] = []
  private(set) var counts: [ExportReport.Count] = []
  /// What each record became.
  private(set) var references: [String: String] = [:]
  /// What stands for countries where only an identity may.
  private(set) var governments: [EntityID: String] = [:]
  private let latestDay: String

  init(_ view: CaseView) {
    self.view = view
    latestDay = Self.latestDay(view.index.content)
    addAuthor()
    let content = index.content
    for entity in content.entities { add(entity) }
    for event in content.events {
      references[event.id.rawValue] = identifier("grouping", "event", event.id.rawValue)
    }
    for fact in content.facts { addRelationship(fact) }
    for event in content.events { add(event) }
    addMeetings()
    // Claims refer to claims in any order.
    for claim in content.claims {
      let type = Self.opinion(of: claim.stance) == nil ? "note" : "opinion"
      references[claim.id.rawValue] = identifier(type, "claim", claim.id.rawValue)
    }
    for question in content.questions { add(question) }
    for claim in content.claims { add(claim) }
    for source in content.sources { add(source) }
  }

  var index: CaseIndex { view.index }

  var bundle: JSONValue {
    .record([
      "type": "bundle",
      "id": .string(identifier("bundle", "case", index.content.info.id)),
      "objects": .array(objects),
    ])
  }

  // MARK: - Identifiers and dates

  /// Returns an identifier that is the same in every export.
  func identifier(_ type: String, _ kind: String, _ id: String) -> String {
    let key = [index.content.info.id, kind, id].joined(separator: "\u{1F}")
    return "\(type)--\(StableHash(key).uuid)"
  }

  var author: String { identifier("identity", "author", "") }

  static func time(_ day: String) -> String { "\(day)T00:00:00.000Z" }

  private static func latestDay(_ content: CaseContent) -> String {
    let dates =
      content.sources.flatMap { [$0.published, $0.retrieved] }
      + content.claims.map(\.saidOn)
    let days = dates.compactMap { $0?.bounds.latest }.filter { (1970...9000).contains($0.year) }
    return days.max { $0.dayNumber < $1.dayNumber }?.description ?? "1970-01-01"
  }

  // MARK: - Objects

  /// Adds an object with what all objects have.
  mutating func put(
    _ type: String,
    _ id: String,
    by author: String? = nil,
    on day: String? = nil,
    isConfidential: Bool = false,
    _ members: KeyValuePairs<String, JSONValue>
  ) {
    let time = JSONValue.string(Self.time(day ?? latestDay))
    let red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
    let common: [(String, JSONValue)] = [
      ("type", .string(type)), ("spec_version", "2.1"), ("id", .string(id)),
      ("created_by_ref", .optional(author ?? (id == self.author ? nil : self.author))),
      ("created", time), ("modified", time),
      ("object_marking_refs", isConfidential ? .strings([red]) : .null),
    ]
    objects.append(
      .compact(
        (common + members.map { ($0.key, $0.value) }).map { JSONMember(key: $0.0, value: $0.1) }
      )
    )
    guard let place = counts.firstIndex(where: { $0.name == type }) else {
      counts.append(.init(type, 1))
      return
    }
    counts[place] = .init(type, counts[place].count + 1)
  }

  private mutating func addAuthor() {
    let info = index.content.info
    put(
      "identity",
      author,
      [
        "name": .string("Case: \(info.title.isEmpty ? info.id : info.title)"),
        "description": .optional(info.summary), "identity_class": "system",
      ]
    )
  }

  mutating func addReference(_ record: String, _ reference: String) {
    references[record] = reference
  }

  /// Returns the identity that stands for somebody who speaks or meets.
  mutating func identity(_ entity: EntityID) -> String? {
    guard let record = index.entities[entity] else { return nil }
    guard record.type == .country else {
      return references[entity.rawValue].flatMap { $0.hasPrefix("identity") ? $0 : nil }
    }
    if let known = governments[entity] { return known }
    let id = identifier("identity", "government", entity.rawValue)
    governments[entity] = id
    put(
      "identity",
      id,
      ["name": .string("Government of \(record.name)"), "identity_class": "organization"]
    )
    return id
  }
}

extension STIXWriter {
  /// The confidence that a status stands for, on the scale of the Admiralty code.
  static func confidence(_ status: Status?) -> Int64? {
    switch status {
    case .confirmed: 90
    case .corroborated: 70
    case .reported: 50
    case .unconfirmed: 30
    case .disputed: 20
    case .denied: 10
    case .open, nil: nil
    }
  }

  /// The opinion that a stance is; `nil` for one that is none.
  static func opinion(of stance: Stance) -> String? {
    switch stance {
    case .asserts: "agree"
    case .confirms: "strongly-agree"
    case .denies: "strongly-disagree"
    case .declines: "neutral"
    case .asks, .retracts: nil
    }
  }

  func confidence(_ fact: FactID) -> JSONValue {
    Self.confidence(view.status(fact)).map(JSONValue.integer) ?? .null
  }
}

import CaseModel
import GraphModel

/// Turns entities that we wrote back into the case that they were.
struct FTMOwnConverter {
  /// Links that only say more of another record, by the entity that they begin at.
  struct Reference {
    let role: String
    let object: String
  }

  let units: [FTMUnit]
  let file: String
  var content = CaseContent(info: CaseInfo(id: "", title: ""))
  var rejections: [Rejection] = []
  var takenCount = 0
  var mergedCount = 0
  private(set) var byID: [String: FTMEntity] = [:]
  private(set) var references: [String: [Reference]] = [:]
  /// The link from its claimant by the claim.
  private(set) var sayings: [String: FTMEntity] = [:]
  /// The ids of claims and questions, by their keyword.
  private(set) var noteIDs: [String: Set<String>] = [:]

  init(_ units: [FTMUnit], file: String) {
    self.units = units
    self.file = file
    for unit in units {
      byID[unit.entity.id] = unit.entity
      guard unit.entity.schema == "Note" else { continue }
      for word in unit.entity["keywords"] where word == FTMWord.claim || word == FTMWord.question {
        noteIDs[word, default: []].insert(record(unit.entity.id))
      }
    }
    for unit in units where unit.entity.schema == "UnknownLink" {
      let link = unit.entity
      guard let subject = link.first("subject"), let object = link.first("object") else { continue }
      if link["recordId"].isEmpty {
        let role = link.first("role") ?? ""
        references[subject, default: []].append(Reference(role: role, object: object))
      } else if isNote(object, FTMWord.claim) {
        sayings[object] = link
      }
    }
  }

  /// Adds what the entities say to a piece.
  mutating func convert(_ batch: inout ImportBatch) {
    for unit in units {
      switch convert(unit.entity) {
      case .taken:
        takenCount += 1
        mergedCount += unit.lines.count - 1
      case .merged: mergedCount += unit.lines.count
      case .wrong(let message):
        rejections += unit.rejections(
          message,
          file: file,
          remedy: "export the case again, or remove the entity"
        )
      }
    }
    content.sort()
    batch.content = content
    batch.readCount += units.reduce(0) { $0 + $1.lines.count }
    batch.takenCount += takenCount
    batch.mergedCount += mergedCount
    batch.rejections += rejections
  }

  enum Outcome {
    case taken, merged
    case wrong(String)
  }

  private mutating func convert(_ entity: FTMEntity) -> Outcome {
    switch entity.schema {
    case "Note": return convertNote(entity)
    case "Person": return take(entity, .person)
    case "PublicBody", "Organization", "Company":
      return entity["keywords"].contains(FTMWord.government) ? .merged : take(entity, .agency)
    case "Territory": return take(entity, .country)
    case "Address": return take(entity, .place)
    case "LegalEntity" where entity["keywords"].contains(FTMWord.slot): return .merged
    case "Position": return .merged
    case "Article":
      content.sources.append(FTMThings.source(entity, id: SourceID(record(entity.id))))
      return .taken
    case "Event": return convertEvent(entity)
    case "Occupancy": return convertPost(entity)
    case "Membership": return convertRelation(entity, "member", "organization")
    case "Representation": return convertRelation(entity, "agent", "client")
    case "UnknownLink": return convertLink(entity)
    default: return .wrong("a case that was exported holds no entity of schema '\(entity.schema)'")
    }
  }

  private mutating func take(_ thing: FTMEntity, _ type: EntityType) -> Outcome {
    let id = EntityID(record(thing.id))
    guard let entity = FTMThings.entity(thing, id: id, type: type) else {
      return .wrong("the entity has no name")
    }
    content.entities.append(entity)
    return .taken
  }

  private mutating func convertNote(_ note: FTMEntity) -> Outcome {
    let keywords = note["keywords"]
    if keywords.contains(FTMWord.header) {
      content.info = CaseInfo(
        id: record(note.id),
        title: note.first("name") ?? "",
        summary: note.first("summary")
      )
      return .merged
    }
    if keywords.contains(FTMWord.claim) { return convertClaim(note) }
    if keywords.contains(FTMWord.question) { return convertQuestion(note) }
    if keywords.contains(FTMWord.topic) { return take(note, .topic) }
    return .wrong("the note is neither a claim nor a question nor a topic")
  }

  // MARK: - Look-ups

  /// Returns the id of the record that an entity stands for.
  func record(_ id: String) -> String { FTMIdentifier.decoded(id) }

  /// Returns what a reference of an entity leads to.
  func reference(_ id: String, _ role: String) -> String? {
    references[id]?.first { $0.role == role }?.object
  }

  func isNote(_ id: String, _ word: String) -> Bool {
    byID[id].map { $0.schema == "Note" && $0["keywords"].contains(word) } ?? false
  }

  func isEvent(_ id: String) -> Bool { byID[id]?.schema == "Event" }
}

import CaseModel
import GraphModel

/// Turns entities that others wrote into records, with a claim of every dataset for every fact.
///
/// - People, organisations, territories, addresses and documents become entities and sources;
///   countries that are only codes become countries.
/// - Events, trips and calls become events; those involved take part, the organizer as host, and an
///   UnknownLink with an event is a participation with its role.
/// - Occupancies, directorships and employments become posts; memberships, representations,
///   parents and the country of a public body become relations.
/// - Ownership, family, association and other links become relationships of the graph that are no
///   facts, since a case has none of that kind.
/// - The claimant is the dataset, as an agency and a source; the claim was made when it was first
///   seen. Where the file names no dataset it is the file.
///
/// A link waits until both of its ends were read; at the end of the file it is rejected.
struct FTMForeignConverter {
  let file: String
  /// What each entity that was read is.
  var kinds: [String: Kind] = [:]
  private var positions: [String: FTMEntity] = [:]
  private var pending: [FTMUnit] = []
  private var datasets: Set<String> = []
  var countries: Set<String> = []
  /// Claims and participations that were given: what comes again says no more.
  private var claimed: Set<ClaimID> = []
  var participating: Set<FactID> = []
  private var retryThreshold = 1_000

  enum Kind { case person, agency, country, place, event, document, position }

  init(file: String) { self.file = file }

  mutating func take(_ unit: FTMUnit, _ batch: inout ImportBatch) {
    batch.readCount += unit.lines.count
    let schema = unit.entity.schema
    switch FTMSchema.role(schema) {
    case nil:
      reject(
        unit,
        "there is no schema '\(schema.prefix(60))'",
        "use a schema of followthemoney",
        &batch
      )
    case .foreign(let reason):
      reject(
        unit,
        "\(schema) is not taken: \(reason)",
        "leave it out, or import it as a table",
        &batch
      )
    case .note:
      reject(unit, "a note says nothing that could be claimed", "write it as a claim", &batch)
    case .link:
      if isReady(unit) { takeLink(unit, &batch) } else { wait(unit, &batch) }
    case .event:
      if isReady(unit) { takeEvent(unit, &batch) } else { wait(unit, &batch) }
    case .position:
      kinds[unit.entity.id] = .position
      positions[unit.entity.id] = unit.entity
      batch.mergedCount += unit.lines.count
    case .person, .agency, .country, .place, .document: takeThing(unit, &batch)
    }
  }

  /// Takes what waited, and rejects what still lacks an end.
  mutating func finish(_ batch: inout ImportBatch) {
    retry(&batch)
    // What is left of an event stands without those who are not in the file.
    let rest = pending
    pending = []
    for unit in rest {
      if case .event? = FTMSchema.role(unit.entity.schema) {
        takeEvent(unit, &batch)
        continue
      }
      let missing = ends(unit.entity).first { kinds[$0] == nil } ?? "an end"
      let remedy = "import the whole export"
      reject(unit, "it refers to '\(missing.prefix(80))', which is not in the file", remedy, &batch)
    }
  }

  // MARK: - Waiting

  private func ends(_ entity: FTMEntity) -> [String] {
    switch FTMSchema.role(entity.schema) {
    case .link(let from, let to): return entity[from] + entity[to]
    case .event: return FTMForeignConverter.involving.flatMap { entity[$0] }
    default: return []
    }
  }

  private func isReady(_ unit: FTMUnit) -> Bool {
    ends(unit.entity).allSatisfy { id in
      guard let kind = kinds[id] else { return false }
      guard kind == .position, let organization = positions[id]?.first("organization") else {
        return true
      }
      return kinds[organization] != nil
    }
  }

  private mutating func wait(_ unit: FTMUnit, _ batch: inout ImportBatch) {
    pending.append(unit)
    if pending.count >= retryThreshold { retry(&batch) }
  }

  /// Takes what is ready; the next time is after as many again have gathered, so that the work stays
  /// within twice that of reading.
  private mutating func retry(_ batch: inout ImportBatch) {
    var hasProgress = true
    while hasProgress {
      let ready = pending.filter(isReady)
      hasProgress = !ready.isEmpty
      pending.removeAll(where: isReady)
      for unit in ready {
        if case .event? = FTMSchema.role(unit.entity.schema) {
          takeEvent(unit, &batch)
        } else {
          takeLink(unit, &batch)
        }
      }
    }
    retryThreshold = max(1_000, pending.count * 2)
  }

  func position(_ id: String) -> FTMEntity? { positions[id] }

  // MARK: - Claims

  func reject(
    _ unit: FTMUnit,
    _ message: String,
    _ remedy: String,
    _ batch: inout ImportBatch
  ) {
    batch.rejections += unit.rejections(message, file: file, remedy: remedy)
  }

  func take(_ unit: FTMUnit, in batch: inout ImportBatch) {
    batch.takenCount += 1
    batch.mergedCount += unit.lines.count - 1
  }

  /// Adds what each dataset of an entity claims of a fact.
  mutating func claim(_ fact: FactID, _ unit: FTMUnit, _ batch: inout ImportBatch) {
    let named =
      unit.datasets.isEmpty ? [FTMUnit.Dataset(name: fileName, firstSeen: nil)] : unit.datasets
    for dataset in named {
      let slug = FTMStatementWriter.slug(dataset.name)
      let source = SourceID("dataset-\(slug)")
      let publisher = EntityID("publisher-\(slug)")
      if datasets.insert(slug).inserted {
        batch.content.entities.append(
          Entity(id: publisher, type: .agency, name: dataset.name, agencyKind: .organization)
        )
        batch.content.sources.append(Source(id: source, title: dataset.name, note: "Data set"))
      }
      let id = ClaimID(Self.fitted("\(fact)@\(slug)"))
      guard claimed.insert(id).inserted else { continue }
      let proof = unit.entity["proof"].first { kinds[$0] == .document }
      batch.content.claims.append(
        Claim(
          id: id,
          claimant: publisher,
          stance: .asserts,
          target: .fact(fact),
          source: proof.map { SourceID($0) } ?? source,
          saidOn: dataset.firstSeen.flatMap(FTMThings.day),
          locator: unit.entity.first("sourceUrl")
        )
      )
    }
  }

  private var fileName: String {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    return name.split(separator: ".").first.map(String.init) ?? "file"
  }

  /// Returns an id that is not longer than ids may be.
  static func fitted(_ id: String) -> String {
    id.utf8.count <= 180 ? id : "\(id.prefix(60))-\(StableHash(id).hexadecimal)"
  }

  static let involving = ["organizer", "involved", "caller", "receiver"]
}

import CaseModel
import GraphModel

/// Makes records of rows by the rules of a mapping.
///
/// What it keeps grows with the number of distinct entities, events and relations only.
struct RowMaker {
  /// What is kept of an event for its later rows.
  struct EventState {
    var rowCount: UInt32
    let dateHash: UInt32
    let noteHash: UInt32
  }

  let mapping: Mapping
  var entities: EntityTable
  /// Ids of the events of the case.
  let knownEvents: Set<String>
  var events: [StableHash: EventState] = [:]
  var written: Set<UInt64> = []
  var stage = RowStage()
  private var slugs = TextCache<String>()
  var dates = DateCache()
  /// Who says what the present row says.
  var testimony: RowTestimony?

  init(_ mapping: Mapping, known: KnownEntities) {
    self.mapping = mapping
    knownEvents = known.events
    entities = EntityTable(known, names: mapping.names)
  }

  /// Makes records of one row and adds them to `batch`; returns whether it says anything that no
  /// earlier row said.
  ///
  /// - Parameter raw: The row as it stands in the file.
  /// - Throws: Why the row is not taken; then nothing of it is.
  mutating func take(
    _ row: MappedRow,
    raw: () -> String,
    into batch: inout ImportBatch
  ) throws(RowProblem) -> Bool {
    stage = RowStage()
    for skip in mapping.skips where skip.when.holds(row) {
      throw RowProblem(
        .invalidValue,
        "skipped by rule: \(skip.reason)",
        remedy: "nothing need be done; the rule stands under 'skip' in the mapping"
      )
    }
    testimony = try makeTestimony(row)
    for (index, rule) in mapping.events.enumerated() where rule.when.holds(row) {
      stage.hasRule = true
      try addEvent(rule, index, row, raw)
    }
    for rule in mapping.relations where rule.when.holds(row) {
      stage.hasRule = true
      try addRelations(rule, row)
    }
    for rule in mapping.posts where rule.when.holds(row) {
      stage.hasRule = true
      for (holder, _) in try addEntities(rule.holder, row) {
        try addPost(rule.post, of: holder, row)
      }
    }
    for rule in mapping.sameness where rule.when.holds(row) {
      stage.hasRule = true
      try addJudgement(rule, row)
    }
    guard stage.hasRule else {
      throw RowProblem(
        .invalidValue,
        "no rule is for the row",
        remedy: "widen a 'when' in the mapping, or add a rule under 'skip' that says why"
      )
    }
    commit(to: &batch)
    // A row that goes on with an event is merged, whatever else is new in it.
    let goesOn = !stage.uses.isEmpty && !stage.uses.contains(where: \.isFirst)
    return stage.isNews && !goesOn
  }

  private mutating func commit(to batch: inout ImportBatch) {
    for details in stage.entities where !entities.isWritten(details.number) {
      batch.content.entities.append(entity(details))
      entities.setWritten(details.number)
    }
    batch.content.events += stage.events
    batch.content.participations += stage.participations
    batch.content.attributes += stage.attributes
    batch.homes.merge(stage.homes) { $1 }
    batch.content.posts += stage.posts
    batch.content.relations += stage.relations
    batch.content.sources += stage.sources
    batch.content.claims += stage.claims
    for use in stage.uses {
      if events[use.key] == nil {
        events[use.key] = EventState(
          rowCount: 0,
          dateHash: use.dateHash,
          noteHash: use.noteHash
        )
      }
      events[use.key]?.rowCount &+= 1
    }
    written.formUnion(stage.written)
    if stage.isUndated { batch.undatedCount += 1 }
  }

  private func entity(_ details: RowStage.EntityDetails) -> Entity {
    let named = entities.named(details.number)
    return Entity(
      id: entities.id(details.number),
      type: details.type,
      name: entities.name(details.number),
      names: named?.also ?? [],
      agencyKind: details.type == .agency ? details.kind ?? named?.kind : nil,
      isUnnamed: details.isUnnamed,
      note: details.note ?? named?.note,
      identifiers: details.identifiers.merging(named?.identifiers ?? [:]) { $1 }
    )
  }

  /// Returns the slug of a text that other rows are likely to have, too.
  mutating func slug(_ text: String) -> String { slugs.result(text, ReadableID.slug) }

  /// Returns whether something is to be written for the first time, and remembers it.
  mutating func isFirst(_ id: String) -> Bool {
    let hash = StableHash(id).first
    guard !written.contains(hash), !stage.written.contains(hash) else { return false }
    stage.written.append(hash)
    return true
  }
}

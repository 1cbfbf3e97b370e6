import CaseModel

/// Holds every entity that a register names: one for each type and name.
struct EntityTable {
  private struct Entry {
    let id: EntityID
    let name: String
    var isWritten: Bool
  }

  private var known: KnownEntities
  private var entries: [Entry] = []
  private var numbers: [KnownEntities.NameKey: Int] = [:]
  /// Names as they stand in cells, so that most need not be folded.
  private var spellings: [EntityType: [String: Int]] = [:]
  private var taken: Set<String> = []
  /// The names of the mapping by each of their spellings.
  private var named: [String: NamedEntity] = [:]

  init(_ known: KnownEntities, names: [NamedEntity]) {
    self.known = known
    for entity in names {
      for spelling in [entity.name] + entity.also.map(\.text) {
        let key = NameKeys.sameName(spelling)
        if named[key] == nil { named[key] = entity }
      }
      if let id = entity.id { taken.insert(id.rawValue) }
    }
  }

  /// Returns the number of the entity with a name, which is new where it is seen first.
  mutating func number(_ type: EntityType, _ spelling: String) -> Int {
    if let number = spellings[type]?[spelling] { return number }
    let folded = NameKeys.sameName(spelling)
    var name = spelling
    var chosen: EntityID?
    if let entity = named[folded], entity.type.map({ $0 == type }) ?? true {
      name = entity.name
      chosen = entity.id
    }
    let key = KnownEntities.NameKey(type: type, name: NameKeys.sameName(name))
    let number = numbers[key] ?? add(key, name, chosen)
    spellings[type, default: [:]][spelling] = number
    return number
  }

  private mutating func add(_ key: KnownEntities.NameKey, _ name: String, _ chosen: EntityID?)
    -> Int
  {
    let existing = chosen.flatMap { known.taken.contains($0.rawValue) ? $0 : nil } ?? known.id(key)
    let id = existing ?? chosen ?? freshID(key.type, name)
    taken.insert(id.rawValue)
    entries.append(Entry(id: id, name: name, isWritten: existing != nil))
    numbers[key] = entries.count - 1
    return entries.count - 1
  }

  private func freshID(_ type: EntityType, _ name: String) -> EntityID {
    let slug = ReadableID.slug(name)
    let base = "\(ReadableID.prefix(type))-\(slug.isEmpty ? StableHash(name).text : slug)"
    var candidate = base
    var number = 2
    while taken.contains(candidate) || known.taken.contains(candidate) {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return EntityID(candidate)
  }

  func id(_ number: Int) -> EntityID { entries[number].id }

  /// Returns the name shown.
  func name(_ number: Int) -> String { entries[number].name }

  /// Returns what the mapping knows of an entity.
  func named(_ number: Int) -> NamedEntity? { named[NameKeys.sameName(entries[number].name)] }

  /// Tells whether an entity is in the case, or in a piece that was given out.
  func isWritten(_ number: Int) -> Bool { entries[number].isWritten }

  mutating func setWritten(_ number: Int) { entries[number].isWritten = true }
}

public import CaseModel

/// Holds the names of the entities that a case has, so that an import uses their ids.
public struct KnownEntities: Sendable {
  struct NameKey: Hashable, Sendable {
    let type: EntityType
    let name: String
  }

  private(set) var ids: [NameKey: EntityID] = [:]
  private var aliases: [NameKey: EntityID] = [:]
  private(set) var taken: Set<String> = []
  /// Ids of events that the case has; what a register says of them is added and replaces nothing.
  private(set) var events: Set<String> = []

  /// Holds no entity.
  public init() {}

  /// Adds an entity with its names; of several with one name the one that came first is used.
  public mutating func add(_ id: EntityID, _ type: EntityType, name: String, names: [String]) {
    taken.insert(id.rawValue)
    let key = NameKey(type: type, name: NameKeys.sameName(name))
    if ids[key] == nil { ids[key] = id }
    for name in names {
      let key = NameKey(type: type, name: NameKeys.sameName(name))
      if aliases[key] == nil { aliases[key] = id }
    }
  }

  /// Adds an event.
  public mutating func add(_ event: EventID) { events.insert(event.rawValue) }

  /// Returns the entity that is called exactly so.
  func id(_ key: NameKey) -> EntityID? { ids[key] ?? aliases[key] }
}

/// Finds records by id, of those with one id the first, without a second copy of them.
public struct RecordsByID<ID: Hashable & Sendable, Record: Sendable>: Sendable {
  /// The records in their order.
  public let records: [Record]
  private let places: [ID: Int]

  /// Complexity: linear in the records.
  init(_ records: [Record], by id: (Record) -> ID) {
    self.records = records
    var places: [ID: Int] = [:]
    places.reserveCapacity(records.count)
    for (place, record) in records.enumerated() {
      let id = id(record)
      if places[id] == nil { places[id] = place }
    }
    self.places = places
  }

  /// The ids, in no order.
  public var ids: some Collection<ID> { places.keys }

  /// Returns the place of the record with an id.
  func place(of id: ID) -> Int? { places[id] }

  /// Returns the record with an id.
  public subscript(_ id: ID) -> Record? { places[id].map { records[$0] } }
}

/// Finds records by what they refer to, in their order, without a second copy of them.
struct RecordsByReference<Key: Hashable & Sendable, Record: Sendable>: Sendable {
  private let records: [Record]
  private let groups: [Key: Int]
  /// The places of the records, group by group.
  private let places: [Int]
  /// Where the places of each group begin; one more than there are groups.
  private let starts: [Int]

  /// - Parameter key: What a record refers to; in no group if nothing.
  /// - Complexity: Linear in the records.
  init(_ records: [Record], by key: (Record) -> Key?) {
    self.records = records
    var groups: [Key: Int] = [:]
    // At least the first times that it would grow are saved.
    groups.reserveCapacity(records.count / 4)
    var counts: [Int] = []
    let groupOfRecord = records.map { record -> Int in
      guard let key = key(record) else { return -1 }
      let next = counts.count
      let group = { (group: inout Int) in group }(&groups[key, default: next])
      if group == next { counts.append(0) }
      counts[group] += 1
      return group
    }
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var places = [Int](repeating: 0, count: starts[starts.count - 1])
    for (place, group) in groupOfRecord.enumerated() where group >= 0 {
      places[next[group]] = place
      next[group] += 1
    }
    (self.groups, self.places, self.starts) = (groups, places, starts)
  }

  /// Returns the records that refer to a key.
  subscript(_ key: Key) -> [Record] {
    guard let group = groups[key] else { return [] }
    return places[starts[group]..<starts[group + 1]].map { records[$0] }
  }

  /// Whether no record refers to a key.
  func isEmpty(_ key: Key) -> Bool { groups[key] == nil }
}

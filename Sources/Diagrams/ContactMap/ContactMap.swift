public import CaseModel

/// Holds which groups of people met how often: the case with everybody folded into a group.
///
/// Two groups are in contact by an event that brings people together when two different
/// participants of it belong to them. Nothing is dropped silently: what is not drawn is counted.
public struct ContactMap: Sendable {
  struct Group: Sendable {
    let key: GroupKey
    /// The ids of those in it that are entities, those in most events first.
    let members: [String]
    /// How many empty slots it has.
    let slotCount: Int
    /// How many events its members took part in.
    let eventCount: Int
    /// How many of these brought two of its own members together.
    let innerCount: Int
  }

  struct Contact: Sendable {
    /// The groups by place in `groups`.
    let first: Int
    let second: Int
    /// The events in natural order, each as strong as its weakest part: that it took place, and
    /// that somebody of either group was there.
    let events: [(event: EventID, status: Status?)]
  }

  let fold: Fold
  /// The drawn groups, those with most events first.
  let groups: [Group]
  /// The drawn contacts, those by most events first.
  let contacts: [Contact]
  /// How many events brought somebody together.
  let eventCount: Int
  /// How many participants these had.
  let participantCount: Int
  /// How many groups, with how many participants, and how many contacts are left out for lack of
  /// room.
  let undrawn: (groups: Int, participants: Int, contacts: Int)
  /// How many visible events bring nobody together, and how many participants are in those alone.
  let other: (events: Int, participants: Int)

  /// The most contacts of a drawing that anybody can follow.
  static let contactLimit = 160

  /// Folds what is visible of a case.
  ///
  /// - Parameter maximumGroups: Of more groups, those with the most events are drawn.
  ///
  /// Complexity: O(n log n) in the visible participations, quadratic in the groups of each event.
  public init(
    _ view: CaseView,
    fold: Fold,
    maximumGroups: Int = SizeTable.readableGroupCount
  ) {
    var tally = ContactTally()
    for event in view.events where event.type.bringsTogether {
      let parts = view.participations(in: event.id)
      tally.add(event, parts.map { ($0, fold.groups(of: $0, view)) }, view)
    }
    let all = tally.groups(view)
    let drawn = Array(all.prefix(max(maximumGroups, 1)))
    let place = Dictionary(
      drawn.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    let contacts = tally.contacts(place)
    let contactCount = tally.contactCount
    self.fold = fold
    groups = drawn
    self.contacts = Array(contacts.prefix(Self.contactLimit))
    eventCount = tally.eventCount
    participantCount = tally.participants.count
    let shown = Set(drawn.flatMap { tally.members[$0.key].map { Array($0.keys) } ?? [] })
    undrawn = (
      all.count - drawn.count, tally.participants.count - shown.count,
      contactCount - self.contacts.count
    )
    let lone = Set(
      view.events.filter { !$0.type.bringsTogether }
        .flatMap { view.participations(in: $0.id) }.map(\.figureID)
    ).subtracting(tally.participants)
    other = (view.events.count { !$0.type.bringsTogether }, lone.count)
  }
}

/// Counts groups and contacts event by event.
struct ContactTally {
  private struct Pair: Hashable {
    let first: GroupKey
    let second: GroupKey
  }

  /// In how many events each participant of a group was.
  private(set) var members: [GroupKey: [String: Int]] = [:]
  private(set) var participants: Set<String> = []
  private(set) var eventCount = 0
  private var slots: [GroupKey: Set<String>] = [:]
  private var eventCounts: [GroupKey: Int] = [:]
  private var innerCounts: [GroupKey: Int] = [:]
  private var shared: [Pair: [(event: EventID, status: Status?)]] = [:]

  var contactCount: Int { shared.count }

  /// Adds an event with the groups of each participation.
  mutating func add(
    _ event: Event,
    _ parts: [(part: Participation, groups: Set<GroupKey>)],
    _ view: CaseView
  ) {
    eventCount += 1
    var present: [GroupKey: (figures: Set<String>, status: Status?)] = [:]
    for (part, groups) in parts {
      let figure = part.figureID
      participants.insert(figure)
      let status = view.status(part.id)
      for group in groups {
        if part.participant.entity == nil { slots[group, default: []].insert(figure) }
        guard var entry = present[group] else {
          present[group] = ([figure], status)
          continue
        }
        entry.figures.insert(figure)
        entry.status = Self.stronger(entry.status, status)
        present[group] = entry
      }
    }
    for (group, entry) in present {
      eventCounts[group, default: 0] += 1
      if entry.figures.count > 1 { innerCounts[group, default: 0] += 1 }
      for figure in entry.figures { members[group, default: [:]][figure, default: 0] += 1 }
    }
    let whole = view.status(FactID(event.id))
    let keys = present.keys.sorted { $0.nodeID < $1.nodeID }
    for (offset, first) in keys.enumerated() {
      for second in keys[(offset + 1)...] {
        guard let one = present[first], let two = present[second],
          one.figures.union(two.figures).count > 1
        else { continue }
        let status = Status.weaker(whole, Status.weaker(one.status, two.status))
        shared[Pair(first: first, second: second), default: []].append((event.id, status))
      }
    }
  }

  private static func stronger(_ left: Status?, _ right: Status?) -> Status? {
    guard let left, let right else { return left ?? right }
    return left.isAtLeast(right) ? left : right
  }

  /// All groups, those with most events first.
  func groups(_ view: CaseView) -> [ContactMap.Group] {
    members.map { key, counts in
      let slots = slots[key] ?? []
      return ContactMap.Group(
        key: key,
        members: counts.filter { !slots.contains($0.key) }.sorted {
          $0.value == $1.value
            ? NaturalOrder.isAscending($0.key, $1.key) : $0.value > $1.value
        }.map(\.key),
        slotCount: slots.count,
        eventCount: eventCounts[key] ?? 0,
        innerCount: innerCounts[key] ?? 0
      )
    }
    .sorted {
      $0.eventCount == $1.eventCount
        ? NaturalOrder.isAscending($0.key.nodeID, $1.key.nodeID) : $0.eventCount > $1.eventCount
    }
  }

  /// The contacts between groups that have a place, those by most events first.
  func contacts(_ place: [GroupKey: Int]) -> [ContactMap.Contact] {
    shared.compactMap { pair, events in
      guard let one = place[pair.first], let two = place[pair.second] else { return nil }
      return ContactMap.Contact(
        first: min(one, two),
        second: max(one, two),
        events: events.sorted { $0.event < $1.event }
      )
    }
    .sorted {
      ($1.events.count, $0.first, $0.second) < ($0.events.count, $1.first, $1.second)
    }
  }
}

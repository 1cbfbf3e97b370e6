import CypherSyntax
import GraphModel

/// Keeps the plans of texts that were run before, the ones used last.
///
/// A plan depends on the text, the names of the parameters and what is asked for beside the rows;
/// values of parameters come in when it runs. Statistics decide only which plan is chosen, so that
/// a plan of a graph that has grown stays right; it is made anew where it may have become slow.
struct PlanCache {
  /// Says what a plan was made for.
  struct Key: Hashable {
    let text: String
    let parameters: Set<String>
    let evidence: EvidenceDetail
    private let isASCII: Bool

    init(text: String, parameters: Set<String>, evidence: EvidenceDetail) {
      self.text = text
      self.parameters = parameters
      self.evidence = evidence
      isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    }

    static func == (left: Key, right: Key) -> Bool {
      left.hasBytes(of: right.text) && left.parameters == right.parameters
        && left.evidence == right.evidence
    }

    /// Whether the text is another one byte by byte: texts that look the same may hold literals that
    /// are not.
    func hasBytes(of other: String) -> Bool {
      text == other && text.utf8.count == other.utf8.count
        && (isASCII || text.utf8.elementsEqual(other.utf8))
    }

    func hash(into hasher: inout Hasher) {
      // Few texts are run with different parameters.
      hasher.combine(text)
    }
  }

  /// Holds a plan and what its operators are made with.
  struct Entry {
    let query: Query
    let planner: QueryPlanner
    let plan: QueryPlan
    let operators = KeptOperators()
  }

  private final class Place {
    let key: Key
    let entry: Entry
    let elements: Int
    var lastUse: Int

    init(_ key: Key, _ entry: Entry, elements: Int, lastUse: Int) {
      self.key = key
      self.entry = entry
      self.elements = elements
      self.lastUse = lastUse
    }
  }

  /// The most plans that are kept.
  private static let capacity = 128

  /// How many plans are found without hashing their texts.
  private static let recentCount = 4

  private var places: [Key: Place] = [:]
  /// The plans used last, which are mostly those used next.
  private var recent: [Place] = []
  private var clock = 0

  /// Returns a plan for a text with values of parameters, and a graph with so many nodes and
  /// relationships.
  mutating func entry(
    for text: String,
    parameters: [String: Value],
    evidence: EvidenceDetail,
    elements: Int
  ) -> Entry? {
    for place in recent where place.key.fits(text, parameters, evidence) {
      return entry(of: place, elements: elements)
    }
    let key = Key(text: text, parameters: Set(parameters.keys), evidence: evidence)
    guard let place = places[key], let entry = entry(of: place, elements: elements) else {
      return nil
    }
    note(place)
    return entry
  }

  private mutating func entry(of place: Place, elements: Int) -> Entry? {
    guard abs(elements - place.elements) <= 16 + place.elements / 2 else {
      remove(place)
      return nil
    }
    clock += 1
    place.lastUse = clock
    return place.entry
  }

  private mutating func note(_ place: Place) {
    if recent.count == Self.recentCount { recent.removeFirst() }
    recent.append(place)
  }

  private mutating func remove(_ place: Place) {
    places[place.key] = nil
    recent.removeAll { $0 === place }
  }

  /// Keeps a plan; the one that was not used for longest makes room.
  mutating func insert(_ entry: Entry, for key: Key, elements: Int) {
    if places.count >= Self.capacity,
      let oldest = places.values.min(by: { $0.lastUse < $1.lastUse })
    {
      remove(oldest)
    }
    clock += 1
    let place = Place(key, entry, elements: elements, lastUse: clock)
    places[key] = place
    note(place)
  }

  /// Forgets all plans.
  mutating func removeAll() {
    places.removeAll()
    recent.removeAll()
  }
}

extension PlanCache.Key {
  /// Whether it is that of a text with values of parameters.
  fileprivate func fits(
    _ text: String,
    _ values: [String: Value],
    _ evidence: EvidenceDetail
  ) -> Bool {
    hasBytes(of: text) && self.evidence == evidence && parameters.count == values.count
      && parameters.allSatisfy { values.index(forKey: $0) != nil }
  }
}

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

  private struct Place {
    let entry: Entry
    let elements: Int
    var lastUse: Int
  }

  /// The most plans that are kept.
  private static let capacity = 128

  private var places: [Key: Place] = [:]
  private var clock = 0

  /// Returns a plan for a graph with so many nodes and relationships.
  mutating func entry(for key: Key, elements: Int) -> Entry? {
    guard let index = places.index(forKey: key) else { return nil }
    let place = places.values[index]
    guard abs(elements - place.elements) <= 16 + place.elements / 2 else {
      places.remove(at: index)
      return nil
    }
    clock += 1
    places.values[index].lastUse = clock
    return place.entry
  }

  /// Keeps a plan; the one that was not used for longest makes room.
  mutating func insert(_ entry: Entry, for key: Key, elements: Int) {
    if places.count >= Self.capacity,
      let oldest = places.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      places[oldest.key] = nil
    }
    clock += 1
    places[key] = Place(entry: entry, elements: elements, lastUse: clock)
  }

  /// Forgets all plans.
  mutating func removeAll() { places.removeAll() }
}

import CaseModel
import GraphAlgorithms
import GraphModel

/// Finds out who met one another most: communities of high modularity.
///
/// Participants and events are the nodes, participations the edges, so that an event of many costs
/// no more than its participants. The same case gives the same communities.
struct CommunityFinder {
  /// The number of each participant's community, by its id.
  let members: [String: Int]

  /// Complexity: about linear in the visible participations.
  ///
  /// - Throws: `rendering`, which would be a mistake in this program.
  init(_ view: CaseView) throws(BackchannelError) {
    var numbers: [String: Int] = [:]
    var sources: ContiguousArray<UInt32> = []
    var targets: ContiguousArray<UInt32> = []
    func number(_ key: String) -> UInt32 {
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return UInt32(number)
    }
    var figures: Set<String> = []
    for event in view.events where event.type.bringsTogether {
      for part in view.participations(in: event.id) {
        let figure = part.participant.entity?.rawValue ?? part.id.rawValue
        figures.insert(figure)
        // Ids of participants and events may not be equal, but nothing here depends on that.
        sources.append(number("who \(figure)"))
        targets.append(number("event \(event.id)"))
      }
    }
    do {
      let graph = try CompactGraph(
        nodeCount: numbers.count,
        sources: sources,
        targets: targets,
        isDirected: false
      )
      let labels = try graph.leiden().members
      members = Dictionary(
        figures.compactMap { figure in
          numbers["who \(figure)"].map { (figure, Int(labels[$0])) }
        }
      ) { first, _ in first }
    } catch {
      throw BackchannelError(Diagnostic(.rendering, "no communities can be found: \(error)"))
    }
  }
}

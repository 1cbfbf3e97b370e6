import CaseModel
public import Formats
import GraphModel

/// Shows what a proposed mapping makes of the rows that it was made from, read as an import would.
public struct MappingPreview: Sendable {
  /// An event or a link as it would be read.
  public struct Reading: Sendable {
    /// What kind: `Meeting`, or the word of a link.
    public let kind: String
    /// The date, or nothing.
    public let date: String
    /// Who took part, each with the role where the register says one.
    public let who: [String]
    /// Where.
    public let places: [String]
    /// About what.
    public let topics: [String]
  }

  /// How many readings are shown.
  public static let limit = 5

  /// What became of the rows.
  public let outcome: RecordsOutcome
  /// The first events or links.
  public let readings: [Reading]

  /// Reads the rows of a proposal by its mapping.
  ///
  /// - Throws: What is wrong with the mapping; that would be a fault of the program.
  public init(_ proposal: MappingProposal) throws(BackchannelError) {
    var outcome = RecordsOutcome()
    var first = CaseContent(info: CaseInfo(id: "", title: ""))
    do throws(FormatError) {
      let mapping = try Mapping.read(Array(proposal.text.utf8), file: proposal.mappingFile) {
        path throws(FormatError) in
        throw FormatError([
          Diagnostic(.fileUnreadable, "a proposal has no files beside it", file: path)
        ])
      }
      var reader = try MappedReader(proposal.sample.makeSource(), mapping)
      while outcome.readCount < proposal.sample.rowCount, let batch = try reader.next() {
        if outcome.readCount == 0 { first = batch.content }
        outcome.readCount += batch.readCount
        outcome.takenCount += batch.takenCount
        outcome.mergedCount += batch.mergedCount
        outcome.undatedCount += batch.undatedCount
        for rejection in batch.rejections { outcome.reject(rejection.diagnostic) }
      }
    } catch { throw BackchannelError(error) }
    self.outcome = outcome
    readings = Self.readings(of: first)
  }

  private static func readings(of content: CaseContent) -> [Reading] {
    let names = Dictionary(content.entities.map { ($0.id, $0.name) }) { first, _ in first }
    func name(_ id: EntityID) -> String { names[id] ?? id.rawValue }
    let events = content.events.prefix(limit).map { event in
      let who = content.participations.filter { $0.event == event.id }.compactMap { fact in
        fact.participant.entity.map { name($0) + role(fact.role) }
      }
      var (dates, places, topics): ([String], [String], [String]) = ([], [], [])
      for attribute in content.attributes where attribute.event == event.id {
        switch attribute.value {
        case .date(let date): dates.append(date.display)
        case .place(let id): places.append(name(id))
        case .topic(let id): topics.append(name(id))
        case .subject: break
        }
      }
      return Reading(
        kind: event.type.rawValue,
        date: unique(dates).joined(separator: ", "),
        who: unique(who),
        places: unique(places),
        topics: unique(topics)
      )
    }
    guard events.isEmpty else { return Array(events) }
    return content.relations.filter { $0.kind == .linkedTo }.prefix(limit).map { link in
      Reading(
        kind: link.note ?? "link",
        date: "",
        who: [name(link.subject), name(link.object)],
        places: [],
        topics: []
      )
    }
  }

  private static func role(_ role: String) -> String {
    role.isEmpty || role == "participant" ? "" : " (\(role))"
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

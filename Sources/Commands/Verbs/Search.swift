import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints the entities and events whose names match, and the claims whose words do.
struct Search: ReadingCommand {
  static let verb = "search"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Names, posts, titles and quotes that match, in any spelling.",
    discussion: """
      Examples:
        backchannel search Нарышкин --demo
        backchannel search "hardest times" --demo

      Without TEXT everything is listed.
      """
  )

  @Argument(help: "A name in any spelling, or words of a title, quote or note.")
  var text: String?
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { text.map { .search($0) } ?? .everything }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let exact = filterOptions.exact
    let hits =
      text.map { Self.matches($0, exact: exact, view: view, finder: finder) } ?? Self.all(view)
    let json: JSONValue = [
      "answer": "search", "filter": view.filterJSON,
      "hits": .array(
        hits.map {
          [
            "kind": .string($0.kind), "id": .string($0.id), "text": .string($0.text),
            "why": .string($0.why),
          ]
        }
      ),
    ]
    var report = Report()
    guard !hits.isEmpty else {
      report.nothing("Nothing matches '\(text ?? "")'.", view: view)
      return (report, json)
    }
    report.table(
      ["kind", "id", "text", "because"],
      hits.map { Report.Row(cells: [$0.kind, $0.id, $0.text, $0.why]) }
    )
    report.footer(view)
    return (report, json)
  }

  /// Holds a record that was found, and why.
  struct Hit: Hashable {
    let kind: String
    let id: String
    let text: String
    let why: String
  }

  /// Returns the records whose names, titles or words match a text.
  static func matches(_ text: String, exact: Bool, view: CaseView, finder: NameFinder) -> [Hit] {
    let entities = finder.search(text, exact: exact).matches.map { match in
      Hit(
        kind: kind(match.id, view),
        id: match.id.rawValue,
        text: view.labelWithPosts(match.id),
        why: "\(match.rule.explanation): \(match.matchedText)"
      )
    }
    let events = finder.searchEvents(text, exact: exact).matches
      .filter { view.shows(FactID($0.id)) }
      .map { hit($0.id, view, why: $0.rule.explanation) }
    return entities + events + passages(text, view: view)
  }

  /// Claims and sources whose words contain the text.
  private static func passages(_ text: String, view: CaseView) -> [Hit] {
    let wanted = NameKeys.folded(text)
    guard !wanted.isEmpty else { return [] }
    func contains(_ words: String?) -> Bool { NameKeys.contains(words, folded: wanted) }
    let claims = view.index.content.claims.filter { claim in
      view.known.excluded[claim.id] == nil && (contains(claim.quote) || contains(claim.note))
    }
    let sources = view.index.content.sources.filter { contains($0.title) || contains($0.publisher) }
    return claims.map {
      Hit(kind: "claim", id: $0.id.rawValue, text: view.claimLine($0), why: "words of the claim")
    }
      + sources.map {
        Hit(kind: "source", id: $0.id.rawValue, text: $0.title, why: "title or publisher")
      }
  }

  private static func all(_ view: CaseView) -> [Hit] {
    view.index.content.entities.map {
      Hit(
        kind: kind($0.id, view),
        id: $0.id.rawValue,
        text: view.labelWithPosts($0.id),
        why: "listed"
      )
    } + view.events.map { hit($0.id, view, why: "listed") }
  }

  private static func kind(_ entity: EntityID, _ view: CaseView) -> String {
    view.index.entities[entity]?.type.rawValue.lowercased() ?? "entity"
  }

  private static func hit(_ event: EventID, _ view: CaseView, why: String) -> Hit {
    Hit(
      kind: view.index.events[event]?.type.rawValue.lowercased() ?? "event",
      id: event.rawValue,
      text: "\(view.index.events[event]?.title ?? ""), \(view.when(event))",
      why: why
    )
  }
}

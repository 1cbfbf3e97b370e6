import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Prints what is known about one entity.
struct Profile: ReadingCommand {
  static let verb = "profile"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "What is known about somebody: posts, events, counterparts, gaps.",
    discussion: """
      Example:
        backchannel profile "SVR head" --demo
      """
  )

  @Argument(help: "A name in any spelling, a post, or an id.") var name: String
  @OptionGroup var caseOptions: CaseOptions
  @OptionGroup var filterOptions: FilterOptions
  @OptionGroup var outputOptions: OutputOptions

  var subject: AnswerSubject { .profile(name) }

  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue) {
    let id = try finder.entity(name, exact: filterOptions.exact)
    guard let profile = ProfileAnswer(id, view: view) else {
      throw BackchannelError(Diagnostic(.nameUnknown, "there is no entity '\(id)'"))
    }
    var report = Report()
    report.isFound =
      !profile.participations.isEmpty || !profile.posts.isEmpty
      || !profile.relations.isEmpty
    let entity = profile.entity
    report.heading("\(view.label(.entity(id))), \(entity.type.rawValue.lowercased()) \(id)")
    report.lines(Self.about(profile, view: view))
    report.lines(
      (profile.posts.map(\.id) + profile.relations.map(\.id)).map {
        Report.Line("\(view.index.describe($0)): \(view.statusPhrase($0))", mark: .fact($0, view))
      }
    )
    report.heading("Events")
    report.table(
      ["event", "type", "when", "role", "status"],
      profile.participations.map { part in
        let event = view.index.events[part.event]
        return Report.Row(
          mark: .fact(part.id, view),
          cells: [
            "\(part.event) \(event?.title ?? "")", event?.type.rawValue.lowercased() ?? "",
            view.when(part.event), part.role, view.statusPhrase(part.id),
          ]
        )
      }
    )
    if !profile.counterparts.isEmpty { report.heading("Met") }
    report.table(
      ["who", "events", "strongest"],
      profile.counterparts.map { who, meetings, strongest in
        Report.Row(
          mark: .status(strongest, origins: 0),
          cells: [
            view.label(.entity(who)), String(meetings), strongest.map { "\($0)" } ?? "nobody says",
          ]
        )
      }
    )
    report.unknowns(profile.unknowns, view: view)
    report.footer(view)
    return (report, profile.json(view))
  }

  private static func about(_ profile: ProfileAnswer, view: CaseView) -> [Report.Line] {
    var lines: [Report.Line] = []
    if let note = profile.entity.note { lines.append(Report.Line(note)) }
    if !profile.entity.names.isEmpty {
      let names = profile.entity.names.map { "\($0.text) (\($0.kind))" }
      lines.append(Report.Line("Also: " + names.joined(separator: ", ")))
    }
    if !profile.sides.isEmpty {
      lines.append(Report.Line("Side: \(list(profile.sides.map(view.index.name)))"))
    }
    if let seen = profile.seen { lines.append(Report.Line("Seen within \(seen.description)")) }
    if !profile.claims.isEmpty {
      lines.append(
        Report.Line(
          "Made \(counted(profile.claims.count, "claim")): "
            + profile.claims.map(\.rawValue).joined(separator: " ")
        )
      )
    }
    return lines
  }
}

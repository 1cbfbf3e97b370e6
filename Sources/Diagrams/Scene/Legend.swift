import CaseModel
import GraphModel

/// Makes the heading of a diagram: the title, and a sample of all that occurs in the drawing.
struct Legend {
  let scene: DiagramScene
  let view: CaseView
  let style: StyleSheet

  /// The title, what the case is about, and the samples.
  var heading: HTMLLabel {
    let marks = LegendMarks(view: view, style: style)
    return Heading(
      style: style,
      title: title,
      subtitle: subtitle,
      samples: [
        changes, marks.statuses(usedStatuses) + lines + marks.conflicts(facts),
        marks.cards(scene.figures, scene.events),
      ]
    ).label
  }

  /// The title of the drawing.
  var title: String {
    if let comparison = scene.comparison {
      return "What changed between \(comparison.from) and \(comparison.to)"
    }
    switch scene.scope {
    case .whole: return view.index.content.info.title
    case .event(let id): return name(.event(id))
    case .around(let centres, let hops):
      let names = centres.map(name)
      let last = names.last ?? ""
      let first = names.dropLast().joined(separator: ", ")
      let all = first.isEmpty ? last : "\(first) and \(last)"
      return hops > 1 ? "\(hops) hops around \(all)" : all
    case .records: return DiagramRecords.title
    }
  }

  private func name(_ centre: DiagramScope.Centre) -> String {
    switch centre {
    case .entity(let id): view.index.name(id)
    case .event(let id): "\(id) \(view.index.events[id]?.title ?? "")"
    }
  }

  private var subtitle: String {
    let info = view.index.content.info
    let origin = "From the case: \(info.title)"
    if let comparison = scene.comparison {
      return "Drawn as known on \(comparison.to), marked against \(comparison.from): "
        + "\(comparison.counts(comparison.changes.keys)). \(origin)"
    }
    return switch scene.scope {
    case .whole: info.summary ?? ""
    case .event: origin
    case .around(_, let hops):
      hops > 1
        ? "Events and who took part, followed \(counted(hops - 1, "hop")) further. \(origin)"
        : origin
    case .records(let records): records.question
    }
  }

  // MARK: - What occurs

  /// The statuses of lines, events, and attributes that carry a mark of their own.
  private var usedStatuses: Set<Status?> {
    let events = scene.events.map { FactID($0.id) }
    let marked = scene.events.flatMap { event in
      view.attributes(of: event.id).filter { attribute in
        switch attribute.value {
        case .place, .topic:
          StatusMark(view: view).weakness(attribute.id, than: FactID(event.id)) != nil
        case .date, .subject: false
        }
      }
    }
    return Set((scene.lines.map(\.fact) + events + marked.map(\.id)).map(view.status))
  }

  private var facts: [FactID] {
    scene.lines.map(\.fact) + scene.events.map { FactID($0.id) }
  }

  private var lines: [LegendSample] {
    scene.lines.contains(where: \.isSubject)
      ? [.line(style[.subject], style[.subject].meaning)] : []
  }

  private var changes: [LegendSample] {
    guard let comparison = scene.comparison else { return [] }
    let occurring = Set(comparison.changes.values)
    let changed = DiagramComparison.Change.allCases.filter(occurring.contains).map { change in
      LegendSample.line(
        comparison.stroke(change, style.line(.confirmed)),
        "\(change.mark): \(Self.meaning(change, since: comparison.from))"
      )
    }
    return changed + [.line(comparison.quiet(style.line(.confirmed), style), "thin: as before")]
  }

  private static func meaning(_ change: DiagramComparison.Change, since day: CalendarDate) -> String
  {
    switch change {
    case .known: "nothing known of it on \(day)"
    case .stronger: "more or better support than on \(day)"
    case .weaker: "less support than on \(day)"
    case .withdrawn: "known on \(day), since taken back"
    }
  }
}

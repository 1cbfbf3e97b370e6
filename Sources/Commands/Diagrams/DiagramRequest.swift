import Backchannel
import CaseModel
import CaseStore
import Diagrams
import GraphModel
import QueryEngine

/// Lists what can be drawn, with names as somebody wrote them.
enum DiagramRequest {
  case whole
  /// An event with what is said about it, or somebody's events.
  case record(String)
  case around([String], hops: Int)
  case path(String, String, throughHubs: Bool)
  case testimony(String)
  case query(String)
  case diff(String, String)
  /// Events along an axis of time, those of one record or all.
  case timeline(String?, lanes: TimelineLanes?, published: Bool)
  /// The whole case with people folded into at most so many groups.
  case fold(FoldKind, groups: Int)
}

/// Makes the diagram that is asked for.
struct DiagramMaker {
  let opened: Case
  let view: CaseView
  let finder: NameFinder
  let exact: Bool
  /// The parameters of a query.
  let parameters: [String: Value]
  /// How many nodes there may be.
  let size: DiagramSize
  /// How it looks.
  let style: StyleSheet

  /// Holds a diagram, and what is to be said besides.
  struct Made {
    /// The diagram; `nil` where there is nothing to draw.
    var diagram: Diagram?
    /// Why there is nothing, or less than was asked for.
    var remark: String?
  }

  /// Returns the diagram.
  ///
  /// - Throws: What is wrong with the request, such as a name that means nobody.
  func make(_ request: DiagramRequest) throws(BackchannelError) -> Made {
    switch request {
    case .whole: Made(diagram: Diagram(view, size: size, style: style))
    case .record(let text):
      Made(diagram: Diagram(view, scope: try scope(text), size: size, style: style))
    case .around(let texts, let hops): Made(diagram: try around(texts, hops: hops))
    case .path(let from, let to, let throughHubs):
      try path(from, to, throughHubs: throughHubs)
    case .testimony(let text):
      Made(
        diagram: Diagram(
          testimonyOn: try finder.event(text, exact: exact),
          view: view,
          style: style
        )
      )
    case .query(let text): Made(diagram: try query(text))
    case .diff(let from, let to): try diff(from, to)
    case .timeline(let text, let lanes, let published):
      Made(
        diagram: Diagram(
          timelineOf: try text.map(scope) ?? .whole,
          lanes: lanes,
          published: published,
          view: view,
          style: style
        )
      )
    case .fold(let fold, let groups):
      Made(diagram: try Diagram(view, foldedBy: fold, maximumGroups: groups, style: style))
    }
  }

  private func scope(_ text: String) throws(BackchannelError) -> DiagramScope {
    switch try centre(text) {
    case .event(let event): .event(event)
    case .entity(let entity): .entity(entity)
    }
  }

  private func centre(_ text: String) throws(BackchannelError) -> DiagramScope.Centre {
    try finder.eventOrEntity(text, exact: exact)
  }

  private func around(_ texts: [String], hops: Int) throws(BackchannelError) -> Diagram {
    var centres: [DiagramScope.Centre] = []
    for text in texts {
      let centre = try centre(text)
      if !centres.contains(centre) { centres.append(centre) }
    }
    return Diagram(view, scope: .around(centres, hops: hops), size: size, style: style)
  }

  private func path(_ from: String, _ to: String, throughHubs: Bool) throws(BackchannelError)
    -> Made
  {
    let one = try finder.entity(from, exact: exact)
    let two = try finder.entity(to, exact: exact)
    let names = (view.index.name(one), view.index.name(two))
    guard one != two else { return Made(remark: "Both names mean \(names.0).") }
    let path = PathAnswer(
      from: one,
      to: two,
      view: view,
      throughHubs: throughHubs
    )
    guard let path else {
      let more = throughHubs ? "" : " Through countries, topics and outlets: --through-hubs."
      return Made(remark: "No path leads from \(names.0) to \(names.1)." + more)
    }
    let remark =
      path.isStrongEnough
      ? nil
      : view.filter.minimum.map { minimum in
        "No path at strength \(minimum) or better. The drawing shows the strongest weaker one."
      }
    return Made(
      diagram: Diagram(path, from: one, to: two, view: view, style: style),
      remark: remark
    )
  }

  private func query(_ text: String) throws(BackchannelError) -> Diagram {
    let runner = QueryCommandRunner(
      limits: QueryLimits(isReadOnly: true),
      loadFolder: nil,
      author: LogAuthor(who: "", why: "", verb: "render"),
      isDryRun: true
    )
    let answer = try runner.run(
      text,
      on: opened,
      parameters: parameters,
      filter: view.filter,
      evidence: .facts
    )
    guard answer.result.plan == nil || !answer.result.rows.isEmpty else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "EXPLAIN gives a plan and no rows to draw",
          remedy: "leave EXPLAIN out, or use 'backchannel query'"
        )
      )
    }
    return try Diagram(answer, of: text, view: view, style: style)
  }

  private func diff(_ from: String, _ to: String) throws(BackchannelError) -> Made {
    guard view.filter.asKnown == nil else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "--diff says by itself as of which days things are known",
          remedy: "leave --as-known out"
        )
      )
    }
    let diff = DiffAnswer(
      try FilterOptions.lastDay(of: from, option: "--diff"),
      try FilterOptions.lastDay(of: to, option: "--diff"),
      index: view.index,
      filter: view.filter
    )
    guard !diff.changes.isEmpty || !diff.asked.isEmpty else {
      return Made(
        remark: "Nothing became known or changed between \(diff.days.from) and \(diff.days.to)."
      )
    }
    return Made(diagram: Diagram(diff, style: style))
  }
}

public import CaseModel
public import Diagrams
import GraphModel

extension Diagram {
  /// Draws what `scope` asks of `view`.
  ///
  /// Complexity: linear in the visible facts.
  public init(
    _ view: CaseView,
    scope: DiagramScope = .whole,
    size: DiagramSize = DiagramSize(),
    style: StyleSheet = .light
  ) {
    let scene = DiagramScene(view, scope: scope, maximumNodes: size.maximumNodes)
    self.init(
      .fitting(scene, view: view, look: size.look, style: style),
      view: view,
      kind: scope.kind,
      scope.arguments
    )
  }

  /// Draws an event with the claims about each of its facts, and through whom they reached us.
  ///
  /// Complexity: linear in the visible facts and their claims.
  public init(testimonyOn event: EventID, view: CaseView, style: StyleSheet = .light) {
    self.init(
      .testimony(on: event, view: view, style: style),
      view: view,
      kind: "testimony",
      [JSONMember(key: "event", value: .string(event.rawValue))]
    )
  }

  /// Draws the events of a scope along an axis of time.
  public init(
    timelineOf scope: DiagramScope,
    lanes: TimelineLanes? = nil,
    published: Bool = false,
    view: CaseView,
    style: StyleSheet = .light
  ) {
    self.init(
      .timeline(view, scope: scope, lanes: lanes, published: published, style: style),
      view: view,
      kind: "timeline",
      scope.arguments + [
        JSONMember(key: "lanes", value: .optional(lanes?.rawValue)),
        JSONMember(key: "published", value: .boolean(published)),
      ]
    )
  }

  /// Draws the chain of a path with its weakest link.
  ///
  /// - Parameter view: The view that the path was asked of.
  public init(
    _ path: PathAnswer,
    from start: EntityID,
    to goal: EntityID,
    view: CaseView,
    style: StyleSheet = .light
  ) {
    let chain = Chain(
      start: start,
      goal: goal,
      steps: path.steps.map {
        Chain.Step(from: Chain.Node($0.from), facts: $0.facts, to: Chain.Node($0.to))
      },
      weakest: path.evidence.weakest,
      // What it rests on was weighed without the minimum.
      missedMinimum: path.isStrongEnough ? nil : view.filter.minimum
    )
    let whole = view.withoutMinimum
    self.init(
      .chain(chain, view: whole, style: style),
      view: whole,
      kind: "path",
      [
        JSONMember(key: "from", value: .string(start.rawValue)),
        JSONMember(key: "to", value: .string(goal.rawValue)),
        JSONMember(key: "strongEnough", value: .boolean(path.isStrongEnough)),
      ]
    )
  }

  /// Draws what was known on the later of two days, with marks on what changed since the earlier.
  public init(_ diff: DiffAnswer, style: StyleSheet = .light) {
    let view = diff.views.after.recalling(diff.views.before)
    let comparison = DiagramComparison(
      from: diff.days.from,
      to: diff.days.to,
      changes: Dictionary(diff.changes.map { ($0.fact, .init($0.kind)) }) { first, _ in first },
      before: Dictionary(
        diff.changes.compactMap { change in change.before.map { (change.fact, $0) } }
      ) { first, _ in first },
      asked: diff.asked
    )
    self.init(
      .cards(view, comparison: comparison, style: style),
      view: view,
      kind: "diff",
      [
        JSONMember(key: "from", value: .string(diff.days.from.description)),
        JSONMember(key: "to", value: .string(diff.days.to.description)),
      ]
    )
  }
}

extension DiagramScope {
  fileprivate var arguments: [JSONMember] {
    switch self {
    case .whole, .records: []
    case .event(let id): [JSONMember(key: "event", value: .string(id.rawValue))]
    case .around(let centres, let hops):
      [
        JSONMember(key: "around", value: .strings(centres.map(\.text))),
        JSONMember(key: "hops", value: .integer(Int64(hops))),
      ]
    }
  }

  fileprivate var kind: String {
    switch self {
    case .whole: "whole"
    case .event: "event"
    case .around: "around"
    case .records: "records"
    }
  }
}

extension DiagramScope.Centre {
  fileprivate var text: String {
    switch self {
    case .entity(let id): id.rawValue
    case .event(let id): id.rawValue
    }
  }
}

extension Chain.Node {
  fileprivate init(_ node: PathAnswer.Node) {
    switch node {
    case .entity(let id): self = .entity(id)
    case .event(let id): self = .event(id)
    }
  }
}

extension DiagramComparison.Change {
  fileprivate init(_ kind: DiffAnswer.Change.Kind) {
    switch kind {
    case .known: self = .known
    case .stronger: self = .stronger
    case .weaker: self = .weaker
    case .withdrawn: self = .withdrawn
    }
  }
}

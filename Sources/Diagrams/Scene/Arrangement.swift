import CaseModel

/// Decides in which column every node of a scene stands.
///
/// In the middle stand the events that bring two sides together, then on each side the events of
/// that side alone, such as statements, and outside the figures. Columns count from left to right;
/// the middle is 0. Between the figures and the events is one column for the words on the lines.
struct Arrangement {
  /// The columns of figures and events by id.
  let columns: [String: Int]
  /// The columns of the words on the lines: left and right.
  let captionColumns: (left: Int, right: Int)

  private let right: Set<String>

  init(_ scene: DiagramScene) {
    right = Self.figuresOnTheRight(scene)
    let events = EventColumns(scene, right: right).columns
    let captions = (left: (events.values.min() ?? 0) - 1, right: (events.values.max() ?? 0) + 1)
    var columns = events
    for figure in scene.figures {
      columns[figure.id] = right.contains(figure.id) ? captions.right + 1 : captions.left - 1
    }
    self.columns = columns
    captionColumns = captions
  }

  /// Tells whether a figure stands on the right.
  func isOnTheRight(_ figure: String) -> Bool { right.contains(figure) }

  /// Puts the first side to the left and every next one where fewer figures stand.
  private static func figuresOnTheRight(_ scene: DiagramScene) -> Set<String> {
    let members = Dictionary(grouping: scene.figures, by: \.side).mapValues { $0.map(\.id) }
    let alone = members[nil] ?? []
    var left = 0
    var right: Set<String> = []
    for figures in scene.sides.map({ members[$0] ?? [] }) + alone.map({ [$0] }) {
      if right.count < left { right.formUnion(figures) } else { left += figures.count }
    }
    return right
  }
}

/// Finds the columns of events.
private struct EventColumns {
  private enum Place { case left, middle, right }

  private let places: [String: Place]
  private let subjects: [String: [String]]
  private(set) var columns: [String: Int] = [:]

  init(_ scene: DiagramScene, right: Set<String>) {
    let lines = Dictionary(grouping: scene.lines.filter { !$0.isSubject }, by: \.to)
    let subjects = Dictionary(grouping: scene.lines.filter(\.isSubject), by: \.from)
      .mapValues { $0.map(\.to) }
    self.subjects = subjects
    places = Dictionary(
      scene.events.map { event in
        let id = event.id.rawValue
        return (id, Self.place(lines[id] ?? [], isAbout: subjects[id] != nil, right: right))
      },
      uniquingKeysWith: { first, _ in first }
    )
    for event in scene.events { setColumn(of: event.id.rawValue, pending: []) }
  }

  /// An event without participants stands on the left if it is about something drawn.
  private static func place(
    _ lines: [DiagramScene.Line],
    isAbout: Bool,
    right: Set<String>
  ) -> Place {
    let count = lines.count { right.contains($0.from) }
    if lines.isEmpty { return isAbout ? .left : .middle }
    return count == 0 ? .left : count == lines.count ? .right : .middle
  }

  /// What is said about an event of one's own side stands one column further out.
  private mutating func setColumn(of event: String, pending: Set<String>) {
    guard columns[event] == nil, !pending.contains(event) else { return }
    let place = places[event] ?? .middle
    guard place != .middle else {
      columns[event] = 0
      return
    }
    var distance = 1
    for subject in subjects[event] ?? [] where places[subject] == place && pending.count < 8 {
      setColumn(of: subject, pending: pending.union([event]))
      distance = max(distance, abs(columns[subject] ?? 0) + 1)
    }
    columns[event] = place == .left ? -distance : distance
  }
}

import CaseModel
import GraphModel

/// Turns a case into a graph with annotations.
struct OligrapherWriter {
  private(set) var nodes: [JSONMember] = []
  private(set) var edges: [JSONMember] = []
  private let view: CaseView

  init(_ view: CaseView) {
    self.view = view
    let content = index.content
    for entity in content.entities { addNode(entity.id.rawValue, entity.name, scale: 1) }
    for event in content.events {
      let day = view.date(of: event.id).map { " (\($0.display))" } ?? ""
      addNode(event.id.rawValue, event.title + day, scale: 0.8)
    }
    for part in content.participations {
      if case .unknown(let text, _) = part.participant {
        addNode(part.id.rawValue, "? \(text)", scale: 0.6)
      }
    }
    for fact in content.facts { addEdge(fact) }
  }

  private var index: CaseIndex { view.index }

  var document: JSONValue {
    let content = index.content
    return .record([
      "title": .string(content.info.title), "description": .optional(content.info.summary),
      "graph": .object([
        JSONMember(key: "id", value: .string(content.info.id)),
        JSONMember(key: "nodes", value: .object(nodes)),
        JSONMember(key: "edges", value: .object(edges)),
        JSONMember(key: "captions", value: .object([])),
      ]),
      "annotations": .array(content.claims.map(annotation) + content.questions.map(annotation)),
    ])
  }

  private mutating func addNode(_ id: String, _ name: String, scale: Double) {
    nodes.append(
      JSONMember(
        key: id,
        value: .record([
          "id": .string(id),
          "display": .record(["name": .string(name), "scale": .float(scale)]),
        ])
      )
    )
  }

  private mutating func addEdge(_ fact: Fact) {
    for (number, end) in ends(of: fact).enumerated() {
      let id = number == 0 ? fact.id.rawValue : "\(fact.id)/\(end.label)"
      let status = view.status(fact.id)
      let label = status.map { "\(end.label) (\($0.rawValue))" } ?? end.label
      edges.append(
        JSONMember(
          key: id,
          value: .record([
            "id": .string(id), "node1_id": .string(end.from), "node2_id": .string(end.to),
            "display": .record([
              "label": .string(label), "url": .optional(address(fact.id)),
              "arrow": end.isDirected ? "right" : .null,
              "dash": status == .confirmed ? .null : "5,5",
              "scale": .float(status == .confirmed || status == .corroborated ? 2 : 1),
            ]),
          ])
        )
      )
    }
  }

  private struct End {
    let from: String
    let to: String
    let label: String
    var isDirected = true
  }

  private func ends(of fact: Fact) -> [End] {
    switch fact {
    case .event: []
    case .participation(let part):
      [
        End(
          from: part.participant.entity?.rawValue ?? part.id.rawValue,
          to: part.event.rawValue,
          label: part.role,
          isDirected: false
        )
      ]
    case .attribute(let attribute):
      switch attribute.value {
      case .date: []
      case .place(let place):
        [End(from: attribute.event.rawValue, to: place.rawValue, label: "in")]
      case .topic(let topic):
        [End(from: attribute.event.rawValue, to: topic.rawValue, label: "about")]
      case .subject(let event):
        [End(from: attribute.event.rawValue, to: event.rawValue, label: "about")]
      }
    case .post(let post):
      [(post.agency, post.title), (post.country, post.title), (post.accreditedTo, "accredited to")]
        .compactMap { target, label in
          target.map { End(from: post.holder.rawValue, to: $0.rawValue, label: label) }
        }
    case .relation(let relation):
      [
        End(
          from: relation.subject.rawValue,
          to: relation.object.rawValue,
          label: relation.kind.verb
        )
      ]
    }
  }

  private func address(_ fact: FactID) -> String? {
    view.known.about(.fact(fact)).lazy
      .compactMap { $0.source.flatMap { index.sources[$0]?.url }.flatMap { WebAddress($0)?.text } }
      .first
  }

  // MARK: - Annotations

  private func annotation(_ claim: Claim) -> JSONValue {
    var lines = [index.describe(claim.target) + "."]
    if let quote = claim.quote { lines.append("“\(quote)”") }
    if case .fact(let fact) = claim.target, let status = view.status(fact) {
      lines.append("Status: \(status.rawValue).")
    }
    var place = claim.source.flatMap { index.sources[$0]?.title }
    if let locator = claim.locator { place = (place.map { $0 + ", " } ?? "") + locator }
    if let place { lines.append("Source: \(place).") }
    if let said = claim.saidOn { lines.append("Said on \(said.display).") }
    if let via = claim.via.flatMap({ index.claims[$0] }) {
      lines.append("Reported by \(index.name(via.claimant)).")
    }
    if let note = claim.note { lines.append(note) }
    let subjects = index.subjects(of: claim.target)
    var shown = [claim.claimant.rawValue] + subjects.entities.map(\.rawValue)
    shown += subjects.events.map(\.rawValue)
    var edge: [String] = []
    if case .fact(let fact) = claim.target { edge = [fact.rawValue] }
    return note(
      "\(index.name(claim.claimant)) \(claim.stance.rawValue) [\(claim.id)]",
      lines,
      nodes: shown,
      edges: edge
    )
  }

  private func annotation(_ question: Question) -> JSONValue {
    note(
      "Question [\(question.id)]",
      [question.text] + [question.note].compactMap(\.self),
      nodes: question.pattern.with.map(\.rawValue) + question.pattern.events.map(\.rawValue),
      edges: []
    )
  }

  private func note(_ header: String, _ lines: [String], nodes: [String], edges: [String])
    -> JSONValue
  {
    let written = Set(self.edges.map(\.key))
    var seen: Set<String> = []
    return .record([
      "header": .string(header),
      "text": .string(lines.map(Self.paragraph).joined()),
      "nodeIds": .strings(nodes.filter { seen.insert($0).inserted }),
      "edgeIds": .strings(edges.filter(written.contains)), "captionIds": .array([]),
    ])
  }

  private static func paragraph(_ line: String) -> String {
    var bytes: [UInt8] = []
    HTMLEscape.text(line, to: &bytes)
    return "<p>\(String(decoding: bytes, as: UTF8.self))</p>"
  }
}

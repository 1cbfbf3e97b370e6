import CaseModel
import GraphModel

extension CaseReader {
  func readEvent(_ node: DocumentNode) {
    guard let reader = record(node, "an event", CaseKeys.event) else { return }
    let event = Event(
      id: reader.requiredReference("id"),
      type: reader.requiredChoice("type", of: EventType.self) ?? .other,
      title: reader.requiredText("title") ?? "",
      note: reader.text("note")
    )
    places.add(event.id.rawValue, reader)
    content.events.append(event)
    readAttributes(reader, of: event.id)
    for node in reader.elements("participants") { readParticipant(node, in: event.id) }
  }

  private func readAttributes(_ reader: RecordReader, of event: EventID) {
    for node in reader.elements("date") {
      let read = RecordReader.date(node, "date", keys: CaseKeys.eventDate, issues)
      guard let read else { continue }
      add(.date(read.date), id: read.id, to: event, at: node.position)
    }
    for node in reader.elements("place") {
      guard let target = target(node, "place") else { continue }
      add(.place(EntityID(target.of)), id: target.id, to: event, at: node.position)
    }
    // Which targets are events is known once all are read, see `resolvingTargets`.
    for node in reader.elements("about") {
      guard let target = target(node, "about") else { continue }
      add(.topic(EntityID(target.of)), id: target.id, to: event, at: node.position)
    }
  }

  private func target(_ node: DocumentNode, _ key: String) -> (of: String, id: String?)? {
    guard case .mapping = node.content else {
      return RecordReader.identifier(node, key, issues).map { ($0, nil) }
    }
    guard let reader = record(node, "'\(key)'", CaseKeys.attribute),
      let target = reader.requiredIdentifier("of")
    else { return nil }
    return (target, reader.identifier("id"))
  }

  private func add(
    _ value: Attribute.Value,
    id: String?,
    to event: EventID,
    at position: SourcePosition
  ) {
    let id = id.map { FactID($0) } ?? Attribute.defaultID(value, of: event)
    places.add(
      id.rawValue,
      "a date, place or subject of an event",
      at: position,
      remedy: "give one of them an 'id' of its own; a date that is one of several is one text in "
        + "quotes, such as \"[2018-01-30,2018-01-31]\""
    )
    content.attributes.append(Attribute(id: id, event: event, value: value))
  }
}

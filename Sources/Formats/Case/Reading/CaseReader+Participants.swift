import CaseModel
import GraphModel

extension CaseReader {
  func readParticipant(_ node: DocumentNode, in event: EventID) {
    guard case .mapping = node.content else {
      guard let entity = RecordReader.identifier(node, "participants", issues) else { return }
      let participant = Participant.entity(EntityID(entity))
      let id = Participation.defaultID(participant, in: event)
      let members = ["who": node.position]
      add(Participation(id: id, event: event, participant: participant), node, members)
      return
    }
    guard let reader = record(node, "a participant", CaseKeys.participant),
      let participant = participant(reader)
    else { return }
    let participation = Participation(
      id: reader.reference("id") ?? Participation.defaultID(participant, in: event),
      event: event,
      participant: participant,
      role: reader.text("role") ?? "participant",
      question: reader.reference("question"),
      note: reader.text("note")
    )
    add(participation, node, reader.memberPositions)
  }

  private func add(
    _ participation: Participation,
    _ node: DocumentNode,
    _ members: [String: SourcePosition]
  ) {
    places.add(
      participation.id.rawValue,
      "a participant",
      at: members["id"] ?? node.position,
      members: members,
      remedy: "give one of them an 'id' of its own"
    )
    content.participations.append(participation)
  }

  private func participant(_ reader: RecordReader) -> Participant? {
    let isKnown = reader.node("who") != nil
    let isSlot = reader.node("unknown") != nil
    guard isKnown != isSlot else {
      issues.add(
        isKnown ? .invalidValue : .missingKey,
        isKnown
          ? "a participant has 'who' or 'unknown', not both"
          : "a participant needs 'who' or 'unknown'",
        at: reader.position,
        remedy: "write 'who: ID', or 'unknown: …' to say what is missing"
      )
      return nil
    }
    guard isKnown else {
      let side: EntityID? = reader.reference("side")
      return reader.text("unknown").map { .unknown(description: $0, side: side) }
    }
    if reader.node("side") != nil {
      issues.add(
        .invalidValue,
        "only an unknown participant has a 'side'",
        at: reader.position(of: "side"),
        remedy: "remove it; the side of an entity follows from its posts and relations"
      )
    }
    return reader.reference("who").map { .entity($0) }
  }
}

import CaseModel

/// The ids of facts to which a document gives none; claims refer to facts by them.
extension Relation {
  /// Returns an id such as `cia/part-of/us`.
  static func defaultID(_ kind: Kind, from subject: EntityID, to object: EntityID) -> FactID {
    FactID("\(subject)/\(kind.word)/\(object)")
  }
}

extension Participation {
  /// Returns an id such as `M1/anna`, or `M1/unknown` for an empty slot.
  static func defaultID(_ participant: Participant, in event: EventID) -> FactID {
    FactID("\(event)/\(participant.entity?.rawValue ?? "unknown")")
  }
}

extension Attribute {
  /// Returns an id such as `M1#date`, `M1#place` or `M1#about/topic`.
  static func defaultID(_ value: Value, of event: EventID) -> FactID {
    switch value {
    case .date: FactID("\(event)#date")
    case .place: FactID("\(event)#place")
    case .topic(let topic): FactID("\(event)#about/\(topic)")
    case .subject(let subject): FactID("\(event)#about/\(subject)")
    }
  }
}

extension CaseContent {
  /// Returns the records with every reference of open kind bound to what bears the id here: what a
  /// claim is about is a claim, a question or else a fact; what an event is about is an event or
  /// else an entity.
  ///
  /// A document cannot tell these apart where it names records of the case it is imported into, so
  /// this is done again after the two are merged. Complexity: O(n) in the number of records.
  public func resolvingTargets() -> CaseContent {
    let claimIDs = Set(claims.map(\.id.rawValue))
    let questionIDs = Set(questions.map(\.id.rawValue))
    let eventIDs = Set(events.map(\.id.rawValue))
    var resolved = self
    resolved.claims = claims.map { claim in
      let about = claim.target.rawValue
      if claimIDs.contains(about) { return claim.retargeted(.claim(ClaimID(about))) }
      if questionIDs.contains(about) { return claim.retargeted(.question(QuestionID(about))) }
      return claim.retargeted(.fact(FactID(about)))
    }
    resolved.attributes = attributes.map { attribute in
      switch attribute.value {
      case .topic(let id) where eventIDs.contains(id.rawValue):
        Attribute(id: attribute.id, event: attribute.event, value: .subject(EventID(id.rawValue)))
      case .subject(let id) where !eventIDs.contains(id.rawValue):
        Attribute(id: attribute.id, event: attribute.event, value: .topic(EntityID(id.rawValue)))
      case .date, .place, .topic, .subject: attribute
      }
    }
    return resolved
  }
}

import CaseModel

/// Claims and questions.
extension FTMOwnConverter {
  mutating func convertClaim(_ note: FTMEntity) -> Outcome {
    let keywords = note["keywords"]
    guard let link = sayings[note.id], let claimant = link.first("subject"), byID[claimant] != nil
    else { return .wrong("nobody in the file makes the claim") }
    guard let stance = link.first("role").flatMap(Stance.init(rawValue:)) else {
      return .wrong("the claim has no stance")
    }
    let language = keywords.first { $0.hasPrefix(FTMWord.language) }
      .map { String($0.dropFirst(FTMWord.language.count)) }
    content.claims.append(
      Claim(
        id: ClaimID(record(note.id)),
        claimant: EntityID(record(claimant)),
        stance: stance,
        target: target(link.first("recordId") ?? ""),
        source: note.first("proof").map { SourceID(record($0)) },
        saidOn: FTMThings.held(link),
        locator: link.first("summary"),
        quote: note.first("description"),
        language: language,
        via: reference(note.id, FTMWord.via).map { ClaimID(record($0)) },
        utterance: reference(note.id, FTMWord.utterance).map { EventID(record($0)) },
        isOnRecord: keywords.contains(FTMWord.onRecord)
          ? true : keywords.contains(FTMWord.offRecord) ? false : nil,
        isConfidential: keywords.contains(FTMWord.confidential),
        note: FTMThings.joined(note, ["notes"])
      )
    )
    return .taken
  }

  private func target(_ id: String) -> ClaimTarget {
    if noteIDs[FTMWord.claim]?.contains(id) == true { return .claim(ClaimID(id)) }
    if noteIDs[FTMWord.question]?.contains(id) == true { return .question(QuestionID(id)) }
    return .fact(FactID(id))
  }

  mutating func convertQuestion(_ note: FTMEntity) -> Outcome {
    let keywords = note["keywords"]
    guard let find = keywords.lazy.compactMap(QuestionPattern.Subject.init(rawValue:)).first else {
      return .wrong("the question does not say what is asked for")
    }
    let things = note["entity"]
    let agencies = references[note.id]?.filter { $0.role == FTMWord.agency } ?? []
    content.questions.append(
      Question(
        id: QuestionID(record(note.id)),
        text: note.first("name") ?? "",
        pattern: QuestionPattern(
          find: find,
          with: things.filter { !isEvent($0) }.map { EntityID(record($0)) },
          events: things.filter { isEvent($0) }.map { EventID(record($0)) },
          types: keywords.compactMap(EventType.init(rawValue:)),
          side: reference(note.id, FTMWord.side).map { EntityID(record($0)) },
          agencies: agencies.map { EntityID(record($0.object)) }
        ),
        note: FTMThings.joined(note, ["notes"])
      )
    )
    return .taken
  }
}

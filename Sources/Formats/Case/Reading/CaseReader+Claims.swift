import CaseModel
import GraphModel

extension CaseReader {
  func readClaim(_ node: DocumentNode) {
    guard let reader = record(node, "a claim", CaseKeys.claim) else { return }
    let claim = Claim(
      id: reader.requiredReference("id"),
      claimant: reader.requiredReference("claimant"),
      stance: reader.requiredChoice("stance", of: Stance.self) ?? .asserts,
      // Which targets are claims and questions is known once all are read.
      target: .fact(reader.requiredReference("about")),
      source: reader.reference("source"),
      saidOn: reader.date("said"),
      locator: reader.text("at"),
      quote: reader.text("quote"),
      language: reader.text("lang"),
      via: reader.reference("via"),
      utterance: reader.reference("utterance"),
      isOnRecord: reader.flag("onRecord"),
      isConfidential: reader.flag("confidential") ?? false,
      note: reader.text("note")
    )
    places.add(claim.id.rawValue, reader)
    content.claims.append(claim)
  }
}

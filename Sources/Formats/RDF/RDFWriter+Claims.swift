import CaseModel
import GraphModel

/// Sources, claims and questions.
extension RDFWriter {
  mutating func add(_ source: Source) {
    let subject = name(source.id)
    graph.add(subject, types: ["schema:CreativeWork", "prov:Entity"])
    graph.add(subject, "schema:name", text: source.title)
    graph.add(subject, "bc:publisher", text: source.publisher)
    graph.add(subject, "bc:author", text: source.author)
    let address = source.url.flatMap { WebAddress($0) }
    graph.add(subject, "schema:url", address.map { .address($0.text) })
    let archived = source.archivedURL.flatMap { WebAddress($0) }
    graph.add(subject, "schema:archivedAt", archived.map { .address($0.text) })
    if let published = source.published {
      graph.add(subject, "bc:published", .typed(published.edtf, "edtf:EDTF"))
      let day = published.bounds.onlyDay == nil ? nil : published.days.first
      graph.add(subject, "schema:datePublished", day.map { .typed($0, "xsd:date") })
      graph.add(subject, "bc:dateBasis", text: published.basis)
      graph.add(subject, "bc:dateVerbatim", text: published.verbatim)
    }
    let retrieved = source.retrieved.map { RDFGraph.Object.typed($0.edtf, "edtf:EDTF") }
    graph.add(subject, "bc:retrieved", retrieved)
    graph.add(subject, "bc:archivedText", text: source.archivedText)
    graph.add(subject, "bc:sha256", text: source.sha256)
    addConfidential(source.isConfidential, to: subject)
    graph.add(subject, "rdfs:comment", text: source.note)
  }

  mutating func add(_ claim: Claim) {
    let subject = name(claim.id)
    graph.add(subject, types: ["schema:Claim", "prov:Entity"])
    graph.add(subject, "rdfs:label", text: index.sentence(claim))
    graph.add(subject, "schema:creator", to: name(claim.claimant))
    graph.add(subject, "prov:wasAttributedTo", to: name(claim.claimant))
    graph.add(subject, "bc:stance", text: claim.stance.rawValue)
    graph.add(subject, "schema:about", to: about(claim.target))
    graph.add(subject, "schema:text", text: claim.quote, language: claim.language)
    if let source = claim.source {
      graph.add(subject, "schema:appearance", to: name(source))
      graph.add(subject, "prov:hadPrimarySource", to: name(source))
    }
    graph.add(subject, "bc:locator", text: claim.locator)
    graph.add(subject, "prov:wasDerivedFrom", to: claim.via.map(name))
    graph.add(subject, "prov:wasGeneratedBy", to: claim.utterance.map(name))
    if let said = claim.saidOn {
      graph.add(subject, "bc:saidOn", .typed(said.edtf, "edtf:EDTF"))
      let day = said.bounds.onlyDay == nil ? nil : said.days.first
      graph.add(subject, "schema:dateCreated", day.map { .typed($0, "xsd:date") })
      graph.add(subject, "bc:dateBasis", text: said.basis)
      graph.add(subject, "bc:dateVerbatim", text: said.verbatim)
    }
    let onRecord = claim.isOnRecord.map { RDFGraph.Object.typed("\($0)", "xsd:boolean") }
    graph.add(subject, "bc:onRecord", onRecord)
    addConfidential(claim.isConfidential, to: subject)
    graph.add(subject, "rdfs:comment", text: claim.note)
  }

  mutating func add(_ question: Question) {
    let subject = name(question.id)
    graph.add(subject, types: ["schema:Question"])
    graph.add(subject, "schema:text", text: question.text)
    graph.add(subject, "bc:find", text: question.pattern.find.rawValue)
    for entity in question.pattern.with { graph.add(subject, "schema:about", to: name(entity)) }
    for event in question.pattern.events { graph.add(subject, "schema:about", to: name(event)) }
    graph.add(subject, "bc:side", to: question.pattern.side.map(name))
    for agency in question.pattern.agencies { graph.add(subject, "bc:agency", to: name(agency)) }
    graph.add(subject, "rdfs:comment", text: question.note)
  }

  private func about(_ target: ClaimTarget) -> String {
    switch target {
    case .fact(let id): name(id)
    case .claim(let id): name(id)
    case .question(let id): name(id)
    }
  }

  private mutating func addConfidential(_ isConfidential: Bool, to subject: String) {
    if isConfidential { graph.add(subject, "bc:confidential", .typed("true", "xsd:boolean")) }
  }
}

import CaseModel
import GraphModel

/// Says in RDF what a case says.
struct RDFWriter {
  let view: CaseView
  var graph: RDFGraph

  init(_ view: CaseView) {
    self.view = view
    let info = view.index.content.info
    graph = RDFGraph(prefixes: [
      ("case", CaseTerm.namespace(of: info.id)), ("bc", CaseTerm.vocabulary),
      ("schema", "https://schema.org/"), ("prov", "http://www.w3.org/ns/prov#"),
      ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
      ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
      ("xsd", "http://www.w3.org/2001/XMLSchema#"),
      ("edtf", "http://id.loc.gov/datatypes/edtf/"), ("wd", "http://www.wikidata.org/entity/"),
    ])
    addCase(info)
    let content = view.index.content
    for entity in content.entities { add(entity) }
    for event in content.events { add(event) }
    for part in content.participations { add(part) }
    for attribute in content.attributes { add(attribute) }
    for post in content.posts { add(post) }
    for relation in content.relations { add(relation) }
    for source in content.sources { add(source) }
    for claim in content.claims { add(claim) }
    for question in content.questions { add(question) }
  }

  var index: CaseIndex { view.index }

  /// Returns the name of a record.
  func name<Record>(_ id: Identifier<Record>) -> String { "case:\(CaseTerm.local(id.rawValue))" }

  /// Tells whether nobody contests a fact.
  func isHeld(_ fact: FactID) -> Bool {
    view.status(fact).map { $0.isAtLeast(.reported) } ?? true
  }

  private mutating func addCase(_ info: CaseInfo) {
    graph.add("case:", types: ["schema:Dataset", "prov:Collection"])
    graph.add("case:", "schema:name", text: info.title)
    graph.add("case:", "schema:identifier", text: info.id)
    graph.add("case:", "schema:description", text: info.summary)
  }

  private mutating func add(_ record: Entity) {
    let subject = name(record.id)
    graph.add(subject, types: Self.types(of: record))
    graph.add(subject, "schema:name", text: record.name)
    for name in record.names {
      graph.add(subject, "schema:alternateName", text: name.text, language: name.language)
    }
    graph.add(subject, "bc:kind", text: record.agencyKind?.rawValue)
    if record.isUnnamed { graph.add(subject, "bc:unnamed", .typed("true", "xsd:boolean")) }
    if record.type == .country {
      graph.add(subject, "schema:identifier", text: CountryCode.extended(record))
    }
    for (system, value) in record.identifiers.sorted(by: { $0.key < $1.key }) {
      let isItem =
        system == "wikidata" && value.first == "Q"
        && value.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isItem { graph.add(subject, "schema:sameAs", to: "wd:\(value)") }
      graph.add(subject, "schema:identifier", text: "\(system):\(value)")
    }
    graph.add(subject, "schema:description", text: record.note)
  }

  private static func types(of record: Entity) -> [String] {
    switch (record.type, record.agencyKind) {
    case (.person, _): ["schema:Person", "prov:Person"]
    case (.country, _): ["schema:Country", "prov:Location", "prov:Agent"]
    case (.place, _): ["schema:Place", "prov:Location"]
    case (.topic, _): ["schema:DefinedTerm"]
    case (.agency, .company): ["schema:Corporation", "prov:Organization"]
    case (.agency, .outlet): ["schema:NewsMediaOrganization", "prov:Organization"]
    case (.agency, .party): ["schema:PoliticalParty", "prov:Organization"]
    case (.agency, let kind?) where kind.speaksForCountry || kind == .parliament || kind == .court:
      ["schema:GovernmentOrganization", "prov:Organization"]
    case (.agency, _): ["schema:Organization", "prov:Organization"]
    }
  }

  /// Says how strong a fact is and who stands behind it.
  mutating func addStatus(_ fact: FactID) {
    let subject = name(fact)
    graph.add(subject, "bc:status", text: view.status(fact)?.rawValue)
    for origin in view.assessment(fact)?.origins ?? [] {
      graph.add(subject, "bc:origin", to: name(origin))
    }
  }

  /// Adds a date: in EDTF, its days, and the words it rests on.
  mutating func add(_ date: UncertainDate?, to subject: String, _ start: String, _ end: String) {
    guard let date else { return }
    graph.add(subject, "bc:date", .typed(date.edtf, "edtf:EDTF"))
    graph.add(subject, start, date.days.first.map { .typed($0, "xsd:date") })
    graph.add(subject, end, date.days.last.map { .typed($0, "xsd:date") })
    graph.add(subject, "bc:dateVerbatim", text: date.verbatim)
    graph.add(subject, "bc:dateBasis", text: date.basis)
  }
}

import CaseModel
import GraphModel
import Testing

@Suite("A case as a graph")
struct CaseGraphTests {
  private func date(_ edtf: String, _ basis: String? = nil) throws -> UncertainDate {
    try UncertainDate(edtf: edtf, basis: basis, verbatim: basis.map { "\($0)!" })
  }

  /// A case that uses every field of every record.
  private func everything() throws -> CaseContent {
    var content = CaseContent(info: CaseInfo(id: "all", title: "All", summary: "Everything"))
    content.entities = [
      Entity(
        id: "aa",
        type: .country,
        name: "Aaland-Nord",
        names: [
          Name(text: "AN", kind: .acronym), Name(text: "Norden", kind: .former, language: "de"),
        ],
        note: "a note",
        identifiers: ["wikidata": "Q0", "iso": "AN"]
      ),
      Entity(id: "anna", type: .person, name: "Anna Ahorn"),
      Entity(id: "inn", type: .place, name: "Inn"),
      Entity(id: "office", type: .agency, name: "Office", agencyKind: .ministry, isUnnamed: true),
      Entity(id: "trade", type: .topic, name: ""),
    ]
    content.events = EventType.allCases.enumerated().map { position, type in
      Event(
        id: EventID("E\(position)"),
        type: type,
        title: "Event",
        note: position == 0 ? "n" : nil
      )
    }
    content.participations = [
      Participation(
        id: "E0/anna",
        event: "E0",
        participant: .entity("anna"),
        role: "host",
        question: "Q1",
        note: "n"
      ),
      Participation(
        id: "E0/x",
        event: "E0",
        participant: .unknown(description: "some", side: "aa")
      ),
      Participation(id: "E0/y", event: "E0", participant: .unknown(description: "", side: nil)),
    ]
    content.attributes = [
      Attribute(id: "E0#about/E1", event: "E0", value: .subject("E1")),
      Attribute(id: "E0#about/trade", event: "E0", value: .topic("trade")),
      Attribute(id: "E0#date", event: "E0", value: .date(try date("2031-01-22/2031-01-28", "w"))),
      Attribute(id: "E0#date/2", event: "E0", value: .date(try date("2031-02~"))),
      Attribute(id: "E0#date/3", event: "E0", value: .date(try date("../2031", "before"))),
      Attribute(id: "E0#place", event: "E0", value: .place("inn")),
      Attribute(id: "own-id", event: "E1", value: .date(try date("[2031-01-01,2031-01-03]"))),
    ]
    content.posts = [
      Post(
        id: "p1",
        holder: "anna",
        title: "Ambassador",
        agency: "office",
        country: "aa",
        accreditedTo: "aa",
        held: try date("2030/..", "said"),
        note: "n"
      ),
      Post(id: "p2", holder: "anna", title: "", country: "aa"),
      Post(id: "p3", holder: "anna", title: "Adviser"),
    ]
    content.relations = Relation.Kind.allCases.map { kind in
      Relation(
        id: FactID("rel-\(kind.word)"),
        kind: kind,
        subject: "office",
        object: "aa",
        held: kind == .partOf ? try? date("2030?") : nil,
        note: kind == .partOf ? "n" : nil
      )
    }
    content.sources = [
      Source(
        id: "s1",
        title: "Paper",
        publisher: "P",
        author: "A",
        url: "https://paper.example/1",
        archivedURL: "https://archive.example/1",
        published: try date("2031-01-10", "page"),
        retrieved: try date("2031-01-11"),
        archivedText: "texts/1.txt",
        sha256: String(repeating: "0a", count: 32),
        isConfidential: true,
        note: "n"
      ),
      Source(id: "s2", title: ""),
    ]
    content.questions = [
      Question(
        id: "Q1",
        text: "Who?",
        pattern: QuestionPattern(
          find: .participant,
          with: ["anna", "office"],
          events: ["E0", "E1"],
          types: [.visit, .meeting],
          side: "aa",
          agencies: ["office"]
        ),
        note: "n"
      ),
      Question(id: "Q2", text: "", pattern: QuestionPattern(find: .date)),
    ]
    content.claims = try claims()
    content.sort()
    return content
  }

  private func claims() throws -> [Claim] {
    var claims = [
      Claim(
        id: "c1",
        claimant: "anna",
        stance: .asserts,
        target: .fact("E0#date/2"),
        source: "s1",
        saidOn: try date("2031-01-09", "then"),
        locator: "par. 4",
        quote: "\"Yes\", she said",
        language: "en",
        via: "c2",
        utterance: "E3",
        isOnRecord: false,
        isConfidential: true,
        note: "n"
      ),
      Claim(
        id: "c2",
        claimant: "office",
        stance: .retracts,
        target: .claim("c1"),
        isOnRecord: true
      ),
      Claim(id: "c3", claimant: "aa", stance: .asks, target: .question("Q1")),
    ]
    let targets: [FactID] = ["E0", "E0/anna", "E0/x", "own-id", "p1", "rel-part-of", "unheard-of"]
    claims += targets.enumerated().map { position, target in
      Claim(
        id: ClaimID("c\(position + 4)"),
        claimant: "anna",
        stance: Stance.allCases[position % Stance.allCases.count],
        target: .fact(target)
      )
    }
    return claims
  }

  @Test("comes back as it was, field by field")
  func roundTrip() throws {
    let content = try everything()
    let back = CaseGraphDecoder.content(of: CaseGraphEncoder.graph(of: content))
    #expect(back.info == content.info)
    #expect(back.entities == content.entities)
    #expect(back.events == content.events)
    #expect(back.participations == content.participations)
    #expect(back.attributes == content.attributes)
    #expect(back.posts == content.posts)
    #expect(back.relations == content.relations)
    #expect(back.sources == content.sources)
    #expect(back.claims == content.claims)
    #expect(back.questions == content.questions)
    #expect(back == content)
  }

  @Test("is the same graph again after coming back, whatever the order of its elements")
  func secondGraph() throws {
    var graph = CaseGraphEncoder.graph(of: try everything())
    let content = CaseGraphDecoder.content(of: graph)
    #expect(CaseGraphEncoder.graph(of: content) == graph)
    graph.nodes.reverse()
    graph.relationships.reverse()
    #expect(CaseGraphDecoder.content(of: graph) == content)
  }

  @Test("has elements with unique keys, and relationships with both ends")
  func keys() throws {
    let graph = CaseGraphEncoder.graph(of: try everything())
    let keys = Set(graph.nodes.map(\.key))
    #expect(keys.count == graph.nodes.count)
    #expect(Set(graph.relationships.map(\.key)).count == graph.relationships.count)
    for relationship in graph.relationships where !relationship.key.hasPrefix("c10>") {
      #expect(keys.contains(relationship.source), "\(relationship.key)")
      #expect(keys.contains(relationship.target), "\(relationship.key)")
    }
  }

  @Test("carries the labels, types and days that queries use")
  func vocabulary() throws {
    let graph = CaseGraphEncoder.graph(of: try everything())
    let nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.key, $0) })
    #expect(nodes["office"]?.labels == ["Agency", "Entity", "Unnamed"])
    #expect(nodes["E0"]?.labels == ["Event", "Meeting"])
    #expect(nodes["E0"]?.properties["earliest"] == CalendarDate(iso: "2031-01-22").map(Value.date))
    #expect(nodes["E0"]?.properties["latest"] == CalendarDate(iso: "2031-01-28").map(Value.date))
    #expect(nodes["c1"]?.labels == ["Claim"])
    let types = Set(graph.relationships.map(\.type))
    let wanted = [
      "TOOK_PART_IN", "HOLDS", "PART_OF", "CITIZEN_OF", "REPRESENTS", "ABOUT", "LOCATED_IN",
      "MADE_BY", "IN_SOURCE", "VIA", "CONCERNS",
    ]
    #expect(types.isSuperset(of: wanted))
  }

  @Test("may hold more than the case: what is no record is passed over")
  func foreignElements() throws {
    let content = try everything()
    var graph = CaseGraphEncoder.graph(of: content)
    graph.nodes += [
      KeyedNode(key: "zz", labels: [], properties: ["name": .string("Zz")]),
      KeyedNode(key: "zy", labels: ["Thing"], properties: [:]),
      KeyedNode(key: "zc", labels: ["Claim"], properties: ["stance": .string("asserts")]),
      KeyedNode(key: "zd", labels: ["Attribute"], properties: ["date": .string("2031")]),
    ]
    graph.relationships += [
      KeyedRelationship(key: "z1", type: "KNOWS", source: "zz", target: "zy"),
      KeyedRelationship(key: "z2", type: "TOOK_PART_IN", source: "anna", target: "zz"),
      KeyedRelationship(key: "z3", type: "ABOUT", source: "zz", target: "zy"),
    ]
    #expect(CaseGraphDecoder.content(of: graph) == content)
  }

  @Test("with values of the wrong type is read as far as it goes")
  func wrongTypes() {
    let wrong: Properties = [
      "name": .integer(1), "names": .string("x"), "title": .list([]), "unnamed": .string("yes"),
      "date": .string("no date"), "find": .string("nonsense"), "types": .list([.string("?")]),
      "stance": .string("shouts"), "kind": .string("guild"), "idSystems": .list([.string("a")]),
    ]
    let labels = ["Person", "Meeting", "Source", "Question", "Claim", "Attribute", "Unknown"]
    let graph = KeyedGraph(
      nodes: labels.map { KeyedNode(key: $0, labels: [$0], properties: wrong) }
    )
    let content = CaseGraphDecoder.content(of: graph, fallbackID: "back")
    #expect(content.info == CaseInfo(id: "back", title: "back"))
    #expect(content.entities == [Entity(id: "Person", type: .person, name: "Person")])
    #expect(content.events == [Event(id: "Meeting", type: .meeting, title: "Meeting")])
    #expect(content.sources == [Source(id: "Source", title: "Source")])
    #expect(content.questions.first?.pattern == QuestionPattern(find: .event))
    #expect(content.claims.isEmpty)
    #expect(content.attributes.isEmpty)
  }
}

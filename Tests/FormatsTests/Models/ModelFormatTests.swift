import CaseModel
import Formats
import GraphModel
import TestSupport
import Testing

@Suite("Formats that are data models of others")
struct ModelFormatTests {
  private static let names = [
    "stix", "prov-json", "json-ld", "turtle", "popolo", "oligrapher",
  ]

  private func format(_ name: String) throws -> Format {
    try #require(FormatRegistry.format(named: name))
  }

  @Test("The seed case is written as recorded", arguments: names)
  func golden(_ name: String) throws {
    let format = try format(name)
    let (text, _) = try GraphSamples.text(format, try GraphSamples.seed())
    let path = "Tests/FormatsTests/Golden/\(name).\(format.extensions[0])"
    #expect(try GoldenFile.difference(text, from: path) == nil)
  }

  @Test("Any case gives a document, the same each time", arguments: names)
  func randomCases(_ name: String) throws {
    let format = try format(name)
    for seed in UInt64(1)...40 {
      let edition = ExportEdition(CaseView(CaseIndex(RandomCase.content(seed: seed))))
      let (text, report) = try GraphSamples.text(format, edition)
      #expect(try GraphSamples.text(format, edition).0 == text, "seed \(seed)")
      #expect(report.counts.contains { $0.name == "claims" })
      if name != "turtle" {
        #expect(throws: Never.self) { try JSONReader.read(text.utf8) }
      }
    }
  }

  @Test("Elements that are no records are counted as lost", arguments: names)
  func others(_ name: String) throws {
    let (_, report) = try GraphSamples.text(try format(name), try GraphSamples.mixed())
    let loss = report.losses.first { $0.what == "elements that are no records are left out" }
    #expect(loss?.count == 6)
  }

  @Test("Every claim is in the document, with who makes it", arguments: names)
  func claims(_ name: String) throws {
    let edition = try GraphSamples.seed()
    let (text, _) = try GraphSamples.text(try format(name), edition)
    let index = edition.view.index
    for claim in index.content.claims {
      let sentence = "\(index.name(claim.claimant)) \(claim.stance.rawValue)"
      #expect(text.contains(sentence), "\(claim.id)")
    }
  }
}

@Suite("STIX")
struct STIXTests {
  private func objects(_ edition: ExportEdition) throws -> [JSONValue] {
    let (text, _) = try GraphSamples.text(STIXFormat.format, edition)
    guard case .array(let objects)? = try JSONReader.read(text.utf8).json["objects"] else {
      return []
    }
    return objects
  }

  private func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }

  private func texts(_ value: JSONValue?) -> [String] {
    if case .array(let values)? = value { values.compactMap { text($0) } } else { [] }
  }

  @Test("Every reference leads to an object of the bundle, and every id is there once")
  func references() throws {
    for edition in [try GraphSamples.seed()]
      + (1...30).map({ ExportEdition(CaseView(CaseIndex(RandomCase.content(seed: $0)))) })
    {
      let objects = try objects(edition)
      let ids = objects.compactMap { text($0["id"]) }
      #expect(Set(ids).count == ids.count)
      for object in objects {
        let references =
          ["created_by_ref", "source_ref", "target_ref"].compactMap { text(object[$0]) }
          + texts(object["object_refs"])
        #expect(Set(references).isSubset(of: ids), "\(text(object["id"]) ?? "")")
        if object["object_refs"] != nil { #expect(!texts(object["object_refs"]).isEmpty) }
      }
    }
  }

  @Test("Ids are UUIDs of version 4 that look random")
  func identifiers() throws {
    let ids = try objects(GraphSamples.seed()).compactMap { text($0["id"]) }
    let pattern = /[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    for id in ids { #expect(id.wholeMatch(of: pattern) != nil, "\(id)") }
    let starts = Set(ids.map { $0.suffix(36).prefix(8) })
    #expect(starts.count == ids.count)
  }

  @Test("A refusal is a neutral opinion of the claimant on the relationship")
  func refusal() throws {
    let objects = try objects(GraphSamples.seed())
    let refusals = objects.filter { text($0["opinion"]) == "neutral" }
    #expect(
      refusals.compactMap { texts($0["authors"]).first } == [
        "United States", "Russia", "Jon Huntsman",
      ]
    )
    let about = Set(refusals.flatMap { texts($0["object_refs"]) })
    #expect(about.count == 1)
    let relationship = objects.first { text($0["id"]) == about.first }
    #expect(relationship?["confidence"] == .integer(30))
  }

  @Test("What is confidential is marked red")
  func confidential() throws {
    var content = try GraphSamples.seed().view.index.content
    let source = Source(id: "hidden", title: "Hidden", isConfidential: true)
    content.sources.append(source)
    let objects = try objects(ExportEdition(CaseView(CaseIndex(content))))
    let marked = objects.filter { $0["object_marking_refs"] != nil }
    #expect(marked.compactMap { text($0["name"]) } == ["Hidden"])
  }
}

@Suite("RDF")
struct RDFTests {
  @Test("Texts of any kind are escaped, and tags that are no language are left out")
  func escapes() throws {
    var content = CaseContent(info: CaseInfo(id: "a b/ü", title: "\"\\\n\u{1}"))
    content.entities = [
      Entity(
        id: "-x.y",
        type: .person,
        name: "a\"b\\c\nd\u{7F}",
        names: [
          Name(text: "n", language: "ru"), Name(text: "m", language: "no such"),
          Name(text: "o", language: "12"),
        ]
      )
    ]
    let (text, _) = try GraphSamples.text(
      RDFFormat.turtle,
      ExportEdition(CaseView(CaseIndex(content)))
    )
    #expect(text.contains("@prefix case: <urn:backchannel:case:a%20b%2F%C3%BC:> ."))
    #expect(text.contains("case:%2Dx%2Ey\n"))
    #expect(text.contains(#"schema:name "a\"b\\c\nd\u007F" ;"#))
    #expect(text.contains(#"schema:alternateName "n"@ru, "m", "o""#))
  }

  @Test("What is contested is said with its status alone")
  func contested() throws {
    let (text, _) = try GraphSamples.text(RDFFormat.turtle, GraphSamples.seed())
    let meeting = try #require(text.components(at: "case:M1\n"))
    #expect(meeting.contains("prov:wasAssociatedWith case:pompeo, case:ru-chiefs ;"))
    #expect(meeting.contains("case:M1%2Fnaryshkin"))
    #expect(!meeting.contains("case:naryshkin"))
    let role = try #require(text.components(at: "case:M1%2Fnaryshkin\n"))
    #expect(role.contains("bc:status \"unconfirmed\""))
  }
}

extension String {
  /// Returns what is said of a subject of Turtle.
  fileprivate func components(at subject: String) -> String? {
    ranges(of: "\n\(subject)").first.map { range in
      let rest = self[range.upperBound...]
      return String(rest[..<(rest.ranges(of: " .\n").first?.lowerBound ?? rest.endIndex)])
    }
  }
}

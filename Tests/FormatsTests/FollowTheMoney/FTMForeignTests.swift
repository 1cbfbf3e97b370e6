import CaseModel
import Formats
import GraphModel
import Testing

@Suite("FollowTheMoney: reading what others wrote")
struct FTMForeignTests {
  private static let lines = """
    {"id":"occ-1","schema":"Occupancy","datasets":["pep_register"],"first_seen":"2020-05-01T00:00:00","properties":{"holder":["Q1"],"post":["pos-1"],"startDate":["2017-01-23"],"endDate":["2018-04-26"]}}
    {"id":"Q1","schema":"Person","datasets":["pep_register"],"properties":{"name":["Anna Example"],"alias":["A. Example"],"weakAlias":["Annie"],"citizenship":["ru"],"wikidataId":["Q1"],"topics":["role.pep"]}}
    {"id":"pos-1","schema":"Position","datasets":["pep_register"],"properties":{"name":["Head of the Example Service"],"country":["ru"],"organization":["org-1"]}}
    {"id":"org-1","schema":"PublicBody","datasets":["pep_register"],"properties":{"name":["Example Service"],"country":["ru"],"topics":["gov.security"]}}
    {"id":"co-1","schema":"Company","datasets":["registry","pep_register"],"properties":{"name":["Example Ltd"],"jurisdiction":["gb"]}}
    {"id":"own-1","schema":"Ownership","datasets":["registry"],"properties":{"owner":["Q1"],"asset":["co-1"],"percentage":["25"]}}
    {"id":"ev-1","schema":"Event","datasets":["lobby"],"properties":{"name":["2018-01-30 - meeting"],"date":["2018-01-30"],"organizer":["org-1"],"involved":["Q1","co-1"]}}
    {"id":"link-1","schema":"UnknownLink","datasets":["lobby"],"properties":{"subject":["Q1"],"object":["ev-1"],"role":["speaker"]}}
    {"id":"s-1","schema":"Sanction","datasets":["registry"],"properties":{"entity":["Q1"]}}
    {"id":"x-1","schema":"Spaceship","properties":{"name":["?"]}}
    {"id":"m-1","schema":"Membership","datasets":["registry"],"properties":{"member":["Q1"],"organization":["nowhere"]}}
    {"id":"t-1","schema":"Trip","datasets":["lobby"],"properties":{"name":["A trip"],"startDate":["2018-02-01"],"endDate":["2018-02-03"],"involved":["Q1"]}}
    """

  private func read() throws -> ImportBatch {
    try ImportSamples.read(Self.lines, FollowTheMoneyFormat.entities)
  }

  @Test("Links may stand before their ends; every line is taken, merged or rejected")
  func counts() throws {
    let batch = try read()
    #expect(batch.readCount == 12)
    #expect(batch.readCount == batch.takenCount + batch.mergedCount + batch.rejections.count)
    let lines = batch.rejections.compactMap(\.diagnostic.position?.line).sorted()
    #expect(lines == [9, 10, 11])
    let messages = batch.rejections.map(\.diagnostic.message).joined(separator: "\n")
    #expect(messages.contains("there is no schema 'Spaceship'"))
    #expect(messages.contains("'nowhere', which is not in the file"))
    #expect(messages.contains("Sanction is not taken"))
  }

  @Test("People, services, companies, posts, events and trips become records")
  func records() throws {
    let content = try read().content
    let person = try #require(content.entities.first { $0.id == "Q1" })
    #expect(person.names.map(\.kind) == [.alias, .nickname])
    #expect(person.identifiers == ["wikidata": "Q1"])
    #expect(content.entities.first { $0.id == "org-1" }?.agencyKind == .service)
    #expect(content.entities.first { $0.id == "russia" }?.type == .country)
    let post = try #require(content.posts.first)
    #expect(post.agency == "org-1")
    #expect(post.country == "russia")
    #expect(post.held?.edtf == "2017-01-23/2018-04-26")
    #expect(content.events.map(\.type) == [.meeting, .visit])
    let roles = content.participations.filter { $0.event == "ev-1" }.map(\.role)
    #expect(roles.sorted() == ["host", "participant", "speaker"])
    #expect(content.relations.map(\.id.rawValue).contains("org-1/part-of/russia"))
  }

  @Test("Each dataset claims each fact, since the day it was first seen")
  func claims() throws {
    let content = try read().content
    let claim = try #require(content.claims.first { $0.target == .fact("occ-1") })
    #expect(claim.claimant == "publisher-pep_register")
    #expect(claim.source == "dataset-pep_register")
    #expect(claim.saidOn?.edtf == "2020-05-01")
    let located = content.claims.filter { $0.target == .fact("co-1/located-in/united-kingdom") }
    #expect(located.count == 2)
    let claimed = Set(content.claims.map(\.target))
    for fact in content.facts { #expect(claimed.contains(.fact(fact.id)), "\(fact.id)") }
  }

  @Test("What is no fact stays a relationship of the graph")
  func ownership() throws {
    let graph = try read().graph
    #expect(graph.relationships.map(\.type) == ["OWNS"])
    #expect(graph.relationships.first?.properties["percentage"] == .string("25"))
  }

  @Test("Statements of one entity are put together; each dataset is a claimant")
  func statements() throws {
    let text = """
      canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen,id
      e1,e1,id,id,LegalEntity,e1,one,,,f,2020-01-01,,1
      e1,e1,name,name,Person,"Example, Anna",one,,,f,2020-01-01,,2
      e1,e2,citizenship,country,Person,ru,two,,,f,2021-02-03,,3
      e1,e2,name,name,Person,"Anna ""A"" Example",two,rus,,f,2021-02-03,,4
      e3,e3,,,Person,,two,,,f,,,5
      """
    let batch = try ImportSamples.read(text, FollowTheMoneyFormat.statements, file: "s.csv")
    #expect(batch.readCount == 5)
    #expect((batch.takenCount, batch.mergedCount, batch.rejections.count) == (1, 3, 1))
    let person = try #require(batch.content.entities.first { $0.id == "e1" })
    #expect(person.type == .person)
    #expect(person.names.first?.text == "Anna \"A\" Example")
    #expect(person.names.first?.language == "ru")
    let claims = batch.content.claims.filter { $0.target == .fact("e1/citizen-of/russia") }
    #expect(claims.map(\.saidOn?.edtf) == ["2020-01-01", "2021-02-03"])
  }

  @Test("A table without the columns of statements says which one it lacks")
  func missingColumn() throws {
    let error = #expect(throws: FormatError.self) {
      try ImportSamples.read("a,b\n1,2\n", FollowTheMoneyFormat.statements, file: "s.csv")
    }
    #expect(error?.diagnostics.first?.message == "the table has no column 'entity_id'")
  }

  @Test("Files are told by their content")
  func recognized() throws {
    let start = FileStart(path: "export.json", text: Self.lines)
    #expect(FormatRegistry.format(of: start)?.name == "ftm-entities")
    let (text, _) = try GraphSamples.text(FollowTheMoneyFormat.statements, GraphSamples.seed())
    let other = FileStart(path: "x.csv", text: text)
    #expect(FormatRegistry.format(of: other)?.name == "ftm-statements")
  }
}

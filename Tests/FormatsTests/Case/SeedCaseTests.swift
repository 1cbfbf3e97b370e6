import CaseModel
import Formats
import Testing

@Suite("The seed case as a document")
struct SeedCaseTests {
  let content: CaseContent

  init() throws {
    content = try CaseDocument.read(try PackageFiles.seedCase(), file: "case.yaml").content
  }

  @Test("Every record of the seed case is read")
  func counts() {
    #expect(content.info.id == "spy-chiefs-2018")
    #expect(content.entities.count == 27)
    #expect(content.events.count == 12)
    #expect(content.participations.count == 19)
    #expect(content.attributes.count == 18)
    #expect(content.posts.count == 10)
    #expect(content.relations.count == 10)
    #expect(content.sources.count == 1)
    #expect(content.claims.count == 83)
    #expect(content.questions.count == 3)
  }

  @Test("Records stand in natural order of their ids")
  func order() {
    var sorted = content
    sorted.sort()
    #expect(sorted == content)
    #expect(content.claims.prefix(3).map(\.id) == ["c1", "c2", "c3"])
  }

  @Test("A shorthand on an entity is a relation with a default id")
  func shorthand() {
    let relation = Relation(id: "cia/part-of/us", kind: .partOf, subject: "cia", object: "us")
    #expect(content.relations.contains(relation))
  }

  @Test("An event with another event as its subject is told from one with a topic")
  func subjects() {
    let attributes = Dictionary(uniqueKeysWithValues: content.attributes.map { ($0.id, $0.value) })
    #expect(attributes["S1#about/M1"] == .subject("M1"))
    #expect(attributes["S5#about/midterms-2018"] == .topic("midterms-2018"))
    #expect(attributes["V1#place"] == .place("us"))
    guard case .date(let date) = attributes["M1#date"] else {
      Issue.record("M1 has no date")
      return
    }
    #expect(date.edtf == "2018-01-22/2018-01-28")
    #expect(date.verbatim == "last week")
  }

  @Test("Claims about claims, questions and facts are told apart")
  func targets() {
    let targets = Dictionary(uniqueKeysWithValues: content.claims.map { ($0.id, $0.target) })
    #expect(targets["r28"] == .claim("r29"))
    #expect(targets["c27"] == .question("Q1"))
    #expect(targets["c3"] == .fact("M1/naryshkin"))
  }

  @Test("An empty slot keeps what is missing, its side and its question")
  func slots() {
    let slot = content.participations.first { $0.id == "V1/us-officials" }
    #expect(
      slot
        == Participation(
          id: "V1/us-officials",
          event: "V1",
          participant: .unknown(description: "other U.S. officials whom he met", side: "us"),
          role: "host",
          question: "Q1"
        )
    )
  }

  @Test("Nothing is wrong with the seed case")
  func check() {
    #expect(CaseChecker.findings(in: content) == [])
    #expect(CaseChecker.referenceFindings(in: content) == [])
  }
}

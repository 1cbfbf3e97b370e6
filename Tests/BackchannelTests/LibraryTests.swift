import Backchannel
import CaseModel
import CaseStore
import Diagrams
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("The library")
struct LibraryTests {
  static let author = LogAuthor(who: "tester", why: "a test", verb: "test")

  @Test("The built-in case opens, answers, draws and exports in a few lines")
  func demo() throws {
    let view = try Case.demo().view()
    let rows = WhoMetAnswer("pompeo", view: view).rows
    #expect(rows.map(\.other.id) == ["M1/ru-chiefs", "M1/naryshkin"])
    #expect(rows.map(\.evidence.status) == [.confirmed, .unconfirmed])
    #expect(Diagram(view).dot.hasPrefix("digraph"))
    let svg = try Diagram(view, scope: .event("M1")).render(.svg, isolation: .inProcess)
    #expect(String(decoding: svg, as: UTF8.self).contains("<svg"))
    let text = CaseExport.json(view).text(indented: true)
    let again = try CaseDocument.read(Array(text.utf8), file: "export.json")
    #expect(again.content == view.index.content)
  }

  @Test("Every row says which claims it rests on, and they are about its facts")
  func evidence() throws {
    let view = try Case.demo().view()
    for person in view.index.content.entities where person.type == .person {
      for row in WhoMetAnswer(person.id, view: view).rows {
        #expect(!row.evidence.claims.isEmpty)
        let facts = Set(row.evidence.facts)
        for id in row.evidence.claims {
          let claim = try #require(view.index.claims[id])
          guard case .fact(let fact) = claim.target else { continue }
          #expect(facts.contains(fact) || view.index.facts[fact]?.event == row.event.id)
        }
        let weakest = try #require(row.evidence.weakest)
        #expect(facts.contains(weakest))
        #expect(view.status(weakest) == row.evidence.status)
      }
    }
  }

  @Test("A case on disk keeps what was imported, by whom and why")
  func file() throws {
    let sandbox = try Sandbox()
    let path = sandbox.file("a.backchannel")
    let info = CaseInfo(id: "a", title: "A")
    let made = try Case.create(path, content: CaseContent(info: info), author: Self.author)
    let seed = try Self.seed()
    let outcome = try made.importDocuments([seed], author: Self.author)
    #expect(outcome.entry?.position == 2)
    #expect(try Case.open(path).content() == seed.content)
    #expect(try made.importDocuments([seed], author: Self.author).entry == nil, "nothing new")
    _ = try made.undo(author: Self.author)
    #expect(try made.content() == CaseContent(info: info))
    #expect(try made.log().map(\.verb) == ["test", "test", "test"])
    try made.checkIntegrity()
  }

  @Test("A refused import changes nothing and names every fault")
  func refusal() throws {
    let opened = try Case.demo()
    let before = try opened.content()
    let text = """
      format: backchannel-case
      version: 1
      case: {id: x, title: X}
      claims:
        - {id: x1, claimant: nobody, stance: asserts, about: M1/pompeo, source: story}
        - {id: x2, claimant: pompeo, stance: asserts, about: M99, source: story}
      """
    let reading = try CaseDocument.read(Array(text.utf8), file: "x.yaml")
    let error = #expect(throws: BackchannelError.self) {
      try opened.importDocuments([reading], author: Self.author)
    }
    #expect(error?.diagnostics.compactMap(\.position?.line) == [5, 6])
    #expect(try opened.content() == before)
  }

  @Test("Names mean one record, several, or none")
  func names() throws {
    let finder = NameFinder(CaseIndex(try Case.demoContent()))
    for name in ["Naryshkin", "Нарышкин", "SVR head", "Sergei Naryshkin", "Head of SVR"] {
      #expect(try finder.entity(name) == "naryshkin", "\(name)")
    }
    let several = #expect(throws: BackchannelError.self) { try finder.entity("officials") }
    #expect(several?.diagnostics.first?.code == .nameAmbiguous)
    let none = #expect(throws: BackchannelError.self) { try finder.entity("Naryshkn", exact: true) }
    #expect(none?.diagnostics.first?.code == .nameUnknown)
  }

  static func seed() throws -> CaseReading {
    let url = Repository.root.appending(path: "data/spy-chiefs-2018/case.yaml")
    return try CaseDocument.read(Array(try Data(contentsOf: url)), file: "case.yaml")
  }
}

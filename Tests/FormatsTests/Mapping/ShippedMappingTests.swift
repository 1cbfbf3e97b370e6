import CaseModel
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Formats

@Suite("The mappings that come with the program")
struct ShippedMappingTests {
  /// Holds what an import would say.
  private struct Outcome {
    var read = 0
    var taken = 0
    var merged = 0
    var rejections: [Rejection] = []
    var content = CaseContent(info: CaseInfo(id: "", title: ""))
    /// The reasons of rejections, without the words of the row.
    var reasons: [String: Int] {
      Dictionary(
        rejections.map { rejection in
          (String(rejection.diagnostic.message.split(separator: "'")[0]), 1)
        },
        uniquingKeysWith: +
      )
    }
  }

  private func mapping(_ name: String) throws -> Mapping {
    let path = Repository.path("data/mappings/\(name).yaml")
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    return try Mapping.read(bytes, file: path) { (_: String) throws(FormatError) -> [UInt8] in [] }
  }

  private func read(_ name: String, _ files: [String]) throws -> Outcome? {
    var outcome = Outcome()
    for file in files {
      let url = SharedFiles.url("datasets/\(file)")
      guard FileManager.default.fileExists(atPath: url.path) else {
        print("skipped: \(url.path) is not there; set BACKCHANNEL_SHARED to the folder of datasets")
        return nil
      }
      var reader = try MappedReader(ByteSource(path: url.path), mapping(name))
      while let batch = try reader.next() {
        outcome.read += batch.readCount
        outcome.taken += batch.takenCount
        outcome.merged += batch.mergedCount
        outcome.rejections += batch.rejections
        outcome.content.entities += batch.content.entities
        outcome.content.events += batch.content.events
        outcome.content.participations += batch.content.participations
        outcome.content.attributes += batch.content.attributes
        outcome.content.posts += batch.content.posts
        outcome.content.relations += batch.content.relations
        outcome.content.claims += batch.content.claims
        outcome.content.sources += batch.content.sources
      }
    }
    let parts = outcome.taken + outcome.merged + outcome.rejections.count
    #expect(outcome.read == parts, "read = taken + merged + rejected")
    let reasons = outcome.reasons.sorted { $0.key < $1.key }
    let content = outcome.content
    print(
      "\(name): read \(outcome.read), taken \(outcome.taken), merged \(outcome.merged), rejected",
      "\(reasons); \(content.events.count) events, \(content.entities.count) entities,",
      "\(content.posts.count) posts, \(content.relations.count) relations,",
      "\(content.claims.count) claims, \(content.sources.count) sources"
    )
    return outcome
  }

  @Test(
    "Each is read without a complaint",
    arguments: [
      "us-state-travels", "icews14", "gdelt-events", "gdelt-events-1", "gdelt-mentions",
      "trumpworld",
      "name-bench",
    ]
  )
  func mappings(name: String) throws { _ = try mapping(name) }

  /// `python3 -c "import csv;print(len(list(csv.DictReader(open('trips.csv')))))"` prints 4271.
  @Test("Every journey is a visit, and its remarks are meetings with claims")
  func travels() throws {
    guard let outcome = try read("us-state-travels", ["us-state-travels/trips.csv"]) else { return }
    #expect(outcome.read == 4_271)
    #expect(outcome.rejections.isEmpty)
    let content = outcome.content
    let types = content.events.map(\.type)
    #expect(types.filter { type in type == .visit }.count == 4_271)
    #expect(types.filter { type in type == .meeting }.count > 2_400)
    let claimed = Set(content.claims.map(\.target))
    #expect(content.events.allSatisfy { claimed.contains(.fact(FactID($0.id))) })
    let lavrov = content.entities.filter { $0.name == "Sergey Lavrov" }
    #expect(lavrov.count == 1)
    #expect(lavrov.first?.names.contains { $0.text == "Сергей Лавров" } == true)
  }

  /// `wc -l icews_2014_*.txt` prints 17904; 180 visits stand twice, once from each side:
  /// `awk -F'\t' '$2=="Make a visit"{m[$1 FS $3 FS $4]} $2=="Host a visit"{h[$3 FS $1 FS $4]}
  /// END{for(k in m)if(k in h)n++;print n}' icews_2014_*.txt`.
  @Test("A visit that both sides tell of is one event")
  func icews() throws {
    let files = ["icews14/icews_2014_test.txt", "icews14/icews_2014_valid.txt"]
    guard let outcome = try read("icews14", files) else { return }
    #expect(outcome.read == 17_904)
    #expect(outcome.rejections.isEmpty)
    let ids = Set(outcome.content.events.map(\.id))
    #expect(ids.count == 17_904 - 180)
  }

  /// `wc -l events_v2.tsv` prints 100; in those that are rejected neither actor has a code of a
  /// country, group or trade.
  @Test("Events of GDELT are taken unless nobody takes part")
  func gdelt() throws {
    for (name, file) in [("gdelt-events", "events_v2"), ("gdelt-events-1", "events_v1")] {
      guard let outcome = try read(name, ["gdelt-sample/\(file).tsv"]) else { return }
      #expect(outcome.read == 100)
      #expect(outcome.reasons.keys.allSatisfy { $0.hasPrefix("nobody takes part") })
    }
  }

  /// `cut -f1 mentions_v2.tsv | sort -u | wc -l` prints 87; 52 rows are of events in the sample, the
  /// others make an event that says so.
  @Test("Mentions are claims of outlets about the event with their number")
  func mentions() throws {
    let files = ["gdelt-sample/mentions_v2.tsv"]
    guard let outcome = try read("gdelt-mentions", files) else { return }
    #expect(outcome.read == 100)
    #expect(outcome.rejections.isEmpty)
    #expect(Set(outcome.content.events.map(\.id)).count == 87)
    #expect(outcome.content.claims.count >= 100)
    #expect(Set(outcome.content.claims.map(\.claimant)).count > 10)
  }

  /// `tail -n +2 trumpworld.csv` has 3,380 links (a row may run over lines).
  @Test("Every link has its words, and its source where it names one")
  func links() throws {
    guard let outcome = try read("trumpworld", ["trumpworld/trumpworld.csv"]) else { return }
    #expect(outcome.read == 3_380)
    #expect(outcome.rejections.isEmpty)
  }

  /// `awk -F, '$3==$4' cases.csv` and the like: seven pairs have equal names.
  @Test("Pairs of names are judgements; equal names are one entity already")
  func pairs() throws {
    guard let outcome = try read("name-bench", ["name-bench/cases.csv"]) else { return }
    #expect(outcome.read == 826)
    #expect(outcome.reasons.keys.allSatisfy { $0.hasPrefix("both names are") })
  }

  @Test("The table and the mappings of the documentation say what it says")
  func tutorial() throws {
    let text = try String(
      contentsOfFile: Repository.path("data/mappings/README.md"),
      encoding: .utf8
    )
    let table = try #require(blocks("csv", of: text).first)
    let mappings = blocks("yaml", of: text)
    let first = try outcome(of: table, try #require(mappings.first))
    let last = try outcome(of: table, try #require(mappings.last))
    #expect(first.read == 10 && first.merged == 0 && first.rejections.count == 2)
    #expect(last.read == 10 && last.merged == 1 && last.rejections.count == 2)
    let names = Set(last.content.entities.map(\.name))
    #expect(names.isSuperset(of: ["Ann Lee", "Acme Ltd", "Foo Bank", "Gus Hill", "Jane Doe"]))
  }

  @Test("The documentation names every key")
  func reference() throws {
    let text = try String(
      contentsOfFile: Repository.path("data/mappings/README.md"),
      encoding: .utf8
    )
    let lists = [
      MappingKeys.document, MappingKeys.file, MappingKeys.source, MappingKeys.each,
      MappingKeys.claims, MappingKeys.table, MappingKeys.name, MappingKeys.skip,
      MappingKeys.condition, MappingKeys.text, MappingKeys.date, MappingKeys.key,
      MappingKeys.participant, MappingKeys.post, MappingKeys.event, MappingKeys.remarks,
      MappingKeys.relation, MappingKeys.heldPost, MappingKeys.same,
    ]
    for key in lists.joined() { #expect(text.contains("`\(key)`"), "\(key)") }
  }

  private func outcome(of table: String, _ text: String) throws -> Outcome {
    let mapping = try Mapping.read(Array(text.utf8), file: "diary.yaml") {
      (_: String) throws(FormatError) -> [UInt8] in []
    }
    var outcome = Outcome()
    var reader = try MappedReader(ByteSource(Array(table.utf8), file: "diary.csv"), mapping)
    while let batch = try reader.next() {
      outcome.read += batch.readCount
      outcome.merged += batch.mergedCount
      outcome.rejections += batch.rejections
      outcome.content.entities += batch.content.entities
    }
    return outcome
  }

  private func blocks(_ language: String, of text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap { rest in
      rest.components(separatedBy: "```").first
    }
  }
}

import CaseModel
import Formats
import GraphModel
import TestSupport
import Testing

@Suite("FollowTheMoney: writing a case and reading it again")
struct FTMRoundTripTests {
  private static let formats = ["ftm-entities", "ftm-statements"]

  @Test("The seed case comes back as it was, from entities and from statements", arguments: formats)
  func seed(_ name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    let edition = try GraphSamples.seed()
    let (text, _) = try GraphSamples.text(format, edition)
    let read = try ImportSamples.read(text, format)
    #expect(read.rejections.isEmpty)
    #expect(read.readCount == read.takenCount + read.mergedCount)
    ImportSamples.expectSame(read.content, edition.view.index.content)
  }

  @Test("A public register comes back as it was", arguments: formats)
  func register(_ name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    let bytes = try PackageFiles.bytes("data/secretary-travels/case.yaml")
    let content = try CaseDocument.read(bytes, file: "case.yaml").content
    let (text, _) = try GraphSamples.text(format, ExportEdition(CaseView(CaseIndex(content))))
    let read = try ImportSamples.read(text, format)
    #expect(read.rejections.isEmpty)
    ImportSamples.expectSame(read.content, content)
  }

  @Test("No record of any case is lost, and every id comes back", arguments: formats)
  func randomCases(_ name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    for seed in UInt64(1)...60 {
      let content = RandomCase.content(seed: seed)
      let (text, _) = try GraphSamples.text(format, ExportEdition(CaseView(CaseIndex(content))))
      let read = try ImportSamples.read(text, format)
      #expect(read.rejections.isEmpty, "seed \(seed)")
      #expect(read.content.entities.map(\.id) == content.entities.map(\.id), "seed \(seed)")
      #expect(read.content.facts.map(\.id) == content.facts.map(\.id), "seed \(seed)")
      #expect(read.content.claims.map(\.id) == content.claims.map(\.id), "seed \(seed)")
      #expect(read.content.claims.map(\.target) == content.claims.map(\.target), "seed \(seed)")
      #expect(read.content.claims.map(\.via) == content.claims.map(\.via), "seed \(seed)")
      #expect(read.content.posts.map(\.held?.edtf) == content.posts.map(\.held?.edtf))
      #expect(read.content.sources.map(\.id) == content.sources.map(\.id), "seed \(seed)")
      #expect(read.content.questions.map(\.pattern.side) == content.questions.map(\.pattern.side))
    }
  }

  @Test("Every reference leads to an entity of the file, and every claim is a note")
  func references() throws {
    let edition = try GraphSamples.seed()
    let (text, _) = try GraphSamples.text(FollowTheMoneyFormat.entities, edition)
    let references = ["subject", "object", "entity", "proof", "involved", "holder", "post"]
    var ids: Set<String> = []
    var named: Set<String> = []
    for line in text.split(separator: "\n") {
      let entity = try JSONReader.read(line.utf8).json
      if case .string(let id)? = entity["id"] { ids.insert(id) }
      for name in references {
        guard case .array(let values)? = entity["properties"]?[name] else { continue }
        named.formUnion(values.compactMap { if case .string(let id) = $0 { id } else { nil } })
      }
    }
    #expect(named.subtracting(ids).isEmpty)
    for claim in edition.view.index.content.claims { #expect(ids.contains(claim.id.rawValue)) }
  }

  @Test("The seed case is written as recorded", arguments: formats)
  func golden(_ name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    let (text, _) = try GraphSamples.text(format, try GraphSamples.seed())
    let path = "Tests/FormatsTests/Golden/\(format.name).\(format.extensions[0])"
    #expect(try GoldenFile.difference(text, from: path) == nil)
  }
}

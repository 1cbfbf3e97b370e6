import CaseModel
import Formats
import GraphModel
import Testing

@Suite("Records as lines of JSON")
struct RecordLinesTests {
  private let format = RecordLinesFormat.format

  @Test("The seed case comes back, and the second export has the same bytes")
  func seedCase() throws {
    let edition = try GraphSamples.mixed()
    let (text, report) = try GraphSamples.text(format, edition)
    #expect(report.losses.isEmpty)
    let read = try ReadWhole(format, text)
    #expect(read.rejections.isEmpty && read.addsUp)
    #expect(read.edition.graph == edition.graph)
    #expect(read.edition.view.index.content == edition.view.index.content)
    #expect(try GraphSamples.text(format, read.edition).0 == text)
  }

  @Test("Any case comes back")
  func randomCases() throws {
    for seed in UInt64(1)...60 {
      let content = RandomCase.content(seed: seed)
      let (text, _) = try GraphSamples.text(format, ExportEdition(CaseView(CaseIndex(content))))
      let read = try ReadWhole(format, text)
      #expect(try GraphSamples.text(format, read.edition).0 == text, "seed \(seed)")
    }
  }

  @Test("A line that is wrong is rejected with its place, and the others are taken")
  func rejection() throws {
    let read = try ReadWhole(
      format,
      """
      {"record":"case","format":"backchannel-records","version":1,"id":"x","title":"X"}
      {"record":"entity","id":"anna","type":"Person","name":"Anna Bolt"}
      {"record":"entity","id":"b c","type":"Person","name":"Bo"}

      {"record":"entity","id":"bo","type":"Persn","name":"Bo"}
      {"record":"enty","id":"bo"}
      {"id":"bo"}
      {"record":
      {"record":"node","key":"k"}
      {"record":"source","id":"paper","title":"A paper"}
      """
    )
    #expect(read.content.entities.map(\.id) == ["anna"])
    #expect(read.content.sources.map(\.id) == ["paper"])
    #expect(read.rejections.map(\.diagnostic.position?.line) == [3, 5, 6, 7, 8, 9])
    #expect(read.rejections.allSatisfy { $0.diagnostic.remedy != nil })
    #expect(read.rejections[1].diagnostic.candidates == ["Person"])
    #expect(read.addsUp && read.readCount == 8)
  }
}

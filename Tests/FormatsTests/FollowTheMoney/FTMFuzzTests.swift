import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("FollowTheMoney: hostile files")
struct FTMFuzzTests {
  private static let formats = ["ftm-entities", "ftm-statements"]
  /// How often each file is broken; longer with BACKCHANNEL_FUZZ=1.
  private static let rounds =
    ProcessInfo.processInfo.environment["BACKCHANNEL_FUZZ"] == "1" ? 5_000 : 60

  private func corpus(_ format: Format) throws -> [(String, [UInt8])] {
    let folder = PackageFiles.root.appending(path: "data/fuzz/\(format.name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    return try names.map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
  }

  private func expectSound(_ bytes: [UInt8], _ format: Format, _ what: String) {
    do {
      let batch = try ImportSamples.read(bytes, format)
      #expect(
        batch.readCount == batch.takenCount + batch.mergedCount + batch.rejections.count,
        "\(what)"
      )
    } catch let error as FormatError {
      #expect(!error.diagnostics.isEmpty, "\(what)")
    } catch {
      Issue.record("\(what): \(error)")
    }
  }

  @Test("Every file of the corpus is read or refused, whole, cut and broken", arguments: formats)
  func corpusFiles(_ name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    var random = SeededGenerator(seed: 7)
    for (file, bytes) in try corpus(format) {
      expectSound(bytes, format, file)
      guard !bytes.isEmpty else { continue }
      for round in 0..<Self.rounds {
        var broken = bytes
        for _ in 0...Int.random(in: 0...4, using: &random) where !broken.isEmpty {
          let place = Int.random(in: 0..<broken.count, using: &random)
          switch Int.random(in: 0...3, using: &random) {
          case 0: broken[place] = UInt8.random(in: .min ... .max, using: &random)
          case 1: broken.remove(at: place)
          case 2: broken.insert(random.pick(Array("\"{}[],:\n\\".utf8), or: 0), at: place)
          default: broken.removeSubrange(place...)
          }
        }
        expectSound(broken, format, "\(file), round \(round)")
      }
    }
  }

  @Test("Deep nesting, a huge line, and wrong types are rejected; what follows is read")
  func extremes() throws {
    let good = #"{"id":"p","schema":"Person","properties":{"name":["P"]}}"#
    let bad = [
      String(repeating: "[", count: 5_000), "{\"id\":1,\"schema\":\"Person\"}", "null", "[]",
      #"{"id":"q","schema":7}"#, #"{"id":"q","schema":"Person","properties":[]}"#,
      #"{"id":"q","schema":"Person","properties":{"name":{"a":1}}}"#,
      #"{"id":"q","schema":"Person","properties":{"name":[["x"]]}}"#,
      "{\"id\":\"q\",\"schema\":\"Person\",\"properties\":{\"name\":[\""
        + String(repeating: "x", count: 9 << 20) + "\"]}}",
    ]
    let text = (bad + [good]).joined(separator: "\n")
    let batch = try ImportSamples.read(text, FollowTheMoneyFormat.entities)
    #expect(batch.rejections.count == bad.count)
    #expect(batch.content.entities.map(\.id) == ["p"])
  }

  @Test("Values of many kinds in one entity take time that grows with their number")
  func manyValues() throws {
    let values = (0..<50_000).map { "\"n\($0)\"" }.joined(separator: ",")
    let line = "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\(values)]}}"
    let batch = try ImportSamples.read(line, FollowTheMoneyFormat.entities)
    #expect(batch.takenCount == 1)
    #expect(batch.content.entities.first?.names.count == 500)
  }
}

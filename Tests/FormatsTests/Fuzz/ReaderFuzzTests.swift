import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Fuzzing the readers of formats")
struct ReaderFuzzTests {
  private static let isLong = ProcessInfo.processInfo.environment["BACKCHANNEL_FUZZ"] != nil

  /// The formats that are read from one file, each with its corpus.
  static let formats = [GraphMLFormat.format, RecordLinesFormat.format]

  private static func corpus(_ format: Format) throws -> [[UInt8]] {
    let folder = PackageFiles.root.appending(path: "data/fuzz/\(format.name)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// Reads bytes; what comes must add up, and errors must be complete.
  private static func check(_ format: Format, _ bytes: [UInt8]) {
    do {
      let read = try ReadWhole(format, ByteSource(bytes, file: "fuzz"))
      #expect(read.addsUp, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(read.rejections.allSatisfy { $0.diagnostic.position != nil })
    } catch let error as FormatError {
      let isComplete = error.diagnostics.first.map { $0.position != nil && $0.remedy != nil }
      #expect(isComplete == true, "\(error.diagnostics)")
    } catch { Issue.record("\(error)") }
  }

  @Test("Every file of the corpus is read or refused", arguments: formats.map(\.name))
  func corpus(name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    let files = try Self.corpus(format)
    #expect(files.count >= 3)
    for bytes in files { Self.check(format, bytes) }
  }

  @Test("Cut, doubled, swapped and random bytes harm nothing", arguments: formats.map(\.name))
  func mutations(name: String) throws {
    let format = try #require(FormatRegistry.format(named: name))
    var random = SeededGenerator(seed: 7)
    let files = try Self.corpus(format)
    for _ in 0..<(Self.isLong ? 20_000 : 400) {
      let bytes = ByteMutation.broken(random.pick(files, or: []), with: files, &random)
      Self.check(format, bytes)
    }
  }
}

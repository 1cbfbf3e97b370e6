import Formats
import Foundation
import GraphModel
import Testing

@Suite("Hostile files of formats")
struct HostileFileTests {
  private func refusal(_ format: Format, _ bytes: [UInt8]) throws -> Diagnostic {
    do {
      _ = try ReadWhole(format, ByteSource(bytes, file: "hostile"))
    } catch let error as FormatError {
      return try #require(error.diagnostics.first)
    }
    throw Taken()
  }

  private struct Taken: Error {}

  @Test(
    "Each file is refused with code, place and remedy",
    .timeLimit(.minutes(1)),
    arguments: [
      ("graphml/billion-laughs.graphml", ErrorCode.xmlSyntax, 13),
      ("graphml/external-entity.graphml", .xmlSyntax, 5),
      ("graphml/external-parameter.graphml", .xmlSyntax, 4),
      ("graphml/deep.graphml", .xmlSyntax, nil), ("graphml/cut-off.graphml", .xmlSyntax, 4),
      ("graphml/no-graphml.graphml", .formatUnknown, 2),
      ("graphml/unknown-entity.graphml", .xmlSyntax, 4),
      ("records/other-format.ndjson", .formatUnknown, 1),
      ("records/newer-version.ndjson", .formatUnknown, 1),
      ("records/empty.ndjson", .formatUnknown, 1),
    ] as [(String, ErrorCode, Int?)]
  )
  func refused(file: String, code: ErrorCode, line: Int?) throws {
    let name = String(file.prefix { $0 != "/" })
    let format = try #require(FormatRegistry.format(named: name))
    let error = try refusal(format, PackageFiles.bytes("data/hostile/" + file))
    #expect(error.code == code, "\(error)")
    #expect(error.remedy != nil && error.file != nil, "\(error)")
    if let line { #expect(error.position?.line == line, "\(error)") }
  }

  @Test("Endless attributes, texts and lines are refused", .timeLimit(.minutes(1)))
  func endless() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20)
    let attribute = Array("<graphml><graph><node id=\"".utf8) + long
    #expect(try refusal(GraphMLFormat.format, attribute).code == .tooLarge)
    let text = Array("<graphml><graph><node id=\"a\"><data key=\"k\">".utf8) + long
    #expect(try refusal(GraphMLFormat.format, text).code == .tooLarge)
    let header =
      #"{"record":"case","format":"backchannel-records","version":1,"id":"x","title":"X"}"#
    let line = Array((header + "\n").utf8) + long
    #expect(try refusal(RecordLinesFormat.format, line).code == .tooLarge)
  }
}

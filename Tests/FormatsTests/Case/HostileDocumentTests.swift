import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Hostile case documents")
struct HostileDocumentTests {
  struct Expectation: CustomTestStringConvertible, Sendable {
    let file: String
    let code: String
    let line: Int?

    var testDescription: String { file }
  }

  static let expectations: [Expectation] = {
    guard let bytes = try? PackageFiles.bytes("data/hostile/expected.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .compactMap { row in
        let cells = row.split(separator: "\t").map(String.init)
        guard cells.count == 3 else { return nil }
        return Expectation(file: cells[0], code: cells[1], line: Int(cells[2]))
      }
  }()

  @Test("Every file of the corpus is expected, and every expectation has a file")
  func corpus() throws {
    let folder = PackageFiles.root.appending(path: "data/hostile")
    let files = try ["yaml", "json"].flatMap { format in
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: format).path)
        .map { "\(format)/\($0)" }
    }
    #expect(files.sorted() == Self.expectations.map(\.file).sorted())
  }

  @Test("Each file gives the expected error with its place", arguments: expectations)
  func error(_ expected: Expectation) throws {
    let bytes = try PackageFiles.bytes("data/hostile/" + expected.file)
    let error = try #require(Self.diagnostics(of: bytes, file: expected.file).first)
    #expect(error.code.rawValue == expected.code, "\(error)")
    let position = try #require(error.position, "\(error)")
    if let line = expected.line { #expect(position.line == line, "\(error)") }
    #expect(error.file == expected.file)
    #expect(error.remedy != nil, "\(error)")
    #expect(!error.message.hasSuffix("."), "\(error)")
  }

  @Test(
    "Documents that look endless end in good time",
    .timeLimit(.minutes(1)),
    arguments: [
      ("one long line", "[" + String(repeating: "é, ", count: 100_000) + "é]"),
      ("an open list for every byte", String(repeating: "[", count: 200_000)),
      ("an open mapping for every few bytes", String(repeating: "{a: ", count: 100_000)),
      ("a list in a list in a list", String(repeating: "- ", count: 100_000)),
      ("an explicit key in a key", String(repeating: "? ", count: 100_000)),
      ("a JSON object in an object", String(repeating: "{\"a\":", count: 200_000)),
      ("many members", "{" + (0..<20_000).map { "\"k\($0)\": 1" }.joined(separator: ",") + "}"),
    ]
  )
  func size(_ name: String, _ text: String) {
    #expect(!Self.diagnostics(of: Array(text.utf8), file: name).isEmpty)
  }

  @Test("No change of a few bytes of the seed case crashes the reader")
  func mutations() throws {
    let seed = try PackageFiles.seedCase()
    let lines = seed.split(separator: UInt8(ascii: "\n"))
    // Some records of each kind, so that a run is short and everything is reached.
    let sections = [0..<41, 135..<177, 222..<260, 337..<lines.count]
    let sample = Array(
      sections.flatMap { lines[$0.clamped(to: lines.indices)] }
        .joined(separator: [UInt8(ascii: "\n")])
    )
    #expect(throws: Never.self) { try CaseDocument.read(sample, file: "sample") }
    mutate(sample, count: 1_500)
  }

  @Test("No change of a few bytes of an export crashes the reader")
  func jsonMutations() {
    let text = CaseDocument.json(of: RandomCase.content(seed: 11)).text()
    mutate(Array(text.utf8), count: 4_000)
  }

  private func mutate(_ bytes: [UInt8], count: Int) {
    var random = SeededGenerator(seed: 2018)
    for _ in 0..<count {
      var mutant = bytes
      for _ in 0...Int.random(in: 0...3, using: &random) { Self.change(&mutant, &random) }
      for error in Self.diagnostics(of: mutant, file: "mutant") {
        #expect(error.code == .tooLarge || error.position != nil, "\(error)")
      }
    }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = Int.random(in: 1...12, using: &random)
    let slice = place..<min(bytes.count, place + length)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<4: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 4..<9: bytes[place] = random.pick(Array("{}[]:,-'\"#&*!|>%@\n\t ?~0".utf8), or: 0)
    case 9..<14: bytes.removeSubrange(slice)
    case 14..<19: bytes.insert(contentsOf: bytes[slice], at: place)
    default: bytes.removeSubrange(place...)
    }
  }

  /// The errors of reading, else those of the checks.
  private static func diagnostics(of bytes: [UInt8], file: String) -> [Diagnostic] {
    do throws(FormatError) {
      let reading = try CaseDocument.read(bytes, file: file)
      return CaseChecker.findings(in: reading.content)
        .filter { $0.severity == .error }
        .map(reading.diagnostic)
    } catch {
      return error.diagnostics
    }
  }
}

import Backchannel
import CaseModel
import Formats
import Foundation
import GraphModel
import TestSupport
import Testing

@Suite("Checks with archived texts")
struct CheckTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func findings(archive: String, quote: String, sha256: String? = nil) throws
    -> [Diagnostic]
  {
    let text = """
      format: backchannel-case
      version: 1
      case: {id: x, title: X}
      entities: [{id: vance, type: Person, name: Eleanor Vance}]
      events: [{id: S1, type: Statement, title: Remarks, participants: [{who: vance, role: speaker}]}]
      sources: [{id: paper, title: Paper, archive: "\(archive)"\(sha256.map { ", sha256: \($0)" } ?? "")}]
      claims:
        - {id: c1, claimant: vance, stance: asserts, about: S1/vance, source: paper, quote: "\(quote)"}
      """
    let reading = try CaseDocument.read(Array(text.utf8), file: "case.yaml")
    return CaseCheck.diagnostics(in: reading, archive: sandbox.path)
  }

  @Test("A quote must stand in the archived text, line breaks and quotation marks aside")
  func quotes() throws {
    try sandbox.write("She said: “It was\n  necessary and ‘useful’.”", to: "paper.txt")
    let good = try findings(archive: "paper.txt", quote: "It was necessary and 'useful'.")
    #expect(!good.contains { $0.code == .quoteNotInSource }, "\(good)")
    let bad = try findings(archive: "paper.txt", quote: "It was unnecessary")
    let finding = try #require(bad.first { $0.code == .quoteNotInSource })
    #expect(finding.position?.line == 8)
  }

  @Test("A text that has changed since it was archived is found by its SHA-256 sum")
  func hash() throws {
    try sandbox.write("abc", to: "paper.txt")
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(
      !(try findings(archive: "paper.txt", quote: "abc", sha256: sum))
        .contains { $0.code == .archiveChanged }
    )
    try sandbox.write("abd", to: "paper.txt")
    #expect(
      try findings(archive: "paper.txt", quote: "abd", sha256: sum)
        .contains { $0.code == .archiveChanged }
    )
  }

  @Test(
    "No text outside of the folder of the case is read",
    arguments: ["link/secret.txt", "missing.txt", "."]
  )
  func outside(path: String) throws {
    let outside = try Sandbox()
    try outside.write("root:", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.file("link"),
      withDestinationPath: outside.path
    )
    let found = try findings(archive: path, quote: "root:")
    #expect(found.contains { $0.code == .archiveMissing }, "\(found)")
  }

  @Test("A path out of the folder is refused", arguments: ["/etc/passwd", "../secret.txt"])
  func refused(path: String) {
    let error = #expect(throws: FormatError.self) { try findings(archive: path, quote: "root:") }
    #expect(error?.diagnostics.first?.position?.line == 6)
  }
}

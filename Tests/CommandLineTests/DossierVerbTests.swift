import Foundation
import TestSupport
import Testing

@Suite("The verb dossier")
struct DossierVerbTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("In a fresh folder it writes one page, says what is in it, and keeps a file that exists")
  func page() throws {
    let run = try sandbox.run("dossier", "--demo", "-o", "case.html")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.transcript)")
    #expect(
      run.errors
        == "Wrote case.html: 83 claims, 1 source, 3 questions not fully answered, nothing hidden.\n"
    )
    let text = String(decoding: try sandbox.read("case.html"), as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(text.contains("<svg viewBox=") && text.hasSuffix("</html>\n"))
    #expect(try sandbox.run("dossier", "--demo", "-o", "case.html").status == 2)
    let again = try sandbox.run("dossier", "--demo")
    #expect(again.bytes == (try sandbox.read("case.html")), "the same bytes in a pipe")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == ["case.html"])
  }

  @Test("Markdown of the built-in case is what was recorded")
  func markdown() throws {
    let run = try sandbox.run("dossier", "--demo", "--format", "md")
    #expect(run.status == 0, "\(run.transcript)")
    let difference = try GoldenFile.difference(
      run.output,
      from: "Tests/CommandLineTests/Golden/dossier.md"
    )
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Markdown takes a diagram beside it, by its name in one folder")
  func diagramBeside() throws {
    let folder = sandbox.file("out")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let run = try sandbox.run(
      "dossier",
      "M1",
      "--demo",
      "-o",
      "out/m1.md",
      "--diagram",
      "out/m 1.svg"
    )
    #expect(run.status == 0, "\(run.transcript)")
    let text = String(decoding: try sandbox.read("out/m1.md"), as: UTF8.self)
    #expect(text.contains("![The diagram](m%201.svg)"))
    #expect(String(decoding: try sandbox.read("out/m 1.svg"), as: UTF8.self).hasPrefix("<svg"))
    let refused = try sandbox.run(
      "dossier",
      "M1",
      "--demo",
      "-o",
      "out/m2.md",
      "--diagram",
      "out/m 1.svg"
    )
    #expect(refused.status == 2 && refused.errors.contains("exists already"))
  }

  @Test("What is confidential is not in a public dossier, nor its name, nor a count of it")
  func publicEdition() throws {
    try sandbox.write(
      """
      format: backchannel-case
      version: 1
      case: {id: two, title: Two sources}
      entities:
        - {id: anna, type: Person, name: Anna Ahorn}
        - {id: mole, type: Person, name: Mole Maulwurf}
      events:
        - {id: M1, type: Meeting, title: Lunch, participants: [anna]}
        - {id: supper, type: Meeting, title: Hidden lunch, participants: [mole]}
      sources: [{id: paper, title: Paper}, {id: leak, title: Leak, confidential: true}]
      claims:
        - {id: c1, claimant: anna, stance: asserts, about: M1/anna, source: paper}
        - {id: secret, claimant: mole, stance: asserts, about: supper/mole, source: leak}
      """,
      to: "case.yaml"
    )
    let whole = try sandbox.run("dossier", "--case", "case.yaml")
    #expect(whole.output.contains("Not for publication") && whole.output.contains("Maulwurf"))
    let run = try sandbox.run("dossier", "--case", "case.yaml", "--public")
    #expect(run.status == 0, "\(run.transcript)")
    #expect(run.errors.contains("Left out: 1 claim, 1 source"))
    for secret in ["Maulwurf", "mole", "Leak", "leak", "Hidden lunch", "supper", "secret"] {
      #expect(!run.output.contains(secret), "\(secret)")
    }
    #expect(run.output.contains("Public edition"))
    let named = try sandbox.run("dossier", "--case", "case.yaml", "--public", "--without", "leak")
    #expect(named.status == 2 && named.errors.contains("no source"))
  }

  @Test(
    "A wrong command line exits 2 and says how to put it right",
    arguments: [
      (["dossier", "--demo", "-o", "x.pdf"], ".html, .md"),
      (["dossier", "--demo", "--diagram", "x.svg"], "--format md"),
      (["dossier", "Q1", "--demo"], "neither an event nor"),
      (["dossier", "nobody-at-all", "--demo"], "there is no"),
    ]
  )
  func usage(arguments: [String], words: String) throws {
    let run = try sandbox.start(arguments).finish()
    #expect(run.status == 2 && run.output.isEmpty, "\(run.transcript)")
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("Where a filter hides all there is, it writes nothing and exits 1")
  func nothing() throws {
    let run = try sandbox.run("dossier", "--demo", "--as-known", "2000-01-01", "-o", "x.html")
    #expect(run.status == 1, "\(run.transcript)")
    #expect(run.errors.contains("Nothing to tell.") && run.errors.contains("Hidden: "))
    #expect(!FileManager.default.fileExists(atPath: sandbox.file("x.html")))
  }

  @Test("Without its diagram the page says nothing of one")
  func noDiagram() throws {
    let run = try sandbox.run("dossier", "--demo", "--no-diagram")
    #expect(run.status == 0)
    #expect(!run.output.contains("section-diagram") && !run.output.contains("id=\"view\""))
  }
}

import Foundation
import TestSupport
import Testing

@Suite("The seed case on the command line")
struct SeedCaseTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(
    "who-met lists the chiefs as confirmed by one side, the SVR head as unconfirmed, and ends with what is not known"
  )
  func whoMet() throws {
    let run = try sandbox.run("who-met", "Mike Pompeo", "--demo", "--format", "tsv")
    #expect(run.status == 0, "\(run.transcript)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let chiefs = try #require(rows.first { $0.contains("Russian intelligence chiefs (unnamed)") })
    #expect(chiefs.first == "confirmed")
    #expect(chiefs.contains("confirmed by one side (United States)"))
    let head = try #require(rows.first { $0.count > 2 && $0[1] == "Sergey Naryshkin" })
    #expect(head.first == "unconfirmed")
    let parts = run.output.components(separatedBy: "# Not known\n")
    #expect(parts.count == 2)
    #expect(parts[1].contains("Nobody confirms that Sergey Naryshkin took part in M1."))
    #expect(parts[1].contains("Q2 open"))
    #expect(!parts[1].contains("\t"), "nothing but the unknown follows")
  }

  @Test("met says that nobody confirms it and who was asked, and exits 0")
  func met() throws {
    let run = try sandbox.run("met", "pompeo", "naryshkin", "--demo", "--format", "tsv")
    #expect(run.status == 0)
    #expect(run.output.contains("Nobody confirms that Sergey Naryshkin took part in M1."))
    #expect(run.output.contains("Asked, and neither confirming nor denying: Jon Huntsman, Russia"))
    #expect(run.output.contains("Russia declines, United States contradictory"))
  }

  @Test("questions shows three, the topic partially answered by claims of both sides")
  func questions() throws {
    let run = try sandbox.run("questions", "--demo", "--json")
    #expect(run.status == 0)
    let questions = try #require(try run.json["questions"] as? [[String: Any]])
    #expect(questions.compactMap { $0["id"] as? String } == ["Q1", "Q2", "Q3"])
    #expect(questions.compactMap { $0["state"] as? String } == ["partial", "open", "partial"])
    let answers = try #require(questions[2]["answers"] as? [[String: Any]])
    let evidence = try #require(answers.first?["evidence"] as? [String: Any])
    let claimants = try #require(evidence["claimants"] as? [String])
    #expect(claimants.contains("us-officials") && claimants.contains("ru-officials"))
  }

  @Test("conflicts shows what the ambassador said and left open")
  func conflicts() throws {
    let run = try sandbox.run("conflicts", "--demo", "--format", "table")
    #expect(run.status == 0)
    #expect(run.output.contains("Jon Huntsman both says and leaves open that Sergey Naryshkin"))
  }

  @Test(
    "Before the interview nothing is known",
    arguments: [
      ["who-met", "pompeo"], ["met", "pompeo", "naryshkin"], ["questions"], ["conflicts"],
      ["timeline"], ["claims"], ["claims", "M1"], ["path", "pompeo", "naryshkin"], ["render"],
    ]
  )
  func asKnown(verb: [String]) throws {
    let run = try sandbox.start(verb + ["--demo", "--as-known", "2018-01-29"]).finish()
    #expect(run.status == 1, "\(run.transcript)")
    let text = run.output + run.errors
    #expect(text.contains("not certainly known by that day"), "\(text)")
    #expect(!text.contains("Huntsman"))
  }

  @Test("What a filter hides is not told by the claims about it, in JSON either")
  func hiddenFacts() throws {
    let run = try sandbox.run("claims", "M1", "--demo", "--as-known", "2018-01-29", "--json")
    #expect(run.status == 1)
    #expect(!run.output.contains("Pompeo"), "\(run.output)")
  }

  @Test("Without the only source nothing is left, and the answer says why")
  func without() throws {
    let run = try sandbox.run("who-met", "pompeo", "--demo", "--without", "story")
    #expect(run.status == 1)
    #expect(run.output.contains("rest on sources left out"))
    #expect(run.output.contains("Seen without story."))
  }

  @Test(
    "The head of the SVR is found by any of his names",
    arguments: [
      "Naryshkin", "naryshkin", "NARYSHKIN", "Sergei Naryshkin", "Нарышкин", "SVR head",
      "head of the SVR", "Sergey Evgenyevich Naryshkin", "Narishkin",
    ]
  )
  func names(name: String) throws {
    let run = try sandbox.run("profile", name, "--demo", "--json")
    #expect(run.status == 0, "\(run.transcript)")
    #expect((try run.json["entity"] as? [String: Any])?["id"] as? String == "naryshkin")
  }

  @Test("An ambiguous name lists candidates with their posts and exits 2")
  func ambiguous() throws {
    let run = try sandbox.run("who-met", "officials", "--demo")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("'officials' can mean 4 records"))
    #expect(run.errors.contains("[us-officials]") && run.errors.contains("[ru-officials]"))
  }

  @Test("The warnings are listed with what they are about")
  func warnings() throws {
    let run = try sandbox.run("timeline", "pompeo", "--demo", "--format", "tsv")
    #expect(run.output.contains("S5 Pompeo's renewed warning of interference"))
    #expect(run.output.contains("S6 Pompeo's warning in October"))
    let claims = try sandbox.run("claims", "S5", "--demo", "--format", "tsv")
    #expect(claims.output.contains("Russian interference in the 2018 midterm elections"))
    #expect(claims.output.contains("the 2020 presidential election as a target"))
  }

  @Test(
    "One command each gives who met whom, a diagram and JSON, from any folder, and leaves no file"
  )
  func threeUses() throws {
    #expect(try sandbox.run("who-met", "Mike Pompeo", "--demo").status == 0)
    let diagram = try sandbox.run("render", "--demo")
    #expect(diagram.status == 0)
    #expect(diagram.output.hasPrefix("<svg"))
    let export = try sandbox.run("export", "--demo")
    #expect(try export.json["format"] as? String == "backchannel-case")
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path).isEmpty)
  }
}

extension ProgramRun {
  /// What was printed, read as a JSON object.
  var json: [String: Any] {
    get throws {
      try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }
  }
}

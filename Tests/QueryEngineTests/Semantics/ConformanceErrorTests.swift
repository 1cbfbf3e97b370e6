import CypherSyntax
import Foundation
import GraphModel
import QueryEngine
import Testing

@Suite("Errors before running, by the openCypher conformance kit")
struct ConformanceErrorTests {
  /// Holds how many scenarios came out how.
  struct Tally {
    var exact = 0
    var parserErrors = 0
    var valid = 0
    var wrong: [String] = []
    var missed: [String] = []
    var falseAlarms: [String] = []
    var unparsed: [String] = []
  }

  @Test("Every error is found, exactly, and no other")
  func errors() throws {
    guard let features = ConformanceScenario.features else {
      print("skipped: the conformance kit is not here (set BACKCHANNEL_SHARED)")
      return
    }
    var tally = Tally()
    for scenario in try ConformanceScenario.all(in: features) {
      if let error = scenario.error, error.phase == "compile time" {
        check(scenario, error, &tally)
      } else if scenario.error?.phase != "any time" {
        checkValid(scenario.query, scenario, &tally)
      }
      for query in scenario.otherQueries { checkValid(query, scenario, &tally) }
    }
    print(tally.report)
    #expect(tally.exact > 0)
    #expect(tally.wrong == [])
    #expect(tally.missed == [])
    #expect(tally.falseAlarms == [])
  }

  private func check(
    _ scenario: ConformanceScenario,
    _ expected: ConformanceScenario.ExpectedError,
    _ tally: inout Tally
  ) {
    let place = "\(scenario.name)\n\(scenario.query)"
    let found: QueryError?
    do {
      let query = try CypherParser.parse(scenario.query)
      found = analyze(query, scenario.query, scenario).first
    } catch {
      found = error.first
      tally.parserErrors += 1
    }
    guard let error = found else {
      tally.missed.append("\(expected.detail) in \(place)")
      return
    }
    let isExact =
      error.kind.rawValue == expected.kind && error.code.rawValue == expected.detail
      && error.phase == .compileTime
    if isExact {
      tally.exact += 1
    } else {
      tally.wrong.append(
        "\(error.kind.rawValue) \(error.code.rawValue) for \(expected.detail): \(error.message)"
          + " in \(place)"
      )
    }
  }

  private func checkValid(_ text: String, _ scenario: ConformanceScenario, _ tally: inout Tally) {
    guard let query = try? CypherParser.parse(text) else {
      tally.unparsed.append("\(scenario.name)\n\(text)")
      return
    }
    if let error = analyze(query, text, scenario).first {
      tally.falseAlarms.append(
        "\(error.code.rawValue): \(error.message) in \(scenario.name)\n\(text)"
      )
    } else {
      tally.valid += 1
    }
  }

  private func analyze(
    _ query: Query,
    _ text: String,
    _ scenario: ConformanceScenario
  ) -> [QueryError] {
    let analyzer = SemanticAnalyzer(
      catalog: .standard,
      procedures: scenario.procedures,
      parameters: scenario.parameters
    )
    return analyzer.analyze(query, text: text)
  }
}

extension ConformanceErrorTests.Tally {
  /// The counts, and the first of what is not right.
  var report: String {
    var lines = [
      "exact \(exact), wrong \(wrong.count), missed \(missed.count), "
        + "false alarms \(falseAlarms.count), valid \(valid), "
        + "of the exact and wrong ones by the parser \(parserErrors), not parsed \(unparsed.count)"
    ]
    for (name, list) in [
      ("wrong", wrong), ("missed", missed), ("false alarm", falseAlarms), ("not parsed", unparsed),
    ] {
      lines += list.prefix(40).map { "\(name): \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}

import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// A verb that reads a case through filters and prints an answer.
protocol ReadingCommand: ParsableCommand {
  var caseOptions: CaseOptions { get }
  var filterOptions: FilterOptions { get }
  var outputOptions: OutputOptions { get }

  /// Returns the answer for people and for programs.
  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue)
}

extension ReadingCommand {
  /// Prints the answer; exits with 1 when nothing was found.
  func run() throws {
    let index = CaseIndex(try caseOptions.open().content())
    let finder = NameFinder(index)
    let view = CaseView(index, filter: try filterOptions.filter(finder))
    let (report, json) = try answer(view, finder: finder)
    outputOptions.print(report, json: json)
    if !report.isFound { throw ExitCode(1) }
  }
}

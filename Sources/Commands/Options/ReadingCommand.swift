import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// A verb that reads a case through filters and prints an answer.
protocol ReadingCommand: Verb {
  var caseOptions: CaseOptions { get }
  var filterOptions: FilterOptions { get }
  var outputOptions: OutputOptions { get }

  /// What is asked about, so that no more of a large case need be read.
  var subject: AnswerSubject { get }

  /// Returns the answer for people and for programs.
  func answer(_ view: CaseView, finder: NameFinder) throws -> (report: Report, json: JSONValue)
}

extension ReadingCommand {
  var subject: AnswerSubject { .everything }

  /// Prints the answer; exits with 1 when nothing was found.
  func run() throws {
    let (report, json) = try WaitingNote.whileReading {
      let (view, finder) = try caseOptions.open().view(
        of: subject,
        isFiltered: !filterOptions.isEmpty,
        exact: filterOptions.exact
      ) { finder throws(BackchannelError) in try filterOptions.filter(finder) }
      UntilExit.keep(view)
      UntilExit.keep(finder)
      return try answer(view, finder: finder)
    }
    outputOptions.print(report, json: json)
    if !report.isFound { throw ExitCode(1) }
  }
}

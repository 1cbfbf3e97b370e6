import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Shows the built-in case and what can be asked of it.
struct Demo: Verb {
  static let verb = "demo"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "The built-in case, in memory: what it holds and what to ask it.",
    discussion: """
      Example:
        backchannel demo

      Nothing is written unless --save is given.
      """
  )

  @Option(
    help: ArgumentHelp("Also keep the case in this file.", valueName: "file"),
    completion: .file()
  )
  var save: String?
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let content = try Case.demoContent()
    let view = CaseView(CaseIndex(content))
    let statistics = CaseStatistics(view)
    var report = Report()
    report.heading("\(content.info.title)")
    report.lines([Report.Line(content.info.summary ?? "")])
    report.add(statistics)
    report.lines([Report.Line(try saved(content))])
    report.heading("Try")
    report.lines(Self.suggestions)
    outputOptions.print(report, json: statistics.json(view))
  }

  private func saved(_ content: CaseContent) throws(BackchannelError) -> String {
    guard let save else {
      return "In memory; nothing was written. Keep it with: backchannel demo --save FILE"
    }
    let author = WriteOptions.author(named: nil, why: "the built-in case", verb: "demo")
    _ = try Case.create(save, content: content, author: author)
    return "Saved as \(save). Use it with --case \(save)"
  }

  private static let suggestions = [
    ("who-met \"Mike Pompeo\" --demo", "with whom he met, and who says so"),
    ("met pompeo naryshkin --demo", "whether these two met"),
    ("claims M1 --tree --demo", "every word behind one meeting"),
    ("questions --demo", "what nobody has answered"),
    ("render --demo -o case.svg", "the picture, with its legend"),
  ].map { command, purpose in
    Report.Line("backchannel " + TextWrap.padded(command, to: 30) + "   " + purpose, indentation: 1)
  }
}

import ArgumentParser
import Backchannel
import CaseModel
import Foundation

/// Makes an empty case.
struct Init: Verb {
  static let verb = "init"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Make an empty case.",
    discussion: """
      Examples:
        backchannel init
        backchannel init harbour --title "Who met the harbour master?"

      Without a name it is the file that other verbs take by default: that of --case, else of
      $BACKCHANNEL_CASE, else case.backchannel in the current folder.
      """
  )

  @Argument(help: "The file to make.", completion: .file()) var file: String?
  @Option(help: ArgumentHelp("A headline.", valueName: "text")) var title: String?
  @Option(help: ArgumentHelp("A short name; else that of the file.", valueName: "name"))
  var id: String?
  @OptionGroup var caseOptions: StoredCaseOptions
  @OptionGroup var writeOptions: WriteOptions

  func run() throws {
    let given = StoredCaseOptions.path(file ?? caseOptions.path)
    let url = URL(fileURLWithPath: given)
    let path = url.pathExtension.isEmpty ? given + ".backchannel" : given
    let name = url.deletingPathExtension().lastPathComponent
    let id = id ?? name
    let info = CaseInfo(id: id, title: title ?? id)
    if writeOptions.dryRun {
      try Case.checkCreatable(path)
      Console.current.note("Would make \(path). Nothing was written.")
      return
    }
    let author = writeOptions.author(verb: "init")
    _ = try Case.create(path, content: CaseContent(info: info), author: author)
    Console.current.note("Made \(path). Fill it with: backchannel import CASE.yaml --case \(path)")
  }
}

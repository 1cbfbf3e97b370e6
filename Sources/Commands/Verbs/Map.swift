import ArgumentParser
import Backchannel
import Formats
import GraphModel

/// Proposes a mapping for a register.
struct Map: Verb {
  static let verb = "map"

  static let configuration = CommandConfiguration(
    commandName: verb,
    abstract: "Propose what the columns of a register mean, as a mapping for 'import'.",
    discussion: HelpText.flowing(
      """
      Examples:
        backchannel map trips.csv
        backchannel map trips.csv --publisher "An office" -o trips.yaml --force

      Looks at the first rows of a table (CSV and the like), and says what each column becomes and
      why, and how the first rows would be read. With -o the mapping is written: read it through,
      put right what is wrong, and import:

        backchannel import trips.csv --mapping trips.yaml -n

      What is not understood becomes a note of the event, so that nothing is lost. Exits with 1
      where no row could be taken.
      """
    )
  )

  @Argument(
    help: "A table; - is standard input.",
    completion: .file(extensions: ["csv", "tsv", "tab", "psv", "txt", "gz"])
  )
  var file: String
  @Option(
    help: ArgumentHelp(
      "Who published the register: each row is a claim of this publisher.",
      valueName: "name"
    )
  )
  var publisher: String?
  @Option(help: ArgumentHelp("What the register is called.", valueName: "text")) var title: String?
  @OptionGroup var encodingOptions: EncodingOptions
  @OptionGroup var fileOptions: OutputFileOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    try RecordFiles.checkNeedsMapping(file)
    let sample: RegisterSample
    do throws(FormatError) {
      sample = try RegisterSample(path: file, encoding: encodingOptions.encoding)
    } catch { throw BackchannelError(error) }
    let shipped = MappingLibrary.fitting(sample)
    let proposal = try proposal(sample, shipped: shipped)
    let preview = try MappingPreview(proposal)
    if fileOptions.output == "-" {
      Console.current.print(proposal.text)
    } else {
      let path = fileOptions.output
      if path != nil { try fileOptions.write(Array(proposal.text.utf8), fallback: nil) }
      let report = MapReport(
        proposal,
        preview,
        shipped: shipped,
        isWritten: path != nil
      )
      outputOptions.print(report.report, json: report.json)
    }
    if preview.outcome.takenCount == 0 { throw ExitCode(1) }
  }

  private func proposal(_ sample: RegisterSample, shipped: String?) throws(BackchannelError)
    -> MappingProposal
  {
    do throws(FormatError) {
      return try MappingProposal(
        sample,
        title: title,
        publisher: publisher,
        mappingFile: fileOptions.path(fallback: nil)
      )
    } catch {
      guard let shipped else { throw BackchannelError(error) }
      throw .usage(
        "nothing can be proposed, but a mapping for such a table comes with the program",
        "backchannel import \(file) --mapping \(shipped)"
      )
    }
  }
}

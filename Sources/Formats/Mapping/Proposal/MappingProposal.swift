import CaseModel
import Foundation
import GraphModel

/// Says what a register is called and who published it, as far as somebody said so.
struct ProposalNaming {
  let id: String
  let title: String
  let publisher: String
  let hasTitle: Bool
  let hasPublisher: Bool
  let delimiter: UInt8
  /// The command that imports the register.
  let command: String
}

/// Proposes a mapping for a register: what its columns mean by their names and values.
///
/// The text is a mapping that `Mapping.read` takes, with a comment on each line that says why it is
/// there. What is not understood becomes a note, so that nothing is lost.
public struct MappingProposal: Sendable {
  /// The rows that were looked at.
  public let sample: RegisterSample
  /// What each column becomes, in the order of the file.
  public let columns: [ProposedColumn]
  /// The mapping, in YAML.
  public let text: String
  /// What keeps the fields apart.
  public let delimiter: UInt8
  /// What the register is called.
  public let title: String
  /// Who published it, as the mapping says.
  public let publisher: String
  /// Whether rows become links between two names, since nothing makes them events.
  public let isRelations: Bool
  /// The file that the mapping is to stand in.
  public let mappingFile: String
  /// The command that imports the register by the mapping.
  public let command: String
  /// What somebody must look at before the mapping is used.
  public let questions: [String]

  /// Makes a proposal.
  ///
  /// - Parameters:
  ///   - title: What the register is called; after the file where it is not said.
  ///   - publisher: Who published it; the mapping marks the place where it is not said.
  ///   - mappingFile: The file that the mapping is to stand in.
  /// - Throws: `missingKey` where no column holds names.
  public init(
    _ sample: RegisterSample,
    title: String? = nil,
    publisher: String? = nil,
    mappingFile: String? = nil
  ) throws(FormatError) {
    self.sample = sample
    var maker = ProposalMaker(sample)
    let plan = maker.make()
    guard !plan.participants.isEmpty, plan.date != nil || plan.hasTwoSides else {
      throw Self.nobody(sample)
    }
    let stem = Self.stem(sample.file)
    let slug = ReadableID.slug(stem)
    delimiter = try DelimitedReader(sample.makeSource(), sample.table).delimiter
    self.title = title ?? stem
    self.publisher = publisher ?? "Publisher of \(stem)"
    let file = sample.file == "standard input" ? "-" : sample.file
    self.mappingFile = mappingFile ?? "\(stem).yaml"
    command =
      "backchannel import \(Self.argument(file)) --mapping \(Self.argument(self.mappingFile))"
    let naming = ProposalNaming(
      id: slug.isEmpty ? "register" : slug,
      title: self.title,
      publisher: self.publisher,
      hasTitle: title != nil,
      hasPublisher: publisher != nil,
      delimiter: delimiter,
      command: command
    )
    columns = plan.columns
    isRelations = plan.isRelations
    var writer = ProposalWriter(plan, sample, naming)
    text = writer.text()
    questions = Self.questions(plan, naming)
  }

  private static func stem(_ file: String) -> String {
    var name = URL(fileURLWithPath: file).lastPathComponent
    for ending in [".gz", ".csv", ".tsv", ".tab", ".psv", ".txt"]
    where name.lowercased().hasSuffix(ending) && name.utf8.count > ending.utf8.count {
      name.removeLast(ending.count)
    }
    return YAMLText.comment(name)
  }

  /// Returns a word as a shell takes it.
  private static func argument(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-_./+=:,@".utf8.contains(byte) || byte >= 0x80
      }
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func questions(_ plan: ProposalPlan, _ naming: ProposalNaming) -> [String] {
    var questions: [String] = []
    if !naming.hasPublisher {
      questions.append("Who published the register? Say it with --publisher, or in the mapping.")
    }
    if let date = plan.date {
      if date.reason.contains("undecided") || date.reason.contains("look at them") {
        questions.append("Dates: \(date.reason).")
      }
    } else if plan.isRelations {
      questions.append("No column holds dates: the rows become links, and no events.")
    } else {
      questions.append("No column holds dates: are these rows events at all?")
    }
    if let key = plan.possibleKey { questions.append("\(key.reason).") }
    return questions
  }

  private static func nobody(_ sample: RegisterSample) -> FormatError {
    FormatError([
      Diagnostic(
        .missingKey,
        "nothing in the table tells who met whom: no columns look like their names",
        file: sample.file,
        remedy: "columns are \(sample.columns.prefix(20).joined(separator: ", ")); if one of them "
          + "holds names, write the mapping by hand as data/mappings/README.md says"
      )
    ])
  }
}

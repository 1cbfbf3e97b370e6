public import CaseModel
import GraphModel

/// Says how the rows of a register become events, posts and relations with their claims;
/// data/schema/mapping.schema.json documents the file it is read from.
public struct Mapping: Sendable {
  /// The value of `format` in a mapping.
  public static let format = "backchannel-mapping"
  /// The highest version that can be read.
  public static let version = 1

  /// The path of the mapping, for messages.
  public let file: String
  /// The text of the mapping, for messages.
  public let text: String
  /// What the case is called that begins with this register.
  public internal(set) var caseInfo: CaseInfo?
  /// How rows stand in the file.
  public internal(set) var table = DelimitedFormat()
  /// The encoding of the file; found out where it is not said.
  public internal(set) var encoding: TextEncoding?
  /// Words that stand for nothing, as keys of `WordMap`.
  var emptyWords: Set<String> = []
  var register = RegisterRule()
  var claims = ClaimRule()
  var names: [NamedEntity] = []
  var skips: [SkipRule] = []
  /// Cells that are made of others, in the order in which they are made.
  var cells: [(slot: Int, text: MappedText)] = []
  var events: [EventRule] = []
  var relations: [RelationRule] = []
  var posts: [HeldPostRule] = []
  var sameness: [SamenessRule] = []
  /// The columns that the rules name.
  var columns = MappedColumns()

  init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}

/// Numbers the columns that a mapping names, and remembers where.
struct MappedColumns: Sendable {
  private(set) var names: [String] = []
  private(set) var positions: [SourcePosition] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String, at position: SourcePosition) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    positions.append(position)
    return names.count - 1
  }
}

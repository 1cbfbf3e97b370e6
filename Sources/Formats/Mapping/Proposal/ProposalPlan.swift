/// Says what a column of a register becomes by a proposal, and why.
public struct ProposedColumn: Sendable {
  /// The name, as the mapping has it.
  public let name: String
  /// How many cells say something.
  public let filledCount: Int
  /// How many different values there are.
  public let distinctCount: Int
  /// A few values.
  public let examples: [String]
  /// What it becomes; nothing where the mapping makes nothing of it.
  public internal(set) var use: String?
  /// Why.
  public internal(set) var reason = ""
}

/// Holds what a proposal says, before it is written.
struct ProposalPlan {
  /// A value of the mapping and the reason for it.
  struct Line {
    var value: String
    var reason: String
  }

  struct Participant {
    /// The columns of the name: one, or first and last name.
    var columns: [Int]
    var name: String
    var reason: String
    var type = "Person"
    /// How the type comes from the row, where a column says it.
    var typeRule: String?
    var role: String?
    var split: [String] = []
    var brackets: BracketMeaning?
    /// Keys with their values in flow style, such as `memberOf`.
    var more: [(key: String, value: String)] = []
    var when: String?
  }

  var columns: [ProposedColumn]
  /// Words that stand for nothing, with their counts.
  var nothings: [(word: String, count: Int)] = []
  var skips: [(when: String, reason: String)] = []
  var cells: [(name: String, value: String)] = []
  var link: Line?
  var key: Line?
  /// A key that would be right if equal rows were one event.
  var possibleKey: Line?
  var date: Line?
  var type: Line?
  var title: Line?
  var places: [Line] = []
  var topics: [Line] = []
  var participants: [Participant] = []
  var notes: [Line] = []
  /// Free text that tells of contacts, which only people can say how well it is read.
  var remarks: Line?
  /// Columns that are kept in the file only.
  var unused: [Line] = []
  /// Where rows are links between two and no events: the word for the link.
  var isRelations = false
  var word: String?

  /// Whether a row, or the rows of a key, can name two who took part.
  var hasTwoSides: Bool {
    participants.count > 1 || participants.contains { !$0.split.isEmpty }
      || columns.contains { $0.use == "key (rows of one event)" }
  }

  mutating func use(_ column: Int, as use: String, _ reason: String) {
    columns[column].use = use
    columns[column].reason = reason
  }
}

import CaseModel
import Foundation

/// Makes the plan of a mapping from what the columns hold, one file for each part of it.
struct ProposalMaker {
  let sample: RegisterSample
  let profiles: [ColumnProfile]
  let roles: ColumnRoles
  var plan: ProposalPlan
  /// The participants by the columns of their names.
  var slots: [(columns: [Int], role: HeaderRole)] = []

  /// Values of all columns together that are looked at closely.
  private static let valueBudget = 100_000

  init(_ sample: RegisterSample) {
    self.sample = sample
    let limit = min(1_000, max(40, Self.valueBudget / max(1, sample.columns.count)))
    let profiles = sample.columns.indices.map { ColumnProfile(sample, $0, valueLimit: limit) }
    self.profiles = profiles
    roles = ColumnRoles(profiles)
    plan = ProposalPlan(
      columns: profiles.map {
        ProposedColumn(
          name: $0.name,
          filledCount: $0.filledCount,
          distinctCount: $0.distinctCount,
          examples: $0.examples
        )
      }
    )
  }

  /// Returns the plan; one without participants where no column holds names.
  mutating func make() -> ProposalPlan {
    findSlots()
    makeParticipants()
    makeDate()
    makeKey()
    makePlaces()
    makeTopics()
    makeType()
    makeLink()
    decideRelations()
    makeNotes()
    makeSkips()
    makeNothings()
    return plan
  }

  // MARK: - Words

  func name(_ column: Int) -> String { profiles[column].name }

  func column(_ index: Int) -> String { YAMLText.column(name(index)) }

  /// "98 % of 1,204 values".
  func share(_ share: Double, _ profile: ColumnProfile) -> String {
    "\(Self.percent(share)) of \(Self.counted(profile.filledCount, "value"))"
  }

  static func percent(_ share: Double) -> String {
    share >= 0.995 && share < 1 ? "over 99 %" : "\(Int((share * 100).rounded())) %"
  }

  /// Returns a number with commas: 1,204.
  static func number(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits.removeLast(3)
    }
    return ([digits] + groups.reversed()).joined(separator: ",")
  }

  /// Returns "1 row" or "1,204 rows".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  func isNamed(_ column: Int) -> Bool { roles.named.contains(column) }

  /// Says whether the head or the values tell what a column holds, and how many values it has.
  func ground(_ column: Int, _ looks: String) -> String {
    let profile = profiles[column]
    let count =
      "\(Self.number(profile.distinctCount)) in \(Self.counted(profile.filledCount, "row"))"
    return (isNamed(column) ? "by the name of the column; " : "the values look like \(looks); ")
      + count
  }
}

import CaseModel
import GraphModel

/// When, and what makes rows one event.
extension ProposalMaker {
  mutating func makeDate() {
    let columns = roles.columns(.date)
    let named = columns.filter { isNamed($0.index) }
    guard let first = (named.isEmpty ? columns : named).max(by: isWorseDate) else {
      // A table with a date of its end only.
      return
    }
    let end =
      roles.columns(.end).first
      ?? columns.first { $0.index != first.index && isEnd($0, of: first) }
    guard let dates = first.dates else { return }
    var parts = ["text: \(column(first.index))"]
    if let end { parts.append("to: \(column(end.index))") }
    let forms = (dates.forms + (end?.dates?.forms ?? [])).reduce(into: [String]()) { list, form in
      if !list.contains(form) { list.append(form) }
    }
    if !forms.isEmpty { parts.append("forms: \(YAMLText.list(forms))") }
    if let isDayFirst = dates.isDayFirst ?? end?.dates?.isDayFirst {
      parts.append("dayFirst: \(isDayFirst)")
    }
    let reason = "\(share(dates.share, first)) \(dates.reason)"
    plan.date = ProposalPlan.Line(
      value: parts.count == 1 ? column(first.index) : "{\(parts.joined(separator: ", "))}",
      reason: reason
        + (end.map { "; to: \(ground($0.index, "dates that are never earlier"))" } ?? "")
    )
    plan.use(first.index, as: end == nil ? "date" : "first day", reason)
    if let end { plan.use(end.index, as: "last day", ground(end.index, "later dates")) }
  }

  private func isWorseDate(_ left: ColumnProfile, _ right: ColumnProfile) -> Bool {
    let (one, two) = (left.fill * left.dateShare, right.fill * right.dateShare)
    return one == two ? left.index > right.index : one < two
  }

  /// Whether the dates of a column are never before those of another, and soon after them.
  private func isEnd(_ column: ColumnProfile, of first: ColumnProfile) -> Bool {
    guard !isNamed(column.index) || !isNamed(first.index) else { return false }
    let reader = { (profile: ColumnProfile) in
      DateReader(
        forms: (profile.dates?.forms ?? []).compactMap { DateForm($0) },
        isDayFirst: profile.dates?.isDayFirst
      )
    }
    let (begins, ends) = (reader(first), reader(column))
    var (good, bad) = (0, 0)
    for (from, to) in zip(sample.cells[first.index], sample.cells[column.index]).prefix(500) {
      guard let from = begins.read(from).date?.bounds.earliest,
        let to = ends.read(to).date?.bounds.earliest
      else { continue }
      let months = (to.year - from.year) * 12 + to.month - from.month
      if to < from || months > 2 { bad += 1 } else { good += 1 }
    }
    return good > 0 && bad == 0
  }

  // MARK: - Key

  mutating func makeKey() {
    for profile in roles.columns(.key) where profile.fill > 0.98 {
      if profile.isUnique {
        if plan.key == nil {
          plan.key = .init(
            value: column(profile.index),
            reason: "every row has one of its own, so that a corrected file is the same events"
          )
          plan.use(profile.index, as: "key", "every row has one of its own")
        }
        continue
      }
      guard profile.distinctCount * 100 <= profile.filledCount * 98 else { continue }
      let (good, bad) = agreement(profile.index, over: steadyColumns)
      guard good > 0, bad * 50 <= good else {
        if good > 0, bad * 5 <= good { offerKey(profile, bad) }
        continue
      }
      let reason =
        "\(Self.number(profile.distinctCount)) in \(Self.counted(profile.filledCount, "row")), "
        + "with the same date: rows with the same are one event"
      plan.key = .init(value: column(profile.index), reason: reason)
      if let other = plan.columns.indices.first(where: { plan.columns[$0].use == "key" }) {
        plan.columns[other].use = nil
      }
      plan.use(profile.index, as: "key (rows of one event)", reason)
      return
    }
    findPossibleKey()
  }

  /// The columns that must agree in the rows of one event: the dates, else the host.
  private var steadyColumns: [Int] {
    let dates = plan.columns.indices.filter {
      ["date", "first day"].contains(plan.columns[$0].use)
    }
    return dates.isEmpty
      ? plan.participants.filter { $0.role == "host" }.flatMap(\.columns) : dates
  }

  /// Most rows with the same key agree: people must look at the others.
  private mutating func offerKey(_ profile: ColumnProfile, _ bad: Int) {
    guard plan.possibleKey == nil else { return }
    plan.possibleKey = .init(
      value: "[" + column(profile.index) + "]",
      reason:
        "\(Self.number(profile.distinctCount)) different in \(name(profile.index)), but "
        + "\(Self.counted(bad, "row")) whose date or host is not that of the first such row: "
        + "if rows with the same are one event, take away the # before key"
    )
  }

  /// Counts the rows that have, with one value in a column, one value in the others, too, and those
  /// that do not.
  private func agreement(_ key: Int, over columns: [Int]) -> (good: Int, bad: Int) {
    guard !columns.isEmpty else { return (1, 0) }
    var seen: [String: [String]] = [:]
    var (good, bad) = (0, 0)
    for row in sample.cells[key].indices where !sample.cells[key][row].isEmpty {
      let values = columns.map { sample.cells[$0][row] }
      if let earlier = seen[sample.cells[key][row]] {
        if earlier == values { good += 1 } else { bad += 1 }
      } else {
        seen[sample.cells[key][row]] = values
      }
    }
    return (good, bad)
  }

  /// Rows that agree in all but the guests may be one event; only people who know can say so.
  private mutating func findPossibleKey() {
    guard plan.key == nil, plan.possibleKey == nil,
      let host = plan.participants.first(where: { $0.role == "host" })
    else {
      return
    }
    let dates = plan.columns.indices.filter {
      ["date", "first day"].contains(plan.columns[$0].use)
    }
    let rest = roles.columns(.topic, .place).map(\.index)
    guard !dates.isEmpty, !rest.isEmpty else { return }
    let columns = dates + host.columns + rest
    var counts: [[String]: Int] = [:]
    for row in sample.cells[columns[0]].indices {
      counts[columns.map { sample.cells[$0][row] }, default: 0] += 1
    }
    let several = counts.values.filter { $0 > 1 }.reduce(0, +)
    guard several * 20 >= sample.rowCount, several > 1 else { return }
    let names = columns.map(name).joined(separator: ", ")
    plan.possibleKey = .init(
      value: "[" + columns.map(column).joined(separator: ", ") + "]",
      reason:
        "\(Self.counted(several, "row")) agree with others in \(names): "
        + "if such rows are one event, at which all of their guests met, take away the # before key"
    )
  }
}

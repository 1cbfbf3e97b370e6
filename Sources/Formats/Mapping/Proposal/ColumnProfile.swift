import CaseModel

/// Holds what the values of one column look like.
struct ColumnProfile {
  let index: Int
  let name: String
  /// What the head says, the likeliest first.
  let headers: [HeaderRole]
  /// How many rows have the right form.
  let rowCount: Int
  /// How many cells say something.
  let filledCount: Int
  let distinctCount: Int
  /// The most frequent values, each with how often it stands.
  let values: [(text: String, count: Int)]
  /// Cells that stand for nothing, such as "n/a".
  let nothings: [String: Int]
  let longest: Int
  /// What keeps several names in a cell apart.
  let separators: NameSeparators
  let dates: DateColumn?
  /// How much of the values, or of the names in them, looks like what; 0 to 1.
  private let looks: [ValueLook: Double]

  init(_ sample: RegisterSample, _ index: Int, valueLimit: Int) {
    self.index = index
    name = sample.columns[index]
    headers = sample.table.hasHeader ? HeaderRole.roles(of: sample.columns[index]) : []
    rowCount = sample.cells[index].count
    var counts: [String: Int] = [:]
    var nothings: [String: Int] = [:]
    var longest = 0
    var first: [String] = []
    for cell in sample.cells[index] where !cell.isEmpty {
      if ProposalWords.isNothing(cell) {
        nothings[cell, default: 0] += 1
        continue
      }
      if counts[cell] == nil {
        longest = max(longest, cell.utf8.count)
        if first.count < valueLimit { first.append(cell) }
      }
      counts[cell, default: 0] += 1
    }
    self.nothings = nothings
    self.longest = longest
    distinctCount = counts.count
    filledCount = counts.values.reduce(0, +)
    values = first.map { ($0, counts[$0] ?? 0) }
    let short = values.filter { $0.text.utf8.count <= 2_000 }
    separators = NameSeparators(short)
    looks = Self.looks(short, separators)
    dates = DateColumn(
      short,
      isNamed: Self.namesDates(headers),
      inOrder: sample.cells[index].lazy.filter { !$0.isEmpty }.prefix(400).map(\.self)
    )
  }

  /// Whether the head says that dates stand below it.
  private static func namesDates(_ headers: [HeaderRole]) -> Bool {
    headers.first.map { [.date, .end, .published].contains($0) } ?? false
  }

  private static func looks(_ values: [(text: String, count: Int)], _ separators: NameSeparators)
    -> [ValueLook: Double]
  {
    var looks: [ValueLook: Double] = [:]
    var total = 0.0
    for (text, count) in values {
      for name in separators.names(in: text) {
        looks[ValueLook(name), default: 0] += Double(count)
        total += Double(count)
      }
    }
    return total > 0 ? looks.mapValues { $0 / total } : [:]
  }

  /// Returns how much of the values looks so.
  func share(_ looks: ValueLook...) -> Double {
    looks.reduce(0) { $0 + (self.looks[$1] ?? 0) }
  }

  var isEmpty: Bool { filledCount == 0 }
  /// Whether no two cells are the same.
  var isUnique: Bool { distinctCount == filledCount && filledCount == rowCount }
  /// The share of cells that say something.
  var fill: Double { rowCount == 0 ? 0 : Double(filledCount) / Double(rowCount) }
  /// Whether most values are numbers, times or addresses: nothing that has a name.
  var isNameless: Bool { share(.number, .time, .link, .mail, .code, .phone) > 0.5 }
  var dateShare: Double { dates?.share ?? 0 }

  /// Whether the values are dates.
  var isDate: Bool {
    dateShare >= (Self.namesDates(headers) ? 0.4 : 0.85)
  }

  /// A few values, for people to see.
  var examples: [String] { values.prefix(3).map { String($0.text.prefix(60)) } }
}

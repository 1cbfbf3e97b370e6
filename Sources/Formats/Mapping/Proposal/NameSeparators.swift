import CaseModel

/// Finds out what keeps several names in one cell apart, and how a name is written.
struct NameSeparators: Hashable {
  /// The signs between names, for `split`.
  var marks: [String] = []
  /// How many of the values hold several names.
  var severalCount = 0
  /// Whether names are written "Last, First".
  var isLastFirst = false
  /// What stands in brackets behind names, if anything does.
  var brackets: BracketMeaning?

  private static let signs = [";", "|", "\n", "\u{2022}", " / "]
  /// Signs that stand in names, too.
  private static let doubtful: Set = ["\n", " / "]
  private static let conjunctions = [
    " and ", " und ", " et ", " y ", " en ", " e ", " i ", " и ", " & ",
  ]

  /// Looks at values that may be names.
  init(_ values: [(text: String, count: Int)]) {
    let total = values.reduce(0) { $0 + $1.count }
    // One word holds one name.
    let values = values.filter { value in
      value.text.utf8.contains { $0 <= UInt8(ascii: "/") || $0 == 0x3B || $0 >= 0x7C }
    }
    for sign in Self.signs {
      let several = values.filter { Self.pieces($0.text, [sign]).count > 1 }
      let count = several.reduce(0) { $0 + $1.count }
      guard count * 50 >= total, count > 0 else { continue }
      let named = several.filter { value in
        Self.pieces(value.text, [sign]).allSatisfy(Self.isName)
      }
      let namedCount = named.reduce(0) { $0 + $1.count }
      if !Self.doubtful.contains(sign) || namedCount * 10 >= count * 7 {
        marks.append(sign)
        severalCount += count
      }
    }
    findCommas(values, total: total)
    findConjunctions(values)
    brackets = Self.brackets(values, marks, total: total)
  }

  private mutating func findCommas(_ values: [(text: String, count: Int)], total: Int) {
    let cut = values.flatMap { value in
      Self.pieces(value.text, marks).map { (pieces: Self.pieces($0, [","]), count: value.count) }
    }
    let several = cut.filter { $0.pieces.count > 1 }
    let count = several.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    let persons = several.filter { cell in
      cell.pieces.allSatisfy { Self.pieces($0, Self.conjunctions).allSatisfy(Self.isName) }
    }
    if persons.reduce(0, { $0 + $1.count }) * 10 >= count * 6 {
      marks.append(",")
      severalCount += count
      return
    }
    // "Doe, Jane": two parts, the first of one word or two, in nearly all cells.
    let inverted = several.filter { pair in
      pair.pieces.count == 2
        && pair.pieces.allSatisfy { piece in
          let words = piece.split(separator: " ")
          return words.count <= 3 && words.allSatisfy { $0.first?.isUppercase == true }
            && !Self.isOrganization(piece)
        }
    }
    isLastFirst = inverted.reduce(0, { $0 + $1.count }) * 10 >= total * 7
  }

  private mutating func findConjunctions(_ values: [(text: String, count: Int)]) {
    for mark in Self.conjunctions {
      var (good, all) = (0, 0)
      for (text, count) in values {
        for piece in Self.pieces(text, marks) {
          let parts = Self.pieces(piece, [mark])
          guard parts.count > 1 else { continue }
          all += count
          // Firms have "and" in their names.
          if parts.allSatisfy({ ValueLook($0) == .person }) { good += count }
        }
      }
      if all > 0, good * 10 >= all * 8 {
        marks.append(mark)
        severalCount += marks.count == 1 ? good : 0
      }
    }
  }

  /// What brackets behind names hold; `nil` where nearly no name has any.
  private static func brackets(
    _ values: [(text: String, count: Int)],
    _ marks: [String],
    total: Int
  ) -> BracketMeaning? {
    var looks: [ValueLook: Int] = [:]
    var inner = 0
    for (text, count) in values where text.utf8.contains(UInt8(ascii: "(")) {
      for part in NameSplitter.parts(text, separators: marks, takesBrackets: true) {
        guard let bracket = part.bracket else { continue }
        inner += count
        looks[ValueLook(bracket), default: 0] += count
      }
    }
    guard inner > 0, inner * 20 >= total else { return nil }
    if (looks[.country] ?? 0) * 2 > inner { return .country }
    return (looks[.organization] ?? 0) * 3 > inner ? .agency : .note
  }

  // MARK: - Parts

  static func pieces(_ text: String, _ marks: [String]) -> [String] {
    NameSplitter.parts(text, separators: marks, takesBrackets: false).map(\.name)
  }

  /// Returns the names in a cell, each with what stands in brackets behind it.
  func names(in text: String) -> [String] { Self.pieces(text, marks) }

  private static func isName(_ text: String) -> Bool {
    let look = ValueLook(text)
    return look == .person || look == .organization && text.split(separator: " ").count > 1
  }

  private static func isOrganization(_ text: String) -> Bool { ValueLook(text) == .organization }
}

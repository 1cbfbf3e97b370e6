/// Makes the canonical text of a syntax tree.
///
/// Sets no brackets of its own but around labels, since the tree keeps those that were written.
struct CypherPrinter {
  var text = ""
  /// Whether a `|` would end the expression at hand, as in the parser.
  var endsAtBar = false

  /// Returns what a printer writes.
  static func text(_ write: (inout CypherPrinter) -> Void) -> String {
    var printer = CypherPrinter()
    write(&printer)
    return printer.text
  }

  /// Adds text as it is.
  mutating func add(_ part: String) { text += part }

  /// Prints things with something between them.
  mutating func list<Items: Sequence>(
    _ items: Items,
    between separator: String = ", ",
    _ write: (inout CypherPrinter, Items.Element) -> Void
  ) {
    var isFirst = true
    for item in items {
      if !isFirst { add(separator) }
      isFirst = false
      write(&self, item)
    }
  }

  /// Adds a name that stands where any word is a name.
  mutating func add(name: Identifier) { add(Name.plain(name.name)) }

  /// Adds a name that stands where keywords mean something else.
  mutating func add(variable: Identifier) { add(Name.variable(variable.name)) }
}

/// Tells how names are written.
enum Name {
  /// Returns a name as it is written where any word is a name.
  static func plain(_ name: String) -> String { isRegular(name) ? name : quoted(name) }

  /// Returns a name as it is written where keywords mean something else.
  static func variable(_ name: String) -> String {
    isRegular(name) && keyword(name) == .noKeyword ? name : quoted(name)
  }

  /// Returns the name of a function as it is written before its bracket.
  static func function(_ name: String) -> String {
    switch keyword(name) {
    case .count, .collect, .exists, .trim, .noKeyword: plain(name)
    default: quoted(name)
    }
  }

  /// Returns a parameter with its dollar sign.
  static func parameter(_ name: String) -> String {
    "$" + (!name.isEmpty && name.unicodeScalars.allSatisfy(isContinuing) ? name : quoted(name))
  }

  private static func quoted(_ name: String) -> String {
    "`" + name.unicodeScalars.map { $0 == "`" ? "``" : String($0) }.joined() + "`"
  }

  private static func isRegular(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, isStarting(first) else { return false }
    return name.unicodeScalars.allSatisfy(isContinuing)
  }

  private static func isStarting(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isXIDStart }
    return ByteClass.table[Int(scalar.value)] == .letter
  }

  private static func isContinuing(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return scalar.properties.isXIDContinue }
    let kind = ByteClass.table[Int(scalar.value)]
    return kind == .letter || kind == .digit
  }

  private static func keyword(_ name: String) -> Keyword {
    let bytes = ContiguousArray(name.utf8)
    return KeywordTable.shared.keyword(in: bytes, 0, bytes.count)
  }
}

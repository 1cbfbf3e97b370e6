/// Cuts an expression of the conformance kit into tokens.
struct KitTokens {
  enum Token: Hashable {
    case name(String)
    case integer(Int64)
    case float(Double)
    case string(String)
    case symbol(String)
  }

  private static let symbols = ["..", "<=", ">=", "<>"] + "()[]{}:,.+-*/%^=<>|".map(String.init)

  static func read(_ text: String) -> [Token]? {
    var rest = Substring(text)
    var tokens: [Token] = []
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "'" {
        guard let string = string(&rest) else { return nil }
        tokens.append(.string(string))
      } else if first.isLetter || first == "_" {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(name.count)
        tokens.append(.name(String(name)))
      } else if first.isNumber {
        guard let number = number(&rest) else { return nil }
        tokens.append(number)
      } else if let symbol = symbols.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(symbol.count)
        tokens.append(.symbol(symbol))
      } else {
        return nil
      }
    }
    return tokens
  }

  private static func string(_ rest: inout Substring) -> String? {
    rest.removeFirst()
    let content = rest.prefix { $0 != "'" }
    rest = rest.dropFirst(content.count)
    guard rest.first == "'", !content.contains("\\") else { return nil }
    rest.removeFirst()
    return String(content)
  }

  private static func number(_ rest: inout Substring) -> Token? {
    var digits = String(rest.prefix(while: \.isNumber))
    rest = rest.dropFirst(digits.count)
    let isFloat = rest.first == "." && rest.dropFirst().first?.isNumber == true
    if isFloat {
      let fraction = rest.dropFirst().prefix(while: \.isNumber)
      rest = rest.dropFirst(fraction.count + 1)
      digits += "." + fraction
    }
    guard rest.first?.isLetter != true else { return nil }
    return isFloat ? Double(digits).map(Token.float) : Int64(digits).map(Token.integer)
  }
}

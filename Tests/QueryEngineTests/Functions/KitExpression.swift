import GraphModel
import QueryEngine

/// Says that the small evaluator of these tests does not know a construct.
struct Unsupported: Error {}

/// Evaluates expressions without a graph, as far as the tables of the conformance kit need.
struct KitExpression {
  private var tokens: ArraySlice<KitTokens.Token>
  private let variables: [String: Value]
  private let context: FunctionContext

  static func evaluate(
    _ text: String,
    _ variables: [String: Value] = [:],
    _ context: FunctionContext = .fixed
  ) throws -> Value {
    guard let tokens = KitTokens.read(text) else { throw Unsupported() }
    var expression = KitExpression(tokens: tokens[...], variables: variables, context: context)
    let value = try expression.disjunction()
    guard expression.tokens.isEmpty else { throw Unsupported() }
    return value
  }

  private mutating func skip(_ symbol: String) -> Bool {
    guard tokens.first == .symbol(symbol) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func word(_ word: String) -> Bool {
    guard case .name(let name)? = tokens.first, name.uppercased() == word else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func disjunction() throws -> Value {
    var value = try comparison()
    while word("OR") {
      let other = try comparison()
      if value.booleanValue == true || other.booleanValue == true {
        value = true
      } else if value.isNull || other.isNull {
        value = .null
      }
    }
    return value
  }

  private mutating func comparison() throws -> Value {
    let left = try sum()
    if skip("=") { return Operators.value(left.equals(try sum())) }
    if skip("<>") { return Operators.value(left.equals(try sum()).map { !$0 }) }
    if skip("<=") { return Operators.value(left.isLessOrEqual(to: try sum())) }
    if skip("<") { return Operators.value(left.isLess(than: try sum())) }
    if skip(">=") { return Operators.value(try sum().isLessOrEqual(to: left)) }
    if skip(">") { return Operators.value(try sum().isLess(than: left)) }
    if word("IN") { return try Operators.isElement(left, of: try sum()) }
    return left
  }

  private mutating func sum() throws -> Value {
    var value = try product()
    while true {
      if skip("+") {
        value = try Operators.add(value, try product())
      } else if skip("-") {
        value = try Operators.subtract(value, try product())
      } else {
        return value
      }
    }
  }

  private mutating func product() throws -> Value {
    var value = try power()
    while true {
      if skip("*") {
        value = try Operators.multiply(value, try power())
      } else if skip("/") {
        value = try Operators.divide(value, try power())
      } else if skip("%") {
        value = try Operators.remainder(value, try power())
      } else {
        return value
      }
    }
  }

  private mutating func power() throws -> Value {
    var value = try signed()
    while skip("^") { value = try Operators.power(value, try signed()) }
    return value
  }

  private mutating func signed() throws -> Value {
    if skip("-") { return try Operators.negate(try signed()) }
    if skip("+") { return try Operators.plus(try signed()) }
    return try postfix()
  }

  private mutating func postfix() throws -> Value {
    var value = try atom()
    while true {
      if skip(".") {
        guard case .name(let key)? = tokens.popFirst() else { throw Unsupported() }
        value = try Operators.property(key, of: value, in: context)
      } else if skip("[") {
        value = try bracket(value)
      } else {
        return value
      }
    }
  }

  private mutating func bracket(_ value: Value) throws -> Value {
    let from = tokens.first == .symbol("..") ? nil : try disjunction()
    if skip("]") { return try Operators.element(of: value, at: from ?? .null, in: context) }
    guard skip("..") else { throw Unsupported() }
    let to = tokens.first == .symbol("]") ? nil : try disjunction()
    guard skip("]") else { throw Unsupported() }
    return try Operators.slice(value, from: from, to: to)
  }

  private mutating func atom() throws -> Value {
    switch tokens.popFirst() {
    case .integer(let number)?: return .integer(number)
    case .float(let number)?: return .float(number)
    case .string(let text)?: return .string(text)
    case .name(let name)?: return try named(name)
    case .symbol("(")?:
      let value = try disjunction()
      guard skip(")") else { throw Unsupported() }
      return value
    case .symbol("[")?: return .list(try values(until: "]"))
    case .symbol("{")?: return try map()
    default: throw Unsupported()
    }
  }

  private mutating func named(_ name: String) throws -> Value {
    switch name.lowercased() {
    case "null": return .null
    case "true": return true
    case "false": return false
    default: break
    }
    if let value = variables[name] { return value }
    var path = name
    while skip(".") {
      guard case .name(let next)? = tokens.popFirst() else { throw Unsupported() }
      path += "." + next
    }
    guard skip("("), let function = FunctionCatalog.standard.function(path) else {
      throw Unsupported()
    }
    return try function.evaluate(try values(until: ")"), context)
  }

  private mutating func values(until end: String) throws -> [Value] {
    var values: [Value] = []
    if skip(end) { return values }
    repeat { values.append(try disjunction()) } while skip(",")
    guard skip(end) else { throw Unsupported() }
    return values
  }

  private mutating func map() throws -> Value {
    var map: Properties = [:]
    if skip("}") { return .map(map) }
    repeat {
      guard case .name(let key)? = tokens.popFirst(), skip(":") else { throw Unsupported() }
      map[key] = try disjunction()
    } while skip(",")
    guard skip("}") else { throw Unsupported() }
    return .map(map)
  }
}

extension FunctionContext {
  /// A context whose clock stands still and that knows no graph.
  static var fixed: FunctionContext {
    let day = CalendarDate(year: 2018, month: 1, day: 30) ?? .min
    let local = LocalDateTime(date: day, time: LocalTime(hour: 12, minute: 31) ?? .midnight)
    return FunctionContext(
      graph: EmptyGraph(),
      clock: StatementClock(fixed: ZonedDateTime(local: local, offset: .utc)),
      random: RandomSource(seed: 1)
    )
  }
}

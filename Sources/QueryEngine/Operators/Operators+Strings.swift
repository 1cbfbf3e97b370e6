import Foundation
public import GraphModel

extension Operators {
  /// `left STARTS WITH right`; null unless both are strings.
  public static func startsWith(_ left: Value, _ right: Value) -> Value {
    texts(left, right) { $0.utf8.starts(with: $1.utf8) }
  }

  /// `left ENDS WITH right`; null unless both are strings.
  public static func endsWith(_ left: Value, _ right: Value) -> Value {
    texts(left, right) { $0.utf8.reversed().starts(with: $1.utf8.reversed()) }
  }

  /// `left CONTAINS right`; null unless both are strings.
  public static func contains(_ left: Value, _ right: Value) -> Value {
    texts(left, right, TextSearch.contains)
  }

  private static func texts(
    _ left: Value,
    _ right: Value,
    _ condition: (String, String) -> Bool
  ) -> Value {
    guard case .string(let one) = left, case .string(let other) = right else { return .null }
    return .boolean(condition(one, other))
  }

  /// `left =~ right`: whether a whole string matches a pattern; null unless both are strings.
  ///
  /// Compiles the pattern; for many strings make a `TextPattern` once.
  public static func matches(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    guard case .string(let text) = left, case .string(let pattern) = right else { return .null }
    return .boolean(try TextPattern(pattern).matches(text))
  }

  /// `left || right`: of two strings or two lists.
  public static func concatenate(_ left: Value, _ right: Value) throws(QueryError) -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): .null
    case (.string(let one), .string(let other)): .string(one + other)
    case (.list(let one), .list(let other)): .list(one + other)
    default: throw mismatch("||", left, right)
    }
  }
}

/// Holds a compiled pattern of `=~`, in the regular expressions of ICU, which are close to those
/// of Java.
public struct TextPattern: Sendable {
  private let expression: NSRegularExpression

  /// Compiles a pattern.
  ///
  /// - Throws: `invalidArgumentValue` for what is no regular expression.
  public init(_ pattern: String) throws(QueryError) {
    do {
      expression = try NSRegularExpression(pattern: "^(?:\(pattern))$")
    } catch {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "'\(pattern)' is no regular expression",
        kind: .argumentError
      )
    }
  }

  /// Tells whether a whole string matches.
  public func matches(_ text: String) -> Bool {
    let whole = NSRange(location: 0, length: text.utf16.count)
    return expression.firstMatch(in: text, options: .anchored, range: whole)?.range == whole
  }
}

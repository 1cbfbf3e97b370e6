import Foundation
import GraphModel

/// Tells whether the whole of a text matches a regular expression: `text =~ pattern`.
///
/// Patterns are those of ICU, which are close to Java's.
final class RegularExpressionEvaluator: ExpressionEvaluator {
  private let text: any ExpressionEvaluator
  private let pattern: any ExpressionEvaluator
  private var compiled: (pattern: String, expression: NSRegularExpression)?

  init(text: any ExpressionEvaluator, pattern: any ExpressionEvaluator) {
    self.text = text
    self.pattern = pattern
  }

  func evaluate(_ chunk: DataChunk, _ context: ExecutionContext) throws(QueryError) -> Column {
    let texts = try text.evaluate(chunk, context)
    let patterns = try pattern.evaluate(chunk, context)
    return try texts.tested(with: patterns) { (text, pattern) throws(QueryError) in
      guard case .string(let pattern) = pattern, case .string(let text) = text else {
        return .unknown
      }
      return try self.matches(text, pattern, context) ? .yes : .no
    }
  }

  private func matches(
    _ text: String,
    _ pattern: String,
    _ context: ExecutionContext
  ) throws(QueryError) -> Bool {
    let expression = try expression(for: pattern)
    let whole = NSRange(location: 0, length: text.utf16.count)
    let options: NSRegularExpression.MatchingOptions = [.anchored, .reportProgress]
    var isMatch = false
    var failure: QueryError?
    unsafe expression.enumerateMatches(in: text, options: options, range: whole) { match, _, stop in
      do {
        try context.check()
        guard let match else { return }
        isMatch = match.range.length == whole.length
      } catch {
        failure = error as? QueryError
      }
      unsafe stop.pointee = true
    }
    if let failure { throw failure }
    return isMatch
  }

  private func expression(for pattern: String) throws(QueryError) -> NSRegularExpression {
    if let compiled, compiled.pattern == pattern { return compiled.expression }
    do {
      // The group makes all alternatives end where the text ends.
      let expression = try NSRegularExpression(pattern: "(?:\(pattern))\\z")
      compiled = (pattern, expression)
      return expression
    } catch {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "'\(pattern)' is no regular expression",
        kind: .argumentError,
        remedy: "escape characters such as ( and * with a backslash"
      )
    }
  }
}

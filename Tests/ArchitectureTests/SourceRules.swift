/// Checks the size of files and functions, and that nothing can bring the program down.
enum SourceRules {
  /// Longest file, and the longest that `exceptions` may allow.
  static let fileLimit = 400
  static let hardFileLimit = 800
  static let functionLimit = 100

  /// Files that break a rule, each with the reason why it may.
  struct Exceptions {
    var longFiles: [String: String] = [:]
    var longFunctions: [String: String] = [:]
    var traps: [String: String] = [:]

    static let current = Exceptions()
  }

  static func size(of file: SourceFile, exceptions: Exceptions) -> [Finding] {
    var findings: [Finding] = []
    let limit = exceptions.longFiles[file.path] == nil ? fileLimit : hardFileLimit
    if file.lineCount > limit {
      findings.append(
        Finding(
          file: file.path,
          line: limit + 1,
          what: "the file has \(file.lineCount) lines, more than \(limit)",
          fix: "split it by concern, as in Type+Concern.swift"
        )
      )
    }
    guard exceptions.longFunctions[file.path] == nil else { return findings }
    for function in functions(in: file) where function.lineCount > functionLimit {
      findings.append(
        Finding(
          file: file.path,
          line: function.line,
          what: "\(function.name) has \(function.lineCount) lines, more than \(functionLimit)",
          fix: "name its parts and make functions of them"
        )
      )
    }
    return findings
  }

  /// Returns where a file can crash the program instead of throwing an error.
  static func traps(in file: SourceFile, exceptions: Exceptions) -> [Finding] {
    guard exceptions.traps[file.path] == nil else { return [] }
    let pattern =
      /\btry!|\bas!|\bfatalError\(|\bprecondition(?:Failure)?\(|\bunsafeBitCast\(|\babort\(|[\w\)\]\}>]!(?![=\w])/
    return file.lines.filter { $0.text.contains("!") || $0.text.contains("(") }.flatMap { line in
      line.text.matches(of: pattern).map { match in
        Finding(
          file: file.path,
          line: line.number,
          what: "'\(match.0)' can crash the program",
          fix: "throw a typed error, or list the file in SourceRules.Exceptions with a reason"
        )
      }
    }
  }

  struct Function: Hashable {
    let name: String
    let line: Int
    /// From the line of the name to that of the closing brace.
    let lineCount: Int
  }

  /// Finds the bodies of functions, initialisers, subscripts and computed properties.
  static func functions(in file: SourceFile) -> [Function] {
    let code = file.code
    let pattern =
      /\bfunc\s+(\S+?)\s*[(<]|(?:^|[^.\w])(init|deinit|subscript)\b|\bvar\s+(\w+)/
    var line = 1
    var counted = code.startIndex
    return code.matches(of: pattern).compactMap { match in
      guard let name = [match.1, match.2, match.3].compactMap(\.self).first,
        let body = body(after: match.range.upperBound, in: code)
      else { return nil }
      line += lineFeeds(code[counted..<name.startIndex])
      counted = name.startIndex
      return Function(
        name: String(name),
        line: line,
        lineCount: lineFeeds(code[name.startIndex..<body.upperBound]) + 1
      )
    }
  }

  private static func lineFeeds(_ text: Substring) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// Returns the braces that follow a declaration; `nil` for one without a body.
  private static func body(after start: String.Index, in code: String) -> Range<String.Index>? {
    // The name may have ended with the parenthesis of the parameters.
    var depth = code[code.index(before: start)] == "(" ? 1 : 0
    var opening: String.Index?
    var braces = 0
    for index in code.indices[start...] {
      switch code[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{":
        if depth == 0, opening == nil { opening = index }
        braces += 1
      case "}":
        braces -= 1
        guard braces > 0 else {
          return opening.map { $0..<code.index(after: index) }
        }
      case "\n" where depth <= 0 && opening == nil && isEnd(code[code.index(after: index)...]):
        return nil
      default: break
      }
      if braces < 0 { return nil }
    }
    return nil
  }

  /// Tells whether what follows on the next line is no continuation of a declaration.
  private static func isEnd(_ rest: Substring) -> Bool {
    let next = rest.drop { $0 == " " || $0 == "\n" }
    let goesOn = ["{", "->", "where ", "throws", "async", "rethrows", ")", "&", ":"]
    return !goesOn.contains { next.hasPrefix($0) }
  }
}

/// Holds the targets that a manifest declares.
///
/// Read from the text: `swift package describe` would wait for the lock that `swift test` holds.
struct PackageDescription {
  struct Target: Hashable {
    let name: String
    /// Folder of the sources.
    let path: String
    /// Names of targets and products, as `import` writes them.
    let dependencies: [String]

    /// Whether the target exists for tests only.
    var isTest: Bool { path.hasPrefix("Tests/") }
  }

  let targets: [Target]

  init(targets: [Target]) { self.targets = targets }

  init(manifest: SourceFile) throws {
    let text = manifest.uncommented
    var products: [String: String] = [:]
    let product =
      /let\s+(\w+)\s*:\s*Target\.Dependency\s*=\s*\.product\(\s*name:\s*"(\w+)"/
    for match in text.matches(of: product) { products[String(match.1)] = String(match.2) }
    guard let package = text.firstRange(of: /\bPackage\(/) else {
      throw Unreadable(what: "there is no Package(")
    }
    let arguments = Self.items(Self.inside(text[package.upperBound...]))
    guard let list = arguments.first(where: { $0.hasPrefix("targets:") }),
      let start = list.firstIndex(of: "[")
    else { throw Unreadable(what: "the package has no list of targets") }
    targets = try Self.items(Self.inside(list[list.index(after: start)...]))
      .map { try Self.target($0, products: products) }
  }

  subscript(name: String) -> Target? { targets.first { $0.name == name } }

  /// The declared dependencies on targets of this package.
  var graph: [String: [String]] {
    let names = Set(targets.map(\.name))
    return Dictionary(
      uniqueKeysWithValues: targets.map { ($0.name, $0.dependencies.filter(names.contains)) }
    )
  }

  /// Says which part of a manifest is written in a way that this reader does not know.
  struct Unreadable: Error, CustomStringConvertible {
    let what: String
    var description: String { "Package.swift:1: \(what); fix: teach PackageDescription to read it" }
  }

  private static func target(_ call: Substring, products: [String: String]) throws -> Target {
    guard let open = call.firstIndex(of: "(") else { throw Unreadable(what: "'\(call)'") }
    let kind = call[..<open].trimming(while: \.isWhitespace)
    let arguments = items(inside(call[call.index(after: open)...]))
    let known = [
      ".target", ".executableTarget", ".systemLibrary", ".testTarget", "library", "tests",
    ]
    guard known.contains(String(kind)), let first = arguments.first,
      let name = first.firstMatch(of: /"(\w+)"/)?.1
    else { throw Unreadable(what: "the target '\(call.prefix(60))'") }
    let isTest = kind == "tests" || kind == ".testTarget"
    let list = arguments.first { $0.hasPrefix("dependencies:") || $0.hasPrefix("[") }
    let path = arguments.first { $0.hasPrefix("path:") }?.firstMatch(of: /"(.+)"/)?.1
    return Target(
      name: String(name),
      path: path.map(String.init) ?? (isTest ? "Tests" : "Sources") + "/\(name)",
      dependencies: try dependencies(list, products: products)
        + (kind == "tests" ? ["TestSupport"] : [])
    )
  }

  private static func dependencies(_ list: Substring?, products: [String: String]) throws
    -> [String]
  {
    guard let list, let open = list.firstIndex(of: "[") else { return [] }
    return try items(inside(list[list.index(after: open)...])).map { item in
      if let name = item.firstMatch(of: /"(\w+)"/)?.1 { return String(name) }
      guard let name = products[String(item)] else {
        throw Unreadable(what: "the dependency '\(item)'")
      }
      return name
    }
  }

  /// Returns what stands before the bracket that closes the one before `text`.
  private static func inside(_ text: Substring) -> Substring {
    var depth = 0
    var isQuoted = false
    for index in text.indices {
      switch text[index] {
      case "\"": isQuoted.toggle()
      case "(", "[",
        "{" where !isQuoted:
        depth += 1
      case ")", "]",
        "}" where !isQuoted:
        if depth == 0 { return text[..<index] }
        depth -= 1
      default: break
      }
    }
    return text
  }

  /// Splits at the commas that stand in no bracket.
  private static func items(_ text: Substring) -> [Substring] {
    var items: [Substring] = []
    var rest = text
    while !rest.isEmpty {
      var depth = 0
      var isQuoted = false
      let end = rest.firstIndex { character in
        if character == "\"" { isQuoted.toggle() }
        if isQuoted { return false }
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        return character == "," && depth == 0
      }
      items.append(rest[..<(end ?? rest.endIndex)].trimming(while: \.isWhitespace))
      rest = end.map { rest[rest.index(after: $0)...] } ?? ""
    }
    return items.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate func trimming(while isSpace: (Character) -> Bool) -> Substring {
    let start = drop(while: isSpace)
    guard let end = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return start[...end]
  }
}

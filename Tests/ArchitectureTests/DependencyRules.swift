/// Checks targets and imports against the arrows of the architecture.
enum DependencyRules {
  /// Returns the targets that import one another in a circle, each circle once.
  static func cycles(in graph: [String: [String]]) -> [[String]] {
    var cycles: [[String]] = []
    var done: Set<String> = []
    func visit(_ target: String, _ path: [String]) {
      if let start = path.firstIndex(of: target) {
        cycles.append(Array(path[start...]) + [target])
        return
      }
      guard done.insert(target).inserted else { return }
      for next in (graph[target] ?? []).sorted() { visit(next, path + [target]) }
    }
    for target in graph.keys.sorted() { visit(target, []) }
    return cycles
  }

  /// Returns what the manifest declares and the architecture does not allow.
  static func arrows(_ package: PackageDescription, layers: [String: Layers.Layer]) -> [Finding] {
    var findings: [Finding] = []
    func report(_ what: String, _ fix: String) {
      findings.append(Finding(file: "Package.swift", line: 1, what: what, fix: fix))
    }
    for target in package.targets where !target.isTest {
      guard let layer = layers[target.name] else {
        report("target \(target.name) has no place in the architecture", "add it to Layers.all")
        continue
      }
      for dependency in target.dependencies where !layer.imports.contains(dependency) {
        report(
          "\(target.name) must not depend on \(dependency)",
          "remove the dependency, or draw the arrow in Layers.all and say why"
        )
      }
    }
    for name in layers.keys.sorted() where package[name] == nil {
      report("there is no target \(name)", "remove it from Layers.all")
    }
    for cycle in cycles(in: package.graph) {
      report("a circle: \(cycle.joined(separator: " → "))", "move what both need into one below")
    }
    return findings
  }

  /// Returns the imports of a file that its target does not declare or may not have.
  static func imports(
    of file: SourceFile,
    in target: PackageDescription.Target,
    layers: [String: Layers.Layer]
  ) -> [Finding] {
    importedModules(file).compactMap { line, module in
      if module.hasPrefix("CGraphviz"), target.name != Layers.graphvizOwner {
        return Finding(
          file: file.path,
          line: line,
          what: "\(target.name) imports \(module)",
          fix: "go through \(Layers.graphvizOwner), the only target that touches the C library"
        )
      }
      let system = target.isTest ? nil : layers[target.name]?.system
      guard !target.isTest || module.hasPrefix("CGraphviz"),
        !target.dependencies.contains(module), system?.contains(module) != true
      else { return nil }
      return Finding(
        file: file.path,
        line: line,
        what: "\(target.name) imports \(module), which it does not declare",
        fix: "remove the import, or add \(module) to Package.swift and Layers.all and say why"
      )
    }
  }

  /// Returns where a pure target does more than compute.
  static func impurities(of file: SourceFile, permitted: Set<String> = []) -> [Finding] {
    file.lines.flatMap { line in
      Layers.impureNames.filter { !permitted.contains($0) && mentions($0, in: line.text) }.map {
        name in
        Finding(
          file: file.path,
          line: line.number,
          what: "'\(name)' in a target that only computes",
          fix: "take the value as a parameter, or do it in a target above"
        )
      }
    }
  }

  private static func mentions(_ name: String, in line: Substring) -> Bool {
    line.ranges(of: name).contains { range in
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      let isCall = name.last == "("
      return before.map(isWord) != true && (isCall || after.map(isWord) != true)
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  static func importedModules(_ file: SourceFile) -> [(line: Int, module: String)] {
    let pattern =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)/
    return file.lines.filter { $0.text.contains("import") }.compactMap { line in
      line.text.firstMatch(of: pattern).map { (line.number, String($0.1)) }
    }
  }
}

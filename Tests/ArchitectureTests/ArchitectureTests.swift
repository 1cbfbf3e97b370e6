import Testing

@Suite("The architecture")
struct ArchitectureTests {
  typealias Source = (target: PackageDescription.Target, file: SourceFile)

  private static let repository = Repository()
  /// Read once for all tests, which run beside one another.
  private static let package = Result { try repository.package() }
  private static let allSources = Result {
    try package.get().targets.flatMap { target in
      try repository.swiftFiles(in: target.path).map { Source(target, $0) }
    }
  }

  private func expectNone(_ findings: [Finding]) {
    for finding in findings { Issue.record("\(finding)") }
  }

  private func sources() throws -> [Source] { try Self.allSources.get() }

  @Test("Targets depend on what stands below them, and on nothing else")
  func arrows() throws {
    expectNone(DependencyRules.arrows(try Self.package.get(), layers: Layers.all))
  }

  @Test("Every folder of sources and tests is a target, and the other way round")
  func folders() throws {
    let folders =
      try Self.repository.folders(in: "Sources").map { "Sources/\($0)" }
      + Self.repository.folders(in: "Tests").map { "Tests/\($0)" }
    let paths = try Self.package.get().targets.map(\.path)
    // Python that compares with other programs.
    #expect(Set(folders).symmetricDifference(paths).sorted() == ["Tests/Interop"])
  }

  @Test("Sources import what their target declares, and only Diagrams the C library")
  func imports() throws {
    for (target, file) in try sources() {
      expectNone(DependencyRules.imports(of: file, in: target, layers: Layers.all))
    }
  }

  @Test("The models only compute")
  func purity() throws {
    for (target, file) in try sources() {
      guard let layer = Layers.all[target.name], layer.isPure else { continue }
      expectNone(DependencyRules.impurities(of: file, permitted: layer.permitted))
    }
  }

  @Test("Files and functions keep to a readable size")
  func size() throws {
    for (target, file) in try sources() where !target.isTest {
      expectNone(SourceRules.size(of: file, exceptions: .current))
    }
  }

  @Test("Nothing in the sources can crash the program instead of throwing an error")
  func traps() throws {
    for (target, file) in try sources() where !target.isTest {
      expectNone(SourceRules.traps(in: file, exceptions: .current))
    }
  }

  @Test("The rules see the sources: the tests above check something")
  func coverage() throws {
    let files = try sources().filter { !$0.target.isTest }.map(\.file)
    #expect(files.count > 50)
    #expect(files.map(DependencyRules.importedModules).joined().count > 50)
    #expect(files.map(SourceRules.functions).joined().count > 300)
  }

  @Test("The executable is no more than a door")
  func tool() throws {
    let lines = try Self.repository.swiftFiles(in: "Sources/BackchannelTool").map(\.lineCount)
    #expect(lines.reduce(0, +) < 50)
  }
}

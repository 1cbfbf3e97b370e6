import Testing

@Suite("The rules of dependency can be broken")
struct DependencyRuleTests {
  private let layers: [String: Layers.Layer] = [
    "Model": .init(isPure: true),
    "Store": .init(imports: ["Model", "Base"], system: ["Foundation"]),
    "Diagrams": .init(imports: ["Model", "CGraphvizShim"]),
  ]

  private func target(_ name: String, _ dependencies: [String], isTest: Bool = false)
    -> PackageDescription.Target
  {
    .init(
      name: name,
      path: (isTest ? "Tests/" : "Sources/") + name,
      dependencies: dependencies
    )
  }

  private func imports(_ text: String, _ target: PackageDescription.Target) -> [String] {
    DependencyRules.imports(
      of: SourceFile(path: "Sources/X.swift", text: text),
      in: target,
      layers: layers
    ).map(\.description)
  }

  @Test("A circle is found, named once and told from a diamond")
  func cycles() {
    #expect(
      DependencyRules.cycles(in: ["a": ["b"], "b": ["c"], "c": ["a"]]) == [["a", "b", "c", "a"]]
    )
    #expect(DependencyRules.cycles(in: ["a": ["a"]]) == [["a", "a"]])
    #expect(
      DependencyRules.cycles(in: ["a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []]).isEmpty
    )
    let two = ["a": ["b"], "b": ["a"], "x": ["a", "y"], "y": ["x"]]
    #expect(DependencyRules.cycles(in: two).map(\.first) == ["a", "x"])
  }

  @Test("An arrow upwards, an unknown target and a missing one are reported")
  func arrows() {
    let package = PackageDescription(targets: [
      target("Model", ["Store"]), target("Store", ["Model", "Base"]), target("New", []),
      target("ModelTests", ["Store", "Anything"], isTest: true),
    ])
    #expect(
      DependencyRules.arrows(package, layers: layers).map(\.what) == [
        "Model must not depend on Store", "target New has no place in the architecture",
        "there is no target Diagrams", "a circle: Model → Store → Model",
      ]
    )
  }

  @Test("An import that the target does not declare is reported with its line")
  func undeclaredImport() {
    let found = imports("import Model\nimport Yams\n", target("Store", ["Model"]))
    #expect(
      found == [
        "Sources/X.swift:2: Store imports Yams, which it does not declare; fix: remove the import, "
          + "or add Yams to Package.swift and Layers.all and say why"
      ]
    )
    #expect(imports("import Model\nimport Foundation\n", target("Store", ["Model"])).isEmpty)
    #expect(
      imports("import Foundation", target("Model", [])).count == 1,
      "Model has no files to read"
    )
  }

  @Test(
    "Every way to write an import is seen, and none in a comment or text",
    arguments: [
      ("public import Yams", true), ("@testable import Yams", true),
      ("import struct Yams.Node", true),
      ("  internal import Yams // why", true), ("@_spi(Inner) import Yams", true),
      ("import func Yams.dump", true), ("// import Yams", false), ("/* \nimport Yams\n */", false),
      ("let a = \"\"\"\n  import Yams\n  \"\"\"", false), ("let important = yams", false),
    ]
  )
  func importForms(text: String, isImport: Bool) {
    #expect(imports(text, target("Store", [])).count == (isImport ? 1 : 0))
  }

  @Test("The C library is for Diagrams alone, in tests too")
  func graphviz() {
    let line = "import CGraphvizShim"
    #expect(imports(line, target("Diagrams", ["CGraphvizShim"])).isEmpty)
    #expect(imports(line, target("Store", ["CGraphvizShim"])).count == 1)
    #expect(imports(line, target("DiagramsTests", ["CGraphvizShim"], isTest: true)).count == 1)
    #expect(imports("import Testing", target("StoreTests", [], isTest: true)).isEmpty)
  }

  @Test(
    "Reaching for a file, a clock or a process is reported, a longer word is not",
    arguments: [
      ("FileManager.default", 1), ("let myFileManagers = 1", 0), ("print(1)", 1),
      ("blueprint(1)", 0),
      ("// print(1)", 0), ("Process()", 1), ("processed", 0), ("\"\\(Date.now)\"", 1),
    ]
  )
  func purity(text: String, count: Int) {
    let file = SourceFile(path: "Sources/X.swift", text: text)
    #expect(DependencyRules.impurities(of: file).count == count)
  }
}

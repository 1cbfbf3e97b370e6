import Testing

@Suite("The manifest")
struct PackageDescriptionTests {
  private func read(_ text: String) throws -> PackageDescription {
    try PackageDescription(manifest: SourceFile(path: "Package.swift", text: text))
  }

  @Test("is read in every form that ours uses")
  func forms() throws {
    let package = try read(
      """
      let base: Target.Dependency = .product(
        name: "Base",
        package: "base.swift"
      )
      let package = Package(
        name: "p",  // targets: [
        products: [.library(name: "Model", targets: ["Model"])],
        dependencies: [.package(url: "https://host.example/(base", from: "1.0.0")],
        targets: [
          .systemLibrary(name: "CLib", pkgConfig: "lib", providers: [.apt(["lib-dev"])]),
          library("Model", []),
          library("Store", ["Model", base], resources: [.copy("x")]),
          .executableTarget(name: "Tool", dependencies: ["Store", .product(name: "Args", package: "a")]),
          .target(name: "Support", path: "Tests/Support"),
          tests("StoreTests", ["Store", base]),
        ]
      )
      """
    )
    #expect(
      package.targets.map(\.name) == [
        "CLib", "Model", "Store", "Tool", "Support", "StoreTests",
      ]
    )
    #expect(package["Store"]?.dependencies == ["Model", "Base"])
    #expect(package["Tool"]?.dependencies == ["Store", "Args"])
    #expect(package["CLib"]?.dependencies == [])
    #expect(package["Support"]?.path == "Tests/Support")
    #expect(package["StoreTests"]?.path == "Tests/StoreTests")
    #expect(package["StoreTests"]?.isTest == true)
    #expect(package["StoreTests"]?.dependencies == ["Store", "Base", "TestSupport"])
    #expect(package.graph["Store"] == ["Model"])
  }

  @Test(
    "that cannot be read is an error and no empty list",
    arguments: [
      "let package = 1", "Package(name: \"p\")", "Package(targets: [module(\"A\", [])])",
      "Package(targets: [library(\"A\", [unknown])])", "Package(targets: more)",
    ]
  )
  func unreadable(text: String) {
    #expect(throws: PackageDescription.Unreadable.self) { try read(text) }
  }
}

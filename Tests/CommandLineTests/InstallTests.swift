import Foundation
import TestSupport
import Testing

@Suite("Installation")
struct InstallTests {
  @Test("The installed program needs no other file of the project, and goes away again")
  func install() throws {
    let sandbox = try Sandbox()
    let settings = ["BINARY=\(try builtExecutable())", "PREFIX=\(sandbox.file("prefix"))"]
    let make = ["-C", Repository.root.path] + settings
    let install = try sandbox.start(make + ["install-files"], executable: "/usr/bin/make").finish()
    #expect(install.status == 0, "\(install.transcript)")
    let program = sandbox.file("prefix/bin/backchannel")
    let libraries = ["LD_LIBRARY_PATH": Self.toolchainLibraries]
    for verb in [["who-met", "pompeo", "--demo"], ["render", "--demo"], ["export", "--demo"]] {
      let run = try sandbox.start(verb, environment: libraries, executable: program).finish()
      #expect(run.status == 0, "\(run.transcript)")
    }
    for file in [
      "share/backchannel/schema/answers.schema.json",
      "share/backchannel/schema/case.schema.json", "share/bash-completion/completions/backchannel",
      "share/zsh/site-functions/_backchannel", "share/fish/vendor_completions.d/backchannel.fish",
    ] {
      #expect(try !sandbox.read("prefix/" + file).isEmpty, "\(file)")
    }
    try sandbox.start(make + ["uninstall"], executable: "/usr/bin/make").finish()
    let rest = try FileManager.default.subpathsOfDirectory(atPath: sandbox.file("prefix"))
      .filter { $0.contains("backchannel") }
    #expect(rest.isEmpty, "\(rest)")
  }

  @Test("Completion scripts know every verb", arguments: ["bash", "zsh", "fish"])
  func completion(shell: String) throws {
    let run = try Sandbox().run("--generate-completion-script", shell)
    #expect(run.status == 0)
    for verb in ConventionTests.verbs { #expect(run.output.contains(verb), "\(verb)") }
  }

  /// A debug build finds Swift's libraries in the toolchain; a release build carries them.
  private static var toolchainLibraries: String {
    ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""
  }
}

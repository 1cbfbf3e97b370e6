import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Many layouts in a row", .serialized)
struct RepeatedLayoutTests {
  /// The resident memory of this process in bytes; `nil` where the system does not say.
  private static var residentBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return nil
    }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 }
  }

  /// How many layouts `BACKCHANNEL_LAYOUTS` asks for, such as 1000.
  private static let count = ProcessInfo.processInfo.environment["BACKCHANNEL_LAYOUTS"]
    .flatMap { Int($0) }

  /// By itself only, with `--filter RepeatedLayoutTests`: what other tests of the process hold is
  /// more than the library would lose.
  @Test(
    "The memory of the program does not grow: the library leaks in processes that end",
    .enabled(if: count != nil, "set BACKCHANNEL_LAYOUTS to how often to draw")
  )
  func memory() throws {
    let process = LayoutProcess(executable: try builtExecutable())
    let dot = SceneFixture().dot()
    func draw(_ count: Int) throws {
      for _ in 0..<count {
        let bytes = try process.layout(dot: dot, engine: .dot, format: .svg)
        #expect(bytes.count > 1000)
      }
    }
    try draw(5)
    guard let before = Self.residentBytes else { return }
    let count = try #require(Self.count)
    try draw(count)
    let growth = (Self.residentBytes ?? 0) - before
    // In process the library would lose about 25 KB in each layout.
    #expect(growth < (4 << 20) + count * 5_000, "\(growth) bytes")
  }
}

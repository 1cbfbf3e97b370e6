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

  /// `BACKCHANNEL_LAYOUTS=1000` draws that often.
  @Test("The memory of the program does not grow: the library leaks in processes that end")
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
    let environment = ProcessInfo.processInfo.environment
    try draw(environment["BACKCHANNEL_LAYOUTS"].flatMap { Int($0) } ?? 25)
    let growth = (Self.residentBytes ?? 0) - before
    // In process the library would lose about 25 KB in each layout; other tests run beside this.
    #expect(growth < 64 << 20, "\(growth) bytes")
  }
}

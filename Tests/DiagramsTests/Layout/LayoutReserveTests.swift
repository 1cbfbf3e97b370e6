import Foundation
import TestSupport
import Testing

@testable import Diagrams

@Suite("Layout in a process that was started before")
struct LayoutReserveTests {
  private static let dot =
    "graph \"g\" { subgraph cluster_b { b1--b2 } subgraph cluster_a { a1--a2 } b1--a1 }"

  @Test(
    "The drawing is that of a process of its own, the first time and later",
    arguments: LayoutEngine.allCases
  )
  func sameDrawing(engine: LayoutEngine) throws {
    let program = try builtExecutable()
    let isolation = LayoutIsolation.reserved(
      LayoutReserve(engine: engine, format: .svg, executable: program)
    )
    let alone = try LayoutProcess(executable: program)
      .layout(dot: Self.dot, engine: engine, format: .svg)
    for _ in 0..<2 {
      #expect(try isolation.layout(dot: Self.dot, engine: engine, format: .svg) == alone)
    }
  }

  @Test("Another format, and other limits of the process, are those asked for")
  func otherRequests() throws {
    let reserve = LayoutReserve(format: .svg, executable: try builtExecutable())
    let isolation = LayoutIsolation.reserved(reserve)
    let bytes = try isolation.layout(dot: Self.dot, engine: .dot, format: .png)
    #expect(bytes.starts(with: [0x89, 0x50]))
    let error = try #require(throws: RenderingError.self) {
      try isolation.layout(
        dot: Self.dot,
        engine: .dot,
        format: .svg,
        limits: LayoutLimits(inputBytes: 10)
      )
    }
    #expect(error.code == .inputTooLarge)
  }

  @Test("A program that cannot be started shows when it is needed")
  func missingProgram() throws {
    let isolation = LayoutIsolation.reserved(
      LayoutReserve(format: .svg, executable: "/does/not/exist")
    )
    let error = try #require(throws: RenderingError.self) {
      try isolation.layout(dot: Self.dot, engine: .dot, format: .svg)
    }
    #expect(error.code == .childUnavailable)
  }
}

import Backchannel
import CaseModel
import Diagrams
import GraphModel
import TestSupport
import Testing

@Suite("Layouts of diagrams")
struct DiagramLayoutTests {
  private static func isolation() throws -> LayoutIsolation {
    .childProcess(executable: try builtExecutable())
  }

  @Test("A layout that takes too long falls back to a simpler one, and says so")
  func fallback() throws {
    let view = try Case.demo().view()
    var drawing = Diagram(view).drawing
    drawing.time = .milliseconds(1)
    let diagram = Diagram(drawing, view: view, kind: "whole")
    let layout = try diagram.layOut(.svg, isolation: try Self.isolation())
    #expect(layout.engine == .sfdp)
    #expect(layout.remarks.count == 1)
    #expect(layout.remarks.first?.contains("The layout by dot took too long") == true)
    #expect(layout.diagram.dot != diagram.dot)
  }

  @Test("Where no look is simpler, springs lay out what ranks could not")
  func springs() throws {
    let view = try Case.demo().view()
    var drawing = Diagram(testimonyOn: "M1", view: view).drawing
    drawing.time = .milliseconds(1)
    let layout = try Diagram(drawing, view: view, kind: "testimony")
      .layOut(.svg, isolation: try Self.isolation())
    #expect(layout.engine == .fdp)
    #expect(layout.remarks.count == 1)
  }

  @Test("An engine that was asked for is the only one that is tried")
  func chosenEngine() throws {
    let view = try Case.demo().view()
    var limits = LayoutLimits()
    limits.wallClock = .milliseconds(1)
    let error = try #require(throws: BackchannelError.self) {
      try Diagram(view).layOut(
        .svg,
        engine: .dot,
        isolation: try Self.isolation(),
        limits: limits
      )
    }
    #expect(error.diagnostics.first?.code == .rendering)
  }

  @Test("People who met more often are in one community")
  func communities() throws {
    let map = try Diagram(Case.demo().view(), foldedBy: .community)
    #expect(map.drawing.nodeCount > 1)
    #expect(map.dot.contains("Mike Pompeo, Russian"))
  }
}

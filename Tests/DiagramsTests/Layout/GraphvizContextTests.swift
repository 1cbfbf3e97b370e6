import Diagrams
import Foundation
import Testing

@Suite("Graphviz library")
struct GraphvizContextTests {
  @Test("The library tells its version")
  func version() throws {
    #expect(try #require(graphvizVersion).contains(/^\d+\.\d+/))
  }

  @Test(
    "An error of the library fails the layout, even where it draws on",
    arguments: [
      "graph {a [label=<<X>y</X>>]}", "graph {a [label=<<B>y</I>>]}", "graph {a [label=<>]}",
      "graph {a--b [label=<<IMG SRC=\"x.png\"/>>]; c [label=<<TABLE></TABLE>>]}",
    ]
  )
  func libraryError(dot: String) throws {
    let error = try #require(throws: RenderingError.self) {
      try GraphvizContext().layout(dot: dot, engine: .dot, format: .svg)
    }
    #expect(error.code == .graphvizFailed)
    #expect(error.detail?.contains("Error") == true, "\(error)")
  }

  @Test(
    "Nothing of a text stays behind for the next one, neither a second graph nor an open quote",
    arguments: [
      "graph {\"", "graph {<", "graph {a [label=<x", "/*", "//", "# 1", "}", "\"", "<", "",
      "graph {subgraph {", "graph {b} graph {c}", "graph {b} /*", "graph {b} \"", "graph {b} }",
      "graph {b [label=<<B>]}", "strict digraph {b->c}",
    ]
  )
  func nothingLeft(dot: String) throws {
    _ = try? GraphvizContext().layout(dot: dot, engine: .dot, format: .svg)
    let next = try GraphvizContext().layout(dot: "graph {a--a;a--a}", engine: .dot, format: .svg)
    #expect(ParsedSVG(next)?.texts == ["a"])
    #expect(ParsedSVG(next)?.elements.count { $0 == "path" } == 2)
  }

  @Test("A NUL in the text is refused, as the library would stop there")
  func nul() throws {
    let error = try #require(throws: RenderingError.self) {
      try GraphvizContext().layout(dot: "graph {a}\u{0}", engine: .dot, format: .svg)
    }
    #expect(error.code == .invalidDOT)
  }

  @Test(
    "A drawing has transparent pixels only where its page is transparent",
    arguments: [("white", 2), ("#0B5C8F", 2), ("transparent", 6), ("#FFFFFF80", 6)]
  )
  func transparency(background: String, colourType: UInt8) throws {
    // Pages of several sizes, most of which are no whole number of pixels.
    for label in ["a", "ab", "abc", "abcd\\nef"] {
      let png = try GraphvizContext().layout(
        dot: "graph {bgcolor=\"\(background)\"; a [label=\"\(label)\"]}",
        engine: .dot,
        format: .png
      )
      #expect(png.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
      // Of the header the tenth byte: 2 is for colours, 6 for colours and alpha.
      #expect(png[25] == colourType, "\(label) on \(background)")
    }
  }

  @Test("No attribute of a foreign document makes the library read an image")
  func noFiles() throws {
    let tiny =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    try #require(Data(base64Encoded: tiny)).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    for attribute in [
      "image=\"\(path.path)\"", "shape=custom shapefile=\"\(path.path)\"",
      "label=<<TABLE><TR><TD><IMG SRC=\"\(path.path)\"/></TD></TR></TABLE>>",
    ] {
      for format in [LayoutFormat.svg, .pdf] {
        let bytes = try? GraphvizContext()
          .layout(dot: "graph {a [\(attribute)]}", engine: .dot, format: format)
        let text = String(decoding: bytes ?? [], as: UTF8.self)
        #expect(!text.contains("<image") && !text.contains("/Subtype /Image"), "\(attribute)")
      }
    }
  }

  @Test("Layouts from many threads wait for each other")
  func threads() async throws {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<40 {
        group.addTask {
          try LayoutIsolation.inProcess.layout(
            dot: "graph {a--b--c--a--n\(number)}",
            engine: .neato,
            format: .svg
          )
        }
      }
      for try await bytes in group {
        #expect(ParsedSVG(bytes)?.texts.count == 4)
      }
    }
  }
}

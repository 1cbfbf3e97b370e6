import CZlib
import Testing

@testable import Diagrams

@Suite("Drawings as PNG")
struct PNGTests {
  @Test(
    "A drawing can be read by the format's own rules",
    arguments: ["a", "a\\nb\\nc", "", "wide label"]
  )
  func reading(label: String) throws {
    let image = try PNGImage(
      GraphvizContext().layout(
        dot: "graph { a [label=\"\(label)\", shape=box, style=filled, fillcolor=\"#0B5C8F\"] }",
        engine: .dot,
        format: .png
      )
    )
    #expect(image.rows.allSatisfy { $0.first == 0 }, "rows have a filter")
    #expect(image.rows.count == image.height)
    let middle = try #require(image.rows.dropFirst(image.height / 4).first)
    #expect(middle.contains(0x5C) && middle.contains(0x8F), "the box is missing")
    // The page is white to its last pixel.
    #expect(image.rows.first?.suffix(3) == [255, 255, 255])
    #expect(image.rows.last?.suffix(3) == [255, 255, 255])
  }

  @Test("The same drawing has the same bytes, whichever half of it is ready first")
  func sameBytes() throws {
    let edges = (1..<60).map { "n\($0 / 3)--n\($0);" }.joined()
    let context = try GraphvizContext()
    let first = try context.layout(dot: "graph {\(edges)}", engine: .dot, format: .png)
    for _ in 0..<5 {
      #expect(try context.layout(dot: "graph {\(edges)}", engine: .dot, format: .png) == first)
    }
    #expect(try PNGImage(first).height > 100)
  }
}

/// An image of 8-bit colours, whose chunks and checksums were right.
private struct PNGImage {
  let width: Int
  let height: Int
  /// Each with its filter before the pixels.
  private(set) var rows: [ArraySlice<UInt8>] = []

  init(_ file: [UInt8]) throws {
    var rest = file[...]
    try #require(rest.prefix(8).elementsEqual([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    rest = rest.dropFirst(8)
    var chunks: [(name: String, data: ArraySlice<UInt8>)] = []
    while !rest.isEmpty {
      let length = Self.number(rest)
      let checked = rest.dropFirst(4).prefix(4 + length)
      let checksum = Self.number(rest.dropFirst(8 + length))
      try #require(Self.checksum(checked) == checksum)
      chunks.append((String(decoding: checked.prefix(4), as: UTF8.self), checked.dropFirst(4)))
      rest = rest.dropFirst(12 + length)
    }
    try #require(chunks.map(\.name) == ["IHDR", "pHYs", "IDAT", "IEND"])
    let header = chunks[0].data
    (width, height) = (Self.number(header), Self.number(header.dropFirst(4)))
    try #require(header.dropFirst(8).prefix(2).elementsEqual([8, 2]))
    let rowBytes = 1 + 3 * width
    let pixels = try Self.unpacked(chunks[2].data, count: height * rowBytes)
    rows = (0..<height).map { pixels[$0 * rowBytes..<($0 + 1) * rowBytes] }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    Int(unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  private static func unpacked(_ bytes: ArraySlice<UInt8>, count: Int) throws -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: count + 1)
    var length = UInt(pixels.count)
    let code = unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe uncompress(pixels.baseAddress, &length, bytes.baseAddress, UInt(bytes.count))
      }
    }
    try #require(code == Z_OK)
    try #require(length == count, "there are more or fewer pixels than the header says")
    return pixels
  }
}

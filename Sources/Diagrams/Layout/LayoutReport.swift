import Foundation

/// What a layout process says on the last line of its standard error before it ends.
///
/// The count proves that the output is whole, and that a layout process wrote it.
struct LayoutReport: Sendable, Hashable, Codable {
  var byteCount: Int?
  var error: RenderingError?

  /// One line of JSON, and the newlines around it.
  var line: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return Array("\n".utf8 + json + "\n".utf8)
  }

  init(byteCount: Int) {
    self.byteCount = byteCount
  }

  init(error: RenderingError) {
    self.error = error
  }

  /// Reads the last line of what a process wrote, nil if it is no report.
  init?(lastLineOf output: [UInt8]) {
    guard
      let line = output.split(separator: UInt8(ascii: "\n")).last,
      let report = try? JSONDecoder().decode(LayoutReport.self, from: Data(line))
    else { return nil }
    self = report
  }
}

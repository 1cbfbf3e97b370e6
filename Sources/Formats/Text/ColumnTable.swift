import GraphModel
import Yams

/// Turns columns that count characters, as the YAML library gives them, into columns that count
/// bytes.
struct ColumnTable {
  /// Lines remember where every so many characters begin, so that a look-up in a long line is not
  /// linear in its length.
  private static let stride = 256

  private struct Line {
    let bytes: Substring.UTF8View
    /// Byte offsets of every `stride`th character; empty where all characters are single bytes.
    let starts: [Int]
  }

  private let lines: [Line]

  init(_ text: String) {
    lines = text[...].utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Line(bytes: $0, starts: Self.starts(of: $0)) }
  }

  func position(of mark: Mark?) -> SourcePosition {
    position(line: mark?.line ?? 1, character: mark?.column ?? 1)
  }

  /// Counts the bytes before a character, which counts Unicode scalars of its line from 1.
  func position(line number: Int, character: Int) -> SourcePosition {
    guard number >= 1, number <= lines.count, character >= 1 else {
      return SourcePosition(line: max(1, number), column: max(1, character))
    }
    let line = lines[number - 1]
    guard !line.starts.isEmpty else {
      return SourcePosition(line: number, column: min(character, line.bytes.count + 1))
    }
    let stop = min((character - 1) / Self.stride, line.starts.count - 1)
    var offset = line.starts[stop]
    var rest = character - 1 - stop * Self.stride
    for byte in line.bytes.dropFirst(offset) {
      if byte & 0xC0 != 0x80 {
        if rest == 0 { break }
        rest -= 1
      }
      offset += 1
    }
    return SourcePosition(line: number, column: offset + 1)
  }

  private static func starts(of line: Substring.UTF8View) -> [Int] {
    guard !line.allSatisfy({ $0 < 0x80 }) else { return [] }
    var starts: [Int] = []
    var count = 0
    for (offset, byte) in line.enumerated() where byte & 0xC0 != 0x80 {
      if count.isMultiple(of: stride) { starts.append(offset) }
      count += 1
    }
    return starts
  }
}

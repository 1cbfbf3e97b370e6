/// Names a place in a text file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// Counts from 1.
  public let line: Int
  /// Counts UTF-8 bytes of the line from 1.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

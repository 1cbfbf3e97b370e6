/// Reports input that an algorithm cannot work on.
public struct AlgorithmError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Tells the reasons apart.
  public enum Code: String, Hashable, Sendable {
    /// A node index lies outside of the graph.
    case unknownNode
    /// Columns that belong together have different lengths.
    case lengthMismatch
    /// A weight is negative, infinite or not a number.
    case invalidWeight
    /// A parameter lies outside of its range.
    case invalidParameter
  }

  /// The reason.
  public let code: Code
  /// What is wrong, with the value; no full stop at the end.
  public let message: String
  /// How to put it right; no full stop at the end.
  public let remedy: String

  /// Prints message and remedy.
  public var description: String { "\(message); \(remedy)" }

  static func unknownNode(_ node: UInt32, _ count: Int) -> Self {
    Self(
      code: .unknownNode,
      message: "there is no node \(node) in a graph of \(count)",
      remedy: "number nodes from 0 without gaps"
    )
  }

  static func lengthMismatch(_ what: String) -> Self {
    Self(code: .lengthMismatch, message: what, remedy: "give one value per edge")
  }

  static func invalidWeight(_ weight: Double) -> Self {
    Self(
      code: .invalidWeight,
      message: "\(weight) is no weight",
      remedy: "use numbers from 0 upwards"
    )
  }

  /// Throws unless `count` is a number of nodes and all of `nodes` are below it.
  static func check(
    nodeCount count: Int,
    _ nodes: ContiguousArray<UInt32>...
  ) throws(AlgorithmError) {
    guard (0..<Int(UInt32.max)).contains(count) else {
      throw .invalidParameter("\(count) is no number of nodes", "use 0 to 4,294,967,294")
    }
    for node in nodes.compactMap({ $0.max() }) where Int(node) >= count {
      throw .unknownNode(node, count)
    }
  }

  static func invalidParameter(_ message: String, _ remedy: String) -> Self {
    Self(code: .invalidParameter, message: message, remedy: remedy)
  }
}

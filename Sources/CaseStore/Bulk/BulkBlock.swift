import GraphModel

/// Holds some rows of a table, ready to be written.
package struct BulkBlock: Sendable {
  /// An end of a relationship that the table of its node, as far as it was read, does not have.
  package struct UnknownEnd: Sendable {
    package let row: Int
    package let isSource: Bool
    /// The key of the node.
    package let key: String

    package init(row: Int, isSource: Bool, key: String) {
      self.row = row
      self.isSource = isSource
      self.key = key
    }
  }

  /// The values of all rows, one behind the other: JSON arrays in the forms of the table.
  package var values: ContiguousArray<UInt8> = []
  /// Where the value of each row ends.
  package var ends: ContiguousArray<Int> = []
  /// What stands in the values, if whoever wrote them knows; they need not be read then.
  package var columns: RowColumns?
  /// The number by which each node of the table is known; -1 for one in `texts`.
  package var numbers: ContiguousArray<Int64> = []
  /// The texts by which other nodes are known, by row.
  package var texts: [Int: String] = [:]
  /// The ids of the nodes that each relationship leaves and enters; 0 for one in `unknownEnds`.
  package var sources: ContiguousArray<Int64> = []
  package var targets: ContiguousArray<Int64> = []
  package var unknownEnds: [UnknownEnd] = []

  /// Makes a block without rows.
  package init() {}

  /// How many rows there are.
  package var count: Int { ends.count }
}

/// Describes a table whose rows become elements of one shape.
package struct BulkTable: Sendable {
  let shape: Shape
  /// What the keys of the elements start with.
  let prefix: String

  /// Describes nodes with labels; their keys are those of the table behind `prefix`.
  package init(labels: [String], columns: [(key: String, form: BulkForm)], prefix: String) {
    shape = Shape(
      kind: .node,
      name: StoredText.labels(Set(labels).sorted()),
      keys: columns.map(\.key),
      forms: columns.map(\.form.stored)
    )
    self.prefix = prefix
  }

  /// Describes relationships of a type; their keys are `prefix` and the number of the row, from 1.
  package init(type: String, columns: [(key: String, form: BulkForm)], prefix: String) {
    shape = Shape(
      kind: .relationship,
      name: type,
      keys: columns.map(\.key),
      forms: columns.map(\.form.stored)
    )
    self.prefix = prefix
  }
}

/// Says how the values of a column are written.
package enum BulkForm: Sendable {
  /// As JSON: numbers, truth values, and texts that seldom repeat.
  case json
  /// As the number that `WordTable` gives to a text that often repeats.
  case word
  /// As the number of days since 1970-01-01.
  case day

  var stored: ValueForm {
    switch self {
    case .json: .json
    case .word: .word
    case .day: .day
    }
  }
}

/// Says why one row of a block cannot be stored.
package struct BulkFault: Sendable {
  package enum Reason: Sendable {
    /// A node of the table, or of the case, has the key already.
    case duplicate
    /// The node that a relationship leaves, or enters, does not exist.
    case dangling(isSource: Bool)
  }

  /// Counted from 0 in its block.
  package let row: Int
  package let reason: Reason
  /// The key of the node.
  package let key: String
}

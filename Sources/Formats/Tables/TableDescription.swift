public import GraphModel

/// Says how tables become nodes and relationships; data/schema/tables.schema.json documents it.
public struct TableDescription: Sendable {
  /// The value of `format` in a description.
  public static let format = "backchannel-tables"
  /// The highest version that can be read.
  public static let version = 1

  /// What one table becomes.
  public enum Role: Hashable, Sendable {
    /// Nodes with these labels, known by a column; the first label and it make the key.
    case nodes(labels: [String], id: String)
    /// Relationships of a type.
    case relationships(type: String, from: End, to: End)
  }

  /// Says how a table of relationships names the nodes at one end.
  public struct End: Hashable, Sendable {
    /// The first label of the nodes.
    public let label: String
    /// The column that holds what their own table knows them by.
    public let column: String
  }

  /// Says what the fields of a column must be.
  public enum FieldType: String, CaseIterable, Sendable {
    /// A whole number that fits 64 bits.
    case integer
    /// A decimal number.
    case float
    /// `true` or `false`.
    case boolean
    /// A day, `YYYY-MM-DD`.
    case date
    /// Any text.
    case string
  }

  /// Says which column becomes which property.
  public struct Property: Hashable, Sendable {
    /// The name of the property.
    public let key: String
    /// The name of the column.
    public let column: String
    /// What its fields are.
    public let type: FieldType
  }

  /// One table.
  public struct Table: Sendable {
    /// The name, unique in the description.
    public let name: String
    /// The path of its file as written.
    public let file: String
    /// How rows stand in the file.
    public let format: TableFormat
    /// What its rows become.
    public let role: Role
    /// The properties in order.
    public let properties: [Property]
    /// Where the description has it.
    public let position: SourcePosition
  }

  /// Tables of nodes in order, then tables of relationships.
  public let tables: [Table]
  /// The path of the description.
  public let file: String
}

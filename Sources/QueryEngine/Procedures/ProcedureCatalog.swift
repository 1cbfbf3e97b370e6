public import GraphModel

/// Holds the procedures that CALL finds, by full name.
public struct ProcedureCatalog: Sendable {
  /// The procedures by name.
  public var procedures: [String: Procedure]

  /// Makes a catalog.
  public init(_ procedures: [Procedure] = []) {
    self.procedures = Dictionary(procedures.map { ($0.name, $0) }) { _, last in last }
  }
}

/// Holds one procedure: its signature and what it does.
public struct Procedure: Sendable {
  /// Holds one input or output.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its type, as `INTEGER?` in a signature.
    public var type: StaticType

    /// Makes a field.
    public init(name: String, type: StaticType) {
      self.name = name
      self.type = type
    }
  }

  /// The full name, such as `algo.pageRank`.
  public var name: String
  /// The inputs in order.
  public var inputs: [Field]
  /// The outputs in order; a procedure without any only has effects.
  public var outputs: [Field]
  /// Returns rows with as many values as there are outputs.
  public var call: @Sendable ([Value]) throws(QueryError) -> [[Value]]
  /// Returns a column per output instead, for a procedure that reads the graph.
  var graphCall: (@Sendable (GraphProcedureCall) throws(QueryError) -> [Column])?

  /// Makes a procedure.
  public init(
    name: String,
    inputs: [Field],
    outputs: [Field],
    call: @escaping @Sendable ([Value]) throws(QueryError) -> [[Value]]
  ) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.call = call
  }

  /// Makes a procedure that reads the graph.
  init(
    name: String,
    inputs: [Field],
    outputs: [Field],
    graphCall: @escaping @Sendable (GraphProcedureCall) throws(QueryError) -> [Column]
  ) {
    self.init(name: name, inputs: inputs, outputs: outputs, call: { _ in [] })
    self.graphCall = graphCall
  }
}

/// Holds what a procedure that reads the graph is called with.
struct GraphProcedureCall {
  let context: ExecutionContext
  let arguments: [Value]
}

import GraphModel

@testable import QueryEngine

/// Makes the context in which functions are called.
enum TestFunctions {
  static func context(of graph: PropertyGraph) -> FunctionContext { FunctionContext(graph: graph) }
}

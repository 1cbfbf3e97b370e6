import Foundation
import GraphAlgorithms
import GraphModel
import Synchronization

/// Describes a procedure that runs an algorithm on a projection of the graph.
struct AlgorithmProcedure: Sendable {
  /// The name behind `algo.`.
  let name: String
  /// The settings besides those of the projection.
  var settings: [String] = []
  let outputs: [Procedure.Field]
  /// Whether relationships are followed from their start to their end unless the call says more.
  var isDirected = false
  /// Returns a column per output.
  let run: @Sendable (AlgorithmCall) throws -> [Column]

  /// What CALL finds.
  var procedure: Procedure {
    let name = "algo." + name
    return Procedure(
      name: name,
      inputs: [Procedure.Field(name: "settings", type: .map)],
      outputs: outputs,
      graphCall: { call throws(QueryError) in
        let settings = try AlgorithmSettings(
          call.arguments.first,
          procedure: name,
          known: ProjectionKey.settings + self.settings
        )
        return try AlgorithmCall.run(self, settings, call.context)
      }
    )
  }
}

/// Holds what an algorithm of a CALL works with.
struct AlgorithmCall {
  let graph: PropertyGraph
  let settings: AlgorithmSettings
  let key: ProjectionKey
  let execution: Execution

  /// The part of the graph that the settings name.
  func projection() throws -> GraphProjection { try graph.projection(key, execution) }

  /// Runs a procedure within the limits of a query.
  static func run(
    _ procedure: AlgorithmProcedure,
    _ settings: AlgorithmSettings,
    _ context: ExecutionContext
  ) throws(QueryError) -> [Column] {
    let budget = MemoryBudget(context.freeBytes)
    let call = AlgorithmCall(
      graph: context.graph,
      settings: settings,
      key: try ProjectionKey(settings, directed: procedure.isDirected),
      execution: Execution(
        threads: ProcessInfo.processInfo.activeProcessorCount,
        check: context.checker,
        account: { bytes in try budget.take(bytes) }
      )
    )
    do {
      return try procedure.run(call)
    } catch let error as QueryError {
      throw error
    } catch let error as AlgorithmError {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        error.message,
        kind: .argumentError,
        remedy: error.remedy
      )
    } catch {
      throw QueryError(.storage, .runtime, "\(error)")
    }
  }
}

/// Counts the memory of a call from several threads.
private final class MemoryBudget: Sendable {
  private let limit: Int?
  private let used = Atomic(0)

  init(_ limit: Int?) { self.limit = limit }

  func take(_ bytes: Int) throws(QueryError) {
    let sum = used.add(bytes, ordering: .relaxed).newValue
    if let limit, sum > limit { throw .memoryLimit }
  }
}

extension Procedure.Field {
  static let node = Self(name: "node", type: .node)
  static let score = Self(name: "score", type: .float)
  static let community = Self(name: "community", type: .integer)
  static let component = Self(name: "component", type: .integer)

  static func integer(_ name: String) -> Self { Self(name: name, type: .integer) }
  static func float(_ name: String) -> Self { Self(name: name, type: .float) }
}

extension GraphProjection {
  /// The nodes of the graph in order.
  var nodeColumn: Column { .nodes(nodesInOrder) }

  /// Returns numbers by node in the order of the graph.
  func column(_ numbers: ContiguousArray<Double>) -> Column {
    .floats(inOrder(numbers), isNull: [])
  }

  /// Returns numbers by node in the order of the graph.
  func column(_ numbers: ContiguousArray<Int>) -> Column {
    .integers(ContiguousArray(ascending.lazy.map { Int64(numbers[Int($0)]) }), isNull: [])
  }

  /// Returns labels, from 0 in the order of the lowest nodes of the graph that have them.
  func labelColumn(_ labels: ContiguousArray<UInt32>, count: Int) -> Column {
    var numbers = ContiguousArray<Int64>(repeating: -1, count: count)
    var next: Int64 = 0
    var column = ContiguousArray<Int64>()
    column.reserveCapacity(labels.count)
    for node in ascending {
      let label = Int(labels[Int(node)])
      if numbers[label] < 0 {
        numbers[label] = next
        next += 1
      }
      column.append(numbers[label])
    }
    return .integers(column, isNull: [])
  }
}

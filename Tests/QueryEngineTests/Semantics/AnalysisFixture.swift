import CypherSyntax
import GraphModel
import QueryEngine

/// Analyzes texts for tests.
enum AnalysisFixture {
  /// Procedures that tests may call.
  static let procedures = ProcedureCatalog(
    [
      "test.pair(in :: INTEGER?) :: (a :: INTEGER?, b :: STRING?)",
      "test.nothing() :: ()",
      "test.ratio(x :: FLOAT, name :: STRING?) :: (r :: FLOAT)",
    ].compactMap(Procedure.init(signature:))
  )

  static func analyzer(parameters: Set<String>? = nil) -> SemanticAnalyzer {
    SemanticAnalyzer(catalog: .standard, procedures: procedures, parameters: parameters)
  }

  /// Returns what is wrong with a query that parses.
  static func errors(
    _ text: String,
    parameters: Set<String>? = nil
  ) throws -> [QueryError] {
    analyzer(parameters: parameters).analyze(try CypherParser.parse(text), text: text)
  }

  /// Returns the columns of a query that parses.
  static func columns(_ text: String) throws -> [String] {
    analyzer().columns(of: try CypherParser.parse(text), text: text)
  }
}

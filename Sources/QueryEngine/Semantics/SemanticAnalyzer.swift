public import CypherSyntax
public import GraphModel

/// Finds what is wrong with a query before it runs: scopes, kinds of variables, types, rules of
/// clauses.
///
/// Needs no data. Where a type is not certain nothing is reported; the running query decides.
public struct SemanticAnalyzer: Sendable {
  private let catalog: FunctionCatalog
  private let procedures: ProcedureCatalog
  private let parameters: Set<String>?

  /// Makes an analyzer; without `parameters` no parameter is taken for missing.
  public init(
    catalog: FunctionCatalog,
    procedures: ProcedureCatalog,
    parameters: Set<String>? = nil
  ) {
    self.catalog = catalog
    self.procedures = procedures
    self.parameters = parameters
  }

  /// Returns what is wrong, the most important first and at most 20; empty for a valid query.
  ///
  /// `text` is what the query was parsed from.
  public func analyze(_ query: Query, text: String) -> [QueryError] {
    let pass = makePass(text)
    _ = pass.checkQuery(query)
    return pass.errors
  }

  /// Returns the names of the result's columns in order; empty for a query that returns nothing.
  ///
  /// A column without a name is called by the text of its expression, unchanged. `*` stands for
  /// all variables, sorted by name.
  public func columns(of query: Query, text: String) -> [String] {
    makePass(text).checkQuery(query).map(\.name)
  }

  /// Returns whether a query may change the graph.
  public static func isWriting(_ query: Query) -> Bool { query.firstWritingClause != nil }

  private func makePass(_ text: String) -> SemanticPass {
    SemanticPass(catalog: catalog, procedures: procedures, parameters: parameters, text: text)
  }
}

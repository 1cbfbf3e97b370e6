public import CaseModel
public import Diagrams
import GraphModel
import QueryEngine

extension Diagram {
  /// Draws the nodes and relationships in the rows of a query, and those that the rows rest on
  /// where the query was asked for evidence.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - view: The case through the filter that the query saw.
  /// - Throws: `usage` when there are rows, and all of them hold plain values only.
  public init(
    _ answer: QueryAnswer,
    of text: String,
    view: CaseView,
    style: StyleSheet = .light
  ) throws(BackchannelError) {
    let network = QueryNetwork(answer, view: view)
    guard !network.isEmpty || answer.result.rows.isEmpty else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "the rows hold plain values only, and no node, relationship or path to draw",
          remedy: "return what is meant itself, such as RETURN p, r, m instead of p.name; "
            + "for a table there is 'backchannel query'"
        )
      )
    }
    self.init(
      .network(network.network(question: text), view: view, style: style),
      view: view,
      kind: "query",
      [
        JSONMember(key: "query", value: .string(text)),
        JSONMember(key: "rows", value: .integer(Int64(answer.result.rows.count))),
      ]
    )
  }
}

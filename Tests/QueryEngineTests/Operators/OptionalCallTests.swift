import GraphModel
import Testing

@testable import QueryEngine

@Suite("OPTIONAL CALL of a procedure")
struct OptionalCallTests {
  @Test("keeps rows for which the procedure gives none, with nulls")
  func rows() throws {
    var procedure = try #require(Procedure(signature: "test.below(n :: INTEGER) :: (i :: INTEGER)"))
    procedure.call = { arguments in
      guard case .integer(let end)? = arguments.first, end > 0 else { return [] }
      return (0..<end).map { [.integer($0)] }
    }
    let session = QuerySession()
    session.procedures = ProcedureCatalog([procedure])
    let query = "UNWIND [0, 2] AS n OPTIONAL CALL test.below(n) YIELD i AS x RETURN n, x"
    let rows = try session.run(query).rows
    #expect(rows == [[0, .null], [2, 0], [2, 1]])
  }
}

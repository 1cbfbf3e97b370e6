import GraphModel
import QueryEngine
import Testing

@testable import Benchmarks

@Suite("Workloads")
struct WorkloadTests {
  @Test("The checksum depends on the order of rows only where that is asked for")
  func checksum() {
    let rows: [[Value]] = [[.integer(1), .integer(2)], [.integer(3), .integer(4)]]
    let turned = Array(rows.reversed())
    #expect(RowChecksum(rows, isOrdered: false) == RowChecksum(turned, isOrdered: false))
    #expect(RowChecksum(rows, isOrdered: true) != RowChecksum(turned, isOrdered: true))
    #expect(RowChecksum([], isOrdered: false) == RowChecksum(count: 0, sum: "0000000000000000"))
  }

  @Test("People whom both met in one meeting only are found", arguments: [true, false])
  func commonContacts(isOneMeeting: Bool) throws {
    var loader = GraphLoader()
    for id in 0..<3 { loader.addNode("Person", ["id": .integer(Int64(id))]) }
    for id in 0..<2 { loader.addNode("Meeting", ["id": .integer(Int64(id))]) }
    let places = [(0, 0), (1, 0), (1, 1), (2, isOneMeeting ? 0 : 1)]
    for (person, meeting) in places {
      loader.addRelationship(
        "PARTICIPATED",
        from: ("Person", person),
        to: ("Meeting", meeting),
        [:]
      )
    }
    let workload = try #require(Workload.named("w7"))
    let result = try QuerySession(graph: loader.graph).run(
      workload.text,
      parameters: workload.parameters([.integer(0), .integer(2)])
    )
    #expect(result.rows == [[.integer(1)]])
  }

  @Test("A wrong answer counts no time and shows what was found")
  func wrongAnswer() throws {
    let workload = try #require(Workload.named("w2"))
    let run = WorkloadRun(
      workload: workload,
      arguments: SmallGraph.arguments(workload),
      answers: [0: .rows(RowChecksum(count: 1, sum: "0000000000000001"))],
      budget: .seconds(60)
    )
    let result = try run.result(SessionEngine(SmallGraph.make()))
    #expect(result["p50_us"] == nil)
    guard case .string(let text)? = result["wrong"] else {
      Issue.record("nothing is said to be wrong")
      return
    }
    #expect(text.contains("expected 1 with 0000000000000001; first rows: "))
  }

  @Test("A session answers a line by a line, an error too")
  func session() {
    let session = SessionEngine(PropertyGraph())
    let answer = SessionCommand.answer(#"{"q": "RETURN $a + 1", "p": {"a": 2}}"#, session)
    #expect(answer.text() == #"{"rows":[[3]]}"#)
    #expect(SessionCommand.answer(#"{"q": "RETURN"}"#, session)["error"] != nil)
    #expect(SessionCommand.answer("{", session)["error"] != nil)
  }

  @Test(
    "Every workload of the algorithms answers on the small graph",
    arguments: Workload.algorithms
  )
  func algorithms(workload: Workload) throws {
    let run = WorkloadRun(
      workload: workload,
      arguments: SmallGraph.arguments(workload),
      answers: [:],
      budget: .seconds(0)
    )
    let engine = SessionEngine(SmallGraph.make(people: 60, meetings: 200))
    let result = try run.result(engine)
    #expect(result["wrong"] == nil)
    #expect(result["p50_us"] != nil)
  }

  @Test("Of a list by score one row may be another, and no more")
  func top() {
    let expected = ExpectedAnswer.top([1, 2, 3])
    func difference(_ ids: [Int64]) -> String? {
      let rows = ids.map { [Value.integer($0), .float(0.5)] }
      return expected.difference(rows, RowChecksum(rows, isOrdered: true))
    }
    #expect(difference([1, 3, 4]) == nil)
    #expect(difference([1, 5, 4]) != nil)
    #expect(difference([1, 2]) != nil)
  }
}

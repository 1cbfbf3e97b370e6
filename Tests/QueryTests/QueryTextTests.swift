import Backchannel
import Foundation
import GraphModel
import QueryEngine
import TestSupport
import Testing

@testable import Commands

@Suite("Queries of data/querytests")
struct QueryTextTests {
  static let tests: [QueryTextTest] = {
    let folder = Repository.root.appending(path: "data/querytests")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return QueryTextFile.tests(in: text, file: name)
    }
  }()

  @Test("There are tests, and each says what it expects")
  func files() {
    #expect(Self.tests.count >= 40)
    for test in Self.tests {
      #expect(!test.query.isEmpty, "\(test)")
      #expect((test.rows == nil) != (test.error == nil), "\(test)")
    }
  }

  @Test("A query gives the rows or the error that its file says", arguments: tests)
  func run(test: QueryTextTest) throws {
    let graph =
      test.isSeed ? PropertyGraph(try Case.demo().graph()) : PropertyGraph()
    let session = QuerySession(graph: graph)
    for setup in test.setup { _ = try session.run(setup) }
    var parameters: [String: Value] = [:]
    for (name, expression) in test.parameters {
      parameters[name] = try session.run("RETURN " + expression).rows[0][0]
    }
    do throws(QueryFailure) {
      let result = try session.run(test.query, parameters: parameters)
      check(result, graph, test)
    } catch {
      check(error, test)
    }
  }

  private func check(_ result: QueryResult, _ graph: PropertyGraph, _ test: QueryTextTest) {
    guard let expected = test.rows else {
      Issue.record("\(test): no error, but rows \(result.rows)")
      return
    }
    let text = ResultText(graph: graph)
    var lines = result.rows.map { $0.map(text.text).joined(separator: " | ") }
    if !result.columns.isEmpty { lines.insert(result.columns.joined(separator: " | "), at: 0) }
    let got = test.isOrdered ? lines : lines.prefix(1) + lines.dropFirst().sorted()
    let wanted = test.isOrdered ? expected : expected.prefix(1) + expected.dropFirst().sorted()
    #expect(Array(got) == Array(wanted), "\(test)\n\(test.query)")
  }

  private func check(_ failure: QueryFailure, _ test: QueryTextTest) {
    guard let expected = test.error else {
      Issue.record("\(test): \(failure.errors[0])")
      return
    }
    let error = failure.errors[0]
    let text = DiagnosticRenderer(source: test.query).text(of: Diagnostic(error, in: test.query))
    #expect(error.code.rawValue == expected.first, "\(test): \(text)")
    for words in expected.dropFirst() { #expect(text.contains(words), "\(test): \(text)") }
  }
}

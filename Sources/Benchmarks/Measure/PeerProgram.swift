import Foundation
import GraphModel

/// Runs the scripts that measure other programs: `data/benchmarks/peers/peers.py`.
struct PeerProgram {
  private let python: String
  private let data: String
  private let stores: String
  /// The programs that are there.
  let names: [String]

  private static let script = "data/benchmarks/peers/peers.py"

  init(python: String, data: String, _ stores: String) throws {
    self.python = python
    self.data = data
    self.stores = stores
    let answer = try ChildProcess.output("/usr/bin/env", [python, Self.script, "--list"])
    names = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  /// Returns the figures of a workload; `nil` where the program does not do it, or fails.
  func figures(_ peer: String, _ workload: String) -> JSONValue? {
    let words = [python, Self.script, "--peer", peer, "--data", data, "--stores", stores, workload]
    guard let answer = try? ChildProcess.output("/usr/bin/env", words), !answer.isEmpty else {
      return nil
    }
    return try? JSONReader.read(answer).json
  }
}

import Foundation
import GraphModel

/// Reads the files that a generator and a reference leave: arguments and expected answers.
enum BenchmarkFiles {
  /// Says that a file is not what it should be.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Returns the JSON in a file.
  static func json(_ path: String) throws -> JSONValue {
    try JSONReader.read(Data(contentsOf: URL(fileURLWithPath: path))).json
  }

  /// Returns the arguments of a workload: one list of values per query.
  static func arguments(of workload: Workload, in parameters: JSONValue) throws -> [[Value]] {
    let arguments = try arguments(workload.argumentList, in: parameters)
    return workload.takesWholeList ? [[.list(arguments.flatMap { $0 })]] : arguments
  }

  /// Returns a list of arguments: one list of values per query.
  static func arguments(_ list: String?, in parameters: JSONValue) throws -> [[Value]] {
    guard let list else { return [[]] }
    guard case .array(let items)? = parameters[list] else {
      throw Unreadable(description: "the parameter file has no list \(list)")
    }
    return items.map { item in
      if case .array(let values) = item { values.map(argument) } else { [argument(item)] }
    }
  }

  /// A text that is a day means that day.
  private static func argument(_ json: JSONValue) -> Value {
    guard case .string(let text) = json, text.utf8.count == 10,
      let date = CalendarDate(parsing: text)
    else { return Value(json: json) }
    return .date(date)
  }

  /// Returns the expected answers of a workload by the position of the query.
  static func answers(_ workload: String, in path: String) throws -> [Int: ExpectedAnswer] {
    guard let data = FileManager.default.contents(atPath: path) else { return [:] }
    let mark = Data("{\"w\":\"\(workload)\",".utf8)
    var answers: [Int: ExpectedAnswer] = [:]
    for line in data.split(separator: UInt8(ascii: "\n")) where line.starts(with: mark) {
      let entry = try JSONReader.read(line).json
      guard case .integer(let index)? = entry["i"], let answer = ExpectedAnswer(entry) else {
        continue
      }
      answers[Int(index)] = answer
    }
    return answers
  }
}

extension Value {
  /// Makes a value of plain JSON.
  init(json: JSONValue) {
    self =
      switch json {
      case .null: .null
      case .boolean(let truth): .boolean(truth)
      case .integer(let number): .integer(number)
      case .float(let number): .float(number)
      case .string(let text): .string(text)
      case .array(let items): .list(items.map(Value.init(json:)))
      case .object(let members):
        .map(
          Dictionary(members.map { ($0.key, Value(json: $0.value)) }) { first, _ in first }
        )
      }
  }
}

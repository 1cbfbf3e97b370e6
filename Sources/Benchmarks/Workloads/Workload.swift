import GraphModel

/// Holds a query of the benchmark and how its answers are checked.
struct Workload: Sendable {
  /// The short name, as in the reference.
  let name: String
  /// What it asks.
  let title: String
  /// The query.
  let text: String
  /// The entry of the parameter file with a list of arguments; `nil` runs once, without any.
  let argumentList: String?
  /// The names of the parameters that one argument fills, in order.
  let parameterNames: [String]
  /// Whether the order of the rows belongs to the answer.
  let isOrdered: Bool
  /// The value of the one row for no row at all: a chain that does not exist.
  let valueOfNothing: Int64?
  /// Whether the whole list is the argument of one query.
  let takesWholeList: Bool
  /// Whether it runs only once, since the next run would find what the first has made.
  let isCold: Bool
  /// A query whose number belongs to the answer, which then gives only the first of so many rows.
  let countText: String?

  /// Returns the parameters of one argument.
  func parameters(_ argument: [Value]) -> [String: Value] {
    Dictionary(zip(parameterNames, argument)) { first, _ in first }
  }

  init(
    _ name: String,
    _ title: String,
    arguments: String? = nil,
    _ parameterNames: [String] = [],
    takesWholeList: Bool = false,
    isOrdered: Bool = false,
    valueOfNothing: Int64? = nil,
    isCold: Bool = false,
    countText: String? = nil,
    _ text: String
  ) {
    self.name = name
    self.title = title
    self.text = text
    argumentList = arguments
    self.parameterNames = parameterNames
    self.isOrdered = isOrdered
    self.valueOfNothing = valueOfNothing
    self.takesWholeList = takesWholeList
    self.isCold = isCold
    self.countText = countText
  }

  /// Returns the workload of a name.
  static func named(_ name: String) -> Workload? { all.first { $0.name == name } }

  /// The workloads that are queries, in order.
  static let all = meetings + algorithms + names
}

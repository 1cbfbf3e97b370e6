/// Says what breaks a rule, where, and how to put it right.
struct Finding: Hashable, CustomStringConvertible {
  let file: String
  let line: Int
  let what: String
  let fix: String

  var description: String { "\(file):\(line): \(what); fix: \(fix)" }
}

import CaseModel
import GraphModel

extension DatePhrase {
  /// Returns the phrase in EDTF: one date, or each of several that are all meant.
  ///
  /// - Throws: What does not exist or cannot be read.
  func edtf() throws(DateProblem) -> [String] {
    var ends: [(first: String, last: String)] = []
    for date in dates { ends.append(try date.ends()) }
    switch joint {
    case .choice:
      let list = ends.map { Self.joined($0, by: "..") }
      return ["[\(list.joined(separator: ","))]"]
    case .list:
      return ends.map { Self.joined($0, by: "/") }
    case .range:
      return [Self.joined((ends[0].first, ends[1].last), by: "/")]
    case nil:
      return [try opened(ends[0])]
    }
  }

  /// Applies "since", "after", "until" or "before".
  private func opened(_ ends: (first: String, last: String)) throws(DateProblem) -> String {
    switch opening {
    case .since: return "\(ends.first)/.."
    case .until: return "../\(ends.last)"
    case .after: return "\(try neighbour(of: ends.last, by: 1))/.."
    case .before: return "../\(try neighbour(of: ends.first, by: -1))"
    case .between: throw .unreadable("a date is missing")
    default: return Self.joined(ends, by: "/")
    }
  }

  private func neighbour(of text: String, by days: Int) throws(DateProblem) -> String {
    let bounds = (try? EDTF(text))?.bounds
    guard let day = days > 0 ? bounds?.latest : bounds?.earliest,
      let neighbour = day.adding(days: days)
    else { throw .unreadable("the date has no neighbour") }
    return neighbour.description
  }

  private static func joined(_ ends: (first: String, last: String), by sign: String) -> String {
    ends.first == ends.last ? ends.first : ends.first + sign + ends.last
  }
}

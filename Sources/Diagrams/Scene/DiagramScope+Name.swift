import CaseModel

extension DiagramScope {
  /// A name that stays the same from drawing to drawing.
  var name: String {
    switch self {
    case .whole: "whole"
    case .event(let id): "event \(id)"
    case .around(let centres, let hops):
      "\(hops) around " + centres.map(\.name).sorted().joined(separator: " ")
    case .records(let records): "rows of \(records.question)"
    }
  }
}

extension DiagramScope.Centre {
  fileprivate var name: String {
    switch self {
    case .entity(let id): id.rawValue
    case .event(let id): id.rawValue
    }
  }
}

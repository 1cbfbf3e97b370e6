import CaseModel

/// Says in a few words how strongly a fact is supported, with the signs of the terminal.
struct StatusMark {
  /// The sign of a claimant who contradicts themself.
  static let conflict = "≠"
  /// The sign of a fact about which nobody says anything.
  static let silence = "·"

  let view: CaseView

  /// "● confirmed by one side: Ruritania", "◐ reported, 1 origin" and so on, for the card of an
  /// event.
  func sentence(_ fact: FactID) -> String {
    guard let assessment = view.assessment(fact), let status = assessment.status else {
      return Self.sign(nil) + " nobody says"
    }
    let words =
      switch status {
      case .confirmed: "confirmed " + sides(assessment)
      case .corroborated, .reported: "\(status), " + counted(assessment.origins.count, "origin")
      case .unconfirmed, .disputed, .denied, .open: "\(status)"
      }
    return Self.sign(status) + " " + words + conflict(assessment)
  }

  /// The same, short enough to stand on a line: "● confirmed by R.".
  func caption(_ fact: FactID) -> String {
    guard let assessment = view.assessment(fact), assessment.status == .confirmed else {
      return sentence(fact)
    }
    let names = assessment.confirmingSides.map(shortName)
    let isAll = names.count > 1 && names.count == assessment.sides.count
    let speakers =
      isAll
      ? " by all sides"
      : names.count > 2
        ? " by \(names.count) sides"
        : names.isEmpty ? "" : " by " + names.joined(separator: ", ")
    return Self.sign(.confirmed) + " confirmed" + speakers + conflict(assessment)
  }

  /// "◐ reported" where `fact` is weaker than the whole; nothing where it is as strong.
  func weakness(_ fact: FactID, than whole: FactID) -> String? {
    let (own, other) = (view.status(fact), view.status(whole))
    guard own != other, Status.weaker(own, other) == own else { return nil }
    return Self.sign(own) + " " + (own?.rawValue ?? "nobody says")
  }

  /// The sign of a status.
  static func sign(_ status: Status?) -> String { status?.sign ?? silence }

  private func conflict(_ assessment: Assessment) -> String {
    assessment.contradictory.isEmpty ? "" : " " + Self.conflict
  }

  private func sides(_ assessment: Assessment) -> String {
    let names = assessment.confirmingSides.map(view.index.name)
    switch names.count {
    case 0: return "by a party to it"
    case assessment.sides.count: return names.count == 1 ? "by \(names[0])" : "by all sides"
    case 1: return "by one side: \(names[0])"
    default: return "by \(names.count) sides: " + names.joined(separator: ", ")
    }
  }

  /// The first acronym of a side, or its name.
  private func shortName(_ side: EntityID) -> String {
    view.index.entities[side]?.names.first { $0.kind == .acronym }?.text ?? view.index.name(side)
  }
}

/// "1 claim", "2 claims".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)" + (count == 1 ? "" : "s")
}

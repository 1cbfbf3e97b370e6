import CaseModel
import GraphModel

extension DossierContent {
  /// How a reader is to take all this, and how it can be made again.
  var methodSection: DossierSection {
    let rows = Self.firstFit.map { status in
      Table.Row(
        cells: [
          .line(Prose([.status(status, status?.rawValue ?? "nobody says")])),
          .line(.words(status?.asciiSign(origins: 2) ?? "[ ]")), .line(.words(Self.rule(status))),
        ]
      )
    }
    return DossierSection(
      name: "method",
      title: "How this was made",
      blocks: Self.method.map { .paragraph(.words($0)) } + [
        .table(
          Table(
            "How strong a fact is: the first row that fits",
            ["Status", "In plain text", "When"],
            rows: rows
          )
        ), .terms(state),
      ]
    )
  }

  /// The order of the rules, see `StatusTable`.
  private static let firstFit: [Status?] = [
    .disputed, .denied, .confirmed, .unconfirmed, .corroborated, .reported, .open, nil,
  ]

  private static let method = [
    """
    Everything here follows from claims. A claim is one claimant's stance on one fact, in one \
    source, at one date: asserts, confirms, denies, declines (was asked and neither confirms nor \
    denies), asks, or retracts. The claimant who speaks, the source that carries the words and \
    whoever recorded them are kept apart.
    """,
    """
    The status of a fact is derived from the claims about it each time, and never stored by hand. \
    A side is the country, or the agency where there is none, that somebody belongs to through \
    posts and containment at the time. A side affirms, denies, declines, contradicts itself, or is \
    silent. Silence is not denial.
    """,
    """
    An origin is the innermost claimant of a chain: forty reprints of one ambassador are one \
    origin. The column “Reached us” shows the chain from the claimant outwards.
    """,
    """
    Dates are stretches of days, with the words and the reason they rest on. When something \
    happened and when it became known are never mixed: “known since” is when the source was \
    published or, where that is not known, when the claimant said it.
    """,
    """
    A retraction takes its claim out of account from the day it was made; both stay in the list of \
    claims. Nothing is left out because somebody denied it. The sign ≠ marks a claimant who says \
    both that something is so and that it is not, or cannot be said.
    """,
  ]

  private static func rule(_ status: Status?) -> String {
    switch status {
    case .disputed: "somebody says so, and a party to it denies"
    case .denied: "a party denies, and nobody says so"
    case .confirmed: "a party says so on the record; the phrase names the sides that do"
    case .unconfirmed: "somebody says so, and a party that was asked declines to"
    case .corroborated: "two or more independent origins say so, no party has spoken"
    case .reported: "one origin says so"
    case .open: "it was only asked about"
    case nil: "it is recorded, and nobody is on record as saying so"
    }
  }

  private var state: [Block.Term] {
    var terms = [Block.Term(name: "Case", lines: [.text(index.content.info.id)])]
    func add(_ name: String, _ words: String?) {
      if let words { terms.append(Block.Term(name: name, lines: [.text(words)])) }
    }
    add("Subject", subject == .whole ? "the whole case" : title)
    add("Position in the log", provenance.logPosition.map(String.init))
    add("As known on", view.filter.asKnown?.description ?? "the day of the last entry of the log")
    add("Filters", view.filterSentence ?? "none")
    add("Hidden by filters", view.hiddenSentence ?? "nothing")
    add(
      "Edition",
      provenance.isPublicEdition ? "public: nothing confidential" : "complete"
    )
    add("Program", provenance.version.map { "Backchannel \($0)" })
    return terms
  }
}

import CaseModel

extension TestimonyDrawing {
  // MARK: - What is not drawn

  var undrawnNotes: [NetworkDOT.Node] {
    testimony.undrawn.sorted { $0.key < $1.key }.map { fact, count in
      NetworkDOT.Node(
        id: "more-\(fact)",
        label: .text("and \(counted(count, "more claim"))", style.detail),
        cssClass: "more",
        tooltip: "backchannel claims \(fact) --tree lists all"
      )
    }
  }

  var undrawnLinks: [NetworkDOT.Link] {
    testimony.undrawn.keys.sorted().map { fact in
      NetworkDOT.Link(
        id: "\(fact)>more",
        from: Testimony.id(fact),
        to: "more-\(fact)",
        stroke: style[.subject],
        cssClass: "more",
        tooltip: ""
      )
    }
  }

  var omissions: [Omission] {
    [
      Omission(view.events.count - 1, "event", .outside),
      Omission(testimony.undrawn.values.reduce(0, +), "claim", .lackOfRoom),
    ]
    .compactMap(\.self)
  }

  // MARK: - Around the drawing

  var page: DiagramPage {
    let title = "Who says what about \(event)"
    let subtitle =
      "\(view.index.events[event]?.title ?? ""). From left to right: the event, its facts, who says "
      + "what about each, and through whom it reached us. "
      + "From the case: \(view.index.content.info.title)"
    return DiagramPage(
      style: style,
      title: title,
      heading: Heading(style: style, title: title, subtitle: subtitle, samples: legend).label,
      footer: footer.label
    )
  }

  private var legend: [[LegendSample]] {
    let marks = LegendMarks(view: view, style: style)
    let asked: Set<Status?> = testimony.questions.isEmpty ? [] : [.open]
    let used = Set(([FactID(event)] + testimony.facts).map(view.status)).union(asked)
    let stances = Dictionary(
      (testimony.voices.map(\.claim) + testimony.relays.map(\.claim)).map {
        (claims.isTakenBack($0) ? nil : $0.stance, $0)
      }
    ) { first, _ in first }
    let samples = (Stance.allCases as [Stance?] + [nil]).compactMap { stance in
      stances[stance].map { claim in
        LegendSample.card(claims.look(claim), "\(claims.sign(claim)) \(Self.meaning(stance))")
      }
    }
    let via: [LegendSample] =
      testimony.relays.isEmpty ? [] : [.line(style[.subject], "reached us through")]
    return [marks.statuses(used) + marks.conflicts(testimony.facts), samples + via]
  }

  private static func meaning(_ stance: Stance?) -> String {
    switch stance {
    case .asserts: "a claim: says so"
    case .confirms: "confirms it"
    case .denies: "denies it"
    case .declines: "asked, neither confirms nor denies"
    case .asks: "asks"
    case .retracts: "takes a claim back"
    case nil: "a claim that was taken back"
    }
  }

  private var footer: Footer {
    let claims = Set(
      testimony.voices.map(\.claim.id) + testimony.relays.map(\.claim.id)
    )
    let sources = Set(claims.compactMap { view.index.claims[$0]?.source })
    var footer = Footer(
      view: view,
      style: style,
      counts: [
        counted(testimony.facts.count, "fact"), counted(claims.count, "claim"),
        counted(sources.count, "source"),
      ]
      .joined(separator: ", "),
      omissions: omissions
    )
    if testimony.unheardCount > 0 {
      footer.remarks = [
        "\(counted(testimony.unheardCount, "claim")) about this hidden by the filter"
      ]
    }
    footer.guide =
      "Dates in brackets: somewhere in this stretch. The same as a list: "
      + "backchannel claims \(event) --tree"
    return footer
  }
}

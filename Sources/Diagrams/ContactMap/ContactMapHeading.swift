import CaseModel

/// Makes the label above a contact map: title, samples of what occurs, what is folded and counted.
struct ContactMapHeading {
  let map: ContactMap
  let view: CaseView
  let style: StyleSheet

  var title: String {
    switch map.fold {
    case .agency: "Contacts between agencies"
    case .country: "Contacts between countries"
    case .community: "Contacts between communities"
    }
  }

  var label: HTMLLabel {
    let marks = LegendMarks(view: view, style: style)
    let heading = Heading(
      style: style,
      title: title,
      subtitle: "From the case: \(view.index.content.info.title)",
      samples: [marks.statuses(Set(map.contacts.flatMap { $0.events.map(\.status) })), frames]
    )
    let footer = Footer(
      view: view,
      style: style,
      counts: counts,
      omissions: map.omissions,
      remarks: remarks,
      guide: "Which events: point at a line, or run backchannel timeline NAME."
    )
    return CompactHeading.stacked([heading.label, footer.label])
  }

  private var frames: [LegendSample] {
    let names = GroupNames(view: view)
    let kinds = Set(map.groups.map { names.kind($0.key) })
    return NodeKind.allCases.filter(kinds.contains).map { .card(style[$0], meaning($0)) }
  }

  private func meaning(_ kind: NodeKind) -> String {
    switch kind {
    case .unnamed: "no \(map.fold == .agency ? "agency" : "group") known"
    case .person: "community: who met one another most"
    default: style[kind].meaning
    }
  }

  private var counts: String {
    [
      "\(counted(map.eventCount, "event")) with \(counted(map.participantCount, "participant"))",
      "folded into \(counted(map.groups.count, "group"))", counted(map.contacts.count, "contact"),
    ]
    .joined(separator: ", ")
  }

  private var remarks: [String] {
    var remarks = [
      "A contact is an event that brought together two participants, one of either group. It is as "
        + "strong as the weakest of three facts: that it took place, that one was there, and the "
        + "other. Each strength has a line of its own, wider with more events."
    ]
    if map.other.events > 0 {
      remarks.append("Other events, such as statements, bring nobody together.")
    }
    let silent = map.contacts.count - ContactMapDOT.captionLimit
    if silent > 0 {
      remarks.append(
        "\(counted(silent, "contact")) of the fewest events with words on hover alone."
      )
    }
    return remarks
  }
}

extension ContactMap {
  /// What the view shows and the map does not.
  public var omissions: [Omission] {
    [
      Omission(undrawn.groups, "group", .lackOfRoom),
      Omission(undrawn.participants, "participant", .lackOfRoom),
      Omission(undrawn.contacts, "contact", .lackOfRoom),
      Omission(other.events, "other event", .noPlace),
      Omission(other.participants, "participant", .noPlace),
    ]
    .compactMap(\.self)
  }
}

import CaseModel

extension DossierContent {
  /// What happened when: a table with a bar for every date.
  var timelineSection: DossierSection {
    let timeline = TimelineAnswer(selection.events, view: view)
    let scale = TimeScale(timeline.entries.compactMap { $0.date?.bounds })
    let hasTime = view.filter.happened != nil
    var columns = ["When"]
    if let scale { columns.append("\(scale.days.first) to \(scale.days.last)") }
    columns += ["Event", "Kind", "Status", "How the date is known"]
    if hasTime { columns.append("Within the days asked for") }
    let rows = timeline.entries.map { entry in
      let fact = FactID(entry.event.id)
      var cells: [Table.Cell] = [.line(.date(view.when(entry.event.id)))]
      if let scale { cells.append(.bar(entry.date.map { scale.bar($0.bounds) })) }
      cells += [
        .line(.event(entry.event.id) + " " + .text(entry.event.title)),
        .line(.words(entry.event.type.rawValue.lowercased())), .line(status(fact)),
        .lines(entry.date.map(basis) ?? []),
      ]
      if hasTime { cells.append(.line(.words("\(entry.isWithin)"))) }
      return Table.Row(cells: cells)
    }
    let order = timeline.certainOrder.map { pair in
      Prose.event(pair.before) + " before " + .event(pair.after)
    }
    var blocks: [Block] =
      rows.isEmpty
      ? [.paragraph("No events.")]
      : [
        .paragraph(
          "Dates in brackets: somewhere in this stretch; … stands for an end that nobody has said."
        ), .table(Table("Events by their first possible day", columns, rows: rows)),
      ]
    if !order.isEmpty {
      blocks.append(
        .paragraph("Certain of neighbours: " + order.joined(separator: ", ") + ".")
      )
    }
    return DossierSection(name: "timeline", title: "Timeline", count: rows.count, blocks: blocks)
  }
}

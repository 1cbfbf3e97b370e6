import CaseModel

/// Lists what a dossier consists of, whatever form it takes.
indirect enum Block {
  /// A sentence or several.
  case paragraph(Prose)
  /// What must not be overlooked.
  case warning(Prose)
  /// A list, with lists in it.
  case list([Item])
  /// A table.
  case table(Table)
  /// Names with what belongs to each.
  case terms([Term])
  /// The numbers by which a reader can tell how well supported the whole is.
  case counts(DossierCounts)
  /// A record with all that belongs to it.
  case record(Anchor, heading: Prose, [Block])
  /// The place of the diagram.
  case picture

  /// Holds an item of a list.
  struct Item {
    var anchor: Anchor?
    var line: Prose
    var items: [Item] = []
  }

  /// Holds a name and what belongs to it.
  struct Term {
    let name: String
    let lines: [Prose]
  }
}

/// Holds a table whose rows may stand in groups.
struct Table {
  /// What the table shows.
  let caption: String
  /// The names of the columns; the first cell of a row names the row.
  let columns: [String]
  /// The rows; without a heading there is one group.
  var groups: [Group]

  /// Holds rows under a heading of their own.
  struct Group {
    var anchor: Anchor?
    var heading: Prose?
    var rows: [Row]
  }

  /// Holds one row.
  struct Row {
    var anchor: Anchor?
    let cells: [Cell]
  }

  /// Lists what a cell can hold.
  enum Cell {
    /// Lines of text; none where there is nothing to say.
    case lines([Prose])
    /// A bar on an axis of days, which says nothing that another cell does not.
    case bar(TimeScale.Bar?)
    static func line(_ prose: Prose) -> Cell { .lines([prose]) }
  }

  init(_ caption: String, _ columns: [String], groups: [Group]) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
  }

  init(_ caption: String, _ columns: [String], rows: [Row]) {
    self.init(caption, columns, groups: [Group(rows: rows)])
  }
}

/// Holds a part of a dossier under a heading.
struct DossierSection {
  /// The name of its anchor.
  let name: String
  let title: String
  /// How much it holds, for the contents; `nil` where that says nothing.
  var count: Int?
  let blocks: [Block]
}

/// Holds a whole dossier before it takes a form.
struct DossierDocument {
  let title: String
  let summary: String?
  /// The line above the title.
  let kicker: String
  let introduction: [Block]
  let sections: [DossierSection]
  /// What `sections` tell, so that nothing leads elsewhere.
  let anchors: Set<Anchor>
}

/// Writes a plan as a mapping in YAML, with the reason for each line.
struct ProposalWriter {
  let plan: ProposalPlan
  let sample: RegisterSample
  let naming: ProposalNaming
  private var lines: [String] = []

  init(_ plan: ProposalPlan, _ sample: RegisterSample, _ naming: ProposalNaming) {
    self.plan = plan
    self.sample = sample
    self.naming = naming
  }

  /// Returns the text of the mapping.
  mutating func text() -> String {
    lines = []
    writeTop()
    writeFile()
    writeSource()
    for (when, reason) in plan.skips {
      add("\nskip:", "  - when: \(when)", "    reason: no meeting  # \(YAMLText.comment(reason))")
    }
    if !plan.cells.isEmpty {
      add("\ncells:")
      for (name, value) in plan.cells { add("  \(YAMLText.quoted(name)): \(value)") }
    }
    if plan.isRelations { writeRelations() } else { writeEvent() }
    writeUnused()
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ texts: String...) { lines += texts }

  private mutating func comment(_ text: String, indent: String = "") {
    add("\(indent)# \(YAMLText.comment(text))")
  }

  private mutating func writeTop() {
    let count = ProposalMaker.counted(sample.rowCount, "row")
    let rows = sample.isWhole ? "all of its \(count)" : "its first \(count)"
    comment("A proposal of 'backchannel map' for \(sample.file), made from \(rows).")
    comment("Read the reasons, put right what is wrong, and try it without writing anything:")
    add("#   \(YAMLText.comment(naming.command)) -n")
    comment("data/mappings/README.md says what each key means and what else there is.")
    add("format: backchannel-mapping", "version: 1")
    add("case: {id: \(naming.id), title: \(YAMLText.quoted(naming.title))}")
  }

  private mutating func writeFile() {
    let table = sample.table
    add("\nfile:")
    let word = DelimitedFormat.word(for: naming.delimiter)
    let isNamed = DelimitedFormat.delimiters.contains { $0.byte == naming.delimiter }
    add("  delimiter: \(isNamed ? word : YAMLText.quoted(String(UnicodeScalar(naming.delimiter))))")
    if sample.encoding != .utf8 { add("  encoding: \(sample.encoding.rawValue)") }
    if table.skippedLines > 0 { add("  skipLines: \(table.skippedLines)  # they are no table") }
    if !table.hasHeader { add("  header: false  # the first row is like the others") }
    if !table.columns.isEmpty {
      if table.hasHeader { comment("Some names of columns cannot stand in braces.", indent: "  ") }
      add("  columns: \(YAMLText.list(table.columns))")
    }
    if table.fillsShortRows { add("  shortRows: fill  # some rows lack their last cells") }
    if !plan.nothings.isEmpty {
      let count = ProposalMaker.counted(plan.nothings.reduce(0) { $0 + $1.count }, "cell")
      let words = plan.nothings.prefix(12).map(\.word)
      add("  empty: \(YAMLText.list(words))  # \(count): they stand for nothing")
    }
  }

  private mutating func writeSource() {
    add("\nsource:", "  id: \(naming.id)")
    add(
      "  title: \(YAMLText.quoted(naming.title))"
        + (naming.hasTitle ? "" : "  # REPLACE: what is the register called?")
    )
    add(
      "  publisher: \(YAMLText.quoted(naming.publisher))"
        + (naming.hasPublisher
          ? "" : "  # REPLACE: who published it? Each row is a claim of this publisher")
    )
    guard let link = plan.link else { return }
    comment("\(link.reason): each is a document of its own", indent: "  ")
    add("  each: {url: \(link.value)}")
  }

  // MARK: - Events

  private mutating func writeEvent() {
    add("\nevents:")
    let start = lines.count
    entry("type", plan.type?.value ?? "Meeting", plan.type?.reason ?? "nothing says otherwise")
    if let key = plan.key { entry("key", "[\(key.value)]", key.reason) }
    if let key = plan.possibleKey {
      comment(key.reason, indent: "    ")
      add("    #key: \(key.value)")
    }
    if let title = plan.title { entry("title", title.value, title.reason) }
    if let date = plan.date {
      entry("date", date.value, date.reason)
    } else {
      comment("No column holds dates: are these rows events at all?", indent: "    ")
    }
    list("place", plan.places)
    list("about", plan.topics)
    add("    participants:")
    for participant in plan.participants { write(participant) }
    if !plan.hasTwoSides {
      comment(
        "Only one side is in the table. If it is the diary of one person, take away the #:",
        indent: "      "
      )
      add("      #- {name: \"Jane Doe\", role: host}")
    }
    if let remarks = plan.remarks {
      comment(remarks.reason, indent: "    ")
      add("    #remarks: \(remarks.value)")
    }
    list("note", plan.notes)
    // The first line that is no comment begins the element of the list.
    if let first = lines.indices.dropFirst(start).first(where: { !lines[$0].hasPrefix("    #") }) {
      lines[first] = "  - " + lines[first].dropFirst(4)
    }
  }

  private mutating func entry(_ key: String, _ value: String, _ reason: String) {
    let comment = YAMLText.comment(reason)
    let line = "    \(key): \(value)"
    guard line.count + comment.count < 98 else {
      add("    # \(comment)", line)
      return
    }
    add("\(line)  # \(comment)")
  }

  private mutating func list(_ key: String, _ values: [ProposalPlan.Line]) {
    guard let first = values.first else { return }
    if values.count == 1 { return entry(key, first.value, first.reason) }
    add("    \(key):")
    for value in values { add("      - \(value.value)  # \(YAMLText.comment(value.reason))") }
  }

  private mutating func write(_ participant: ProposalPlan.Participant) {
    comment(participant.reason, indent: "      ")
    add("      - name: \(participant.name)")
    if let when = participant.when { add("        when: \(when)") }
    if participant.typeRule != nil || participant.type != "Person" {
      add("        type: \(participant.typeRule ?? participant.type)")
    }
    if let role = participant.role { add("        role: \(role)") }
    if !participant.split.isEmpty { add("        split: \(YAMLText.list(participant.split))") }
    if let brackets = participant.brackets { add("        brackets: \(brackets.rawValue)") }
    for (key, value) in participant.more { add("        \(key): \(value)") }
  }

  // MARK: - Relations

  private mutating func writeRelations() {
    add("")
    comment("Two names in each row and no date: links between them, rather than events.")
    add("relations:", "  - kind: linked-to")
    for (key, participant) in zip(["subject", "object"], plan.participants) {
      comment(participant.reason, indent: "    ")
      var parts = [
        "name: \(participant.name)", "type: \(participant.typeRule ?? participant.type)",
      ]
      if !participant.split.isEmpty { parts.append("split: \(YAMLText.list(participant.split))") }
      if let brackets = participant.brackets { parts.append("brackets: \(brackets.rawValue)") }
      parts += participant.more.filter { $0.key != "onBehalfOf" }.map { "\($0.key): \($0.value)" }
      add("    \(key): {\(parts.joined(separator: ", "))}")
    }
    if let word = plan.word { add("    word: \(word)") }
  }

  private mutating func writeUnused() {
    guard !plan.unused.isEmpty else { return }
    add("")
    comment("Nothing is made of these columns yet:")
    for column in plan.unused.prefix(60) {
      comment("\(column.value): \(column.reason)", indent: "")
    }
    if plan.unused.count > 60 { comment("and of \(plan.unused.count - 60) more") }
  }
}

/// Holds the case under check with what several checks look up.
struct CheckedCase {
  let content: CaseContent
  let index: CaseIndex
  let records: RecordTable
  let sides: SideResolver
  let archivedTexts: [SourceID: ArchivedText]

  init(_ content: CaseContent, archivedText: (Source) -> ArchivedText) {
    let resolved = content.resolvingTargets()
    self.content = resolved
    index = CaseIndex(resolved)
    records = RecordTable(resolved)
    sides = SideResolver(index)
    var texts: [SourceID: ArchivedText] = [:]
    for source in resolved.sources where source.archivedText != nil {
      texts[source.id] = archivedText(source)
    }
    archivedTexts = texts
  }
}

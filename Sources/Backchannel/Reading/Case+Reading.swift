public import CaseModel
import CaseStore
import GraphModel
import QueryEngine

extension Case {
  /// Returns a view of the records that an answer about a subject takes, from one snapshot; it gives
  /// the same answer as a view of all records, and counts as many hidden facts.
  ///
  /// A small case is read as a whole, and so is one of which a filter asks what it hides.
  ///
  /// - Parameters:
  ///   - filter: Makes the filter, for which the names of sources can be looked up.
  ///   - isFiltered: Whether the filter can hide anything.
  ///   - exact: Whether names are taken as they are written.
  /// - Throws: What `filter` throws, and what reading the case throws.
  public func view(
    of subject: AnswerSubject,
    isFiltered: Bool,
    exact: Bool = false,
    filter: (NameFinder) throws(BackchannelError) -> ReadFilter
  ) throws(BackchannelError) -> (view: CaseView, finder: NameFinder) {
    let finder = try finder(for: subject, isFiltered: isFiltered, exact: exact)
    return (CaseView(finder.index, filter: try filter(finder)), finder)
  }

  /// Reads the records, and finds them by their names.
  private func finder(for subject: AnswerSubject, isFiltered: Bool, exact: Bool)
    throws(BackchannelError) -> NameFinder
  {
    guard !isFiltered, subject != .everything else { return NameFinder(CaseIndex(try content())) }
    let source = try graphSource()
    if let image = source.image, let graph = PropertyGraph(source),
      let found = SubjectReader(graph).find(subject, exact: exact), !image.isDamaged
    {
      switch found {
      case .records(let content): return NameFinder(CaseIndex(content))
      case .directory(let finder): return finder
      }
    }
    return NameFinder(CaseIndex(try snapshot(of: source).content))
  }
}

extension GraphSource {
  /// All records: read where they stand in the index, if there is one, which takes a fraction of the
  /// time that the file takes; `nil` where the index is damaged, or the changes do not fit it.
  var content: CaseContent? {
    read({ CaseGraphDecoder.content(of: $0) }, { CaseGraphDecoder.content(of: GraphSnapshot($0)) })
  }

  /// The graph, read in the same way.
  var keyed: KeyedGraph? { read({ $0 }, { $0.keyed() }) }

  private func read<Result>(
    _ whole: (KeyedGraph) -> Result,
    _ indexed: (PropertyGraph) -> Result
  ) -> Result? {
    if case .whole(let graph) = base { return whole(graph) }
    guard let result = PropertyGraph(self).map(indexed) else { return nil }
    return image?.isDamaged == true ? nil : result
  }
}

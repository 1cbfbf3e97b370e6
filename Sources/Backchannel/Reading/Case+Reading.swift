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
    let index = try index(of: subject, isFiltered: isFiltered, exact: exact)
    let finder = NameFinder(index)
    return (CaseView(index, filter: try filter(finder)), finder)
  }

  private func index(of subject: AnswerSubject, isFiltered: Bool, exact: Bool)
    throws(BackchannelError) -> CaseIndex
  {
    guard !isFiltered, subject != .everything else { return CaseIndex(try content()) }
    let source = try graphSource()
    if case .whole(let graph) = source.base {
      return CaseIndex(CaseGraphDecoder.content(of: graph))
    }
    guard let graph = PropertyGraph(source) else { return CaseIndex(try content()) }
    let found = SubjectReader(graph).content(of: subject, exact: exact)
    guard source.image?.isDamaged != true else {
      replaceIndex()
      return CaseIndex(try content())
    }
    if let found { return CaseIndex(found) }
    return CaseIndex(try content())
  }
}

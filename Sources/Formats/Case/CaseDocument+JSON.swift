public import CaseModel
public import GraphModel

extension CaseDocument {
  /// Returns the document of `content`; its text is the JSON export of a case.
  ///
  /// The document depends on the records alone: they stand in natural order of their ids, every
  /// fact has its id written out, and what may be a list is one. Reading it again gives `content`,
  /// provided that its references resolve and that its texts are not empty.
  ///
  /// - Parameter derived: What follows from the records, for readers that do not derive it
  ///   themselves; passed over when the document is read.
  public static func json(of content: CaseContent, derived: JSONValue? = nil) -> JSONValue {
    CaseWriter(content).document(derived: derived)
  }
}

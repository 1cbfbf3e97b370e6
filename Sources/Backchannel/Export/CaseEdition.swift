public import CaseModel
import CaseStore
public import Formats
import GraphModel

/// Holds what is to be exported of a case, and what was taken out of it.
public struct CaseEdition: Sendable {
  /// What a format writes.
  public var edition: ExportEdition
  /// What the filter let through.
  public let content: CaseContent
  /// The public edition of that; `nil` where it was not asked for.
  public let publicEdition: PublicEdition?

  /// Makes an edition of a stored graph.
  init(_ stored: KeyedGraph, filter: ReadFilter, isPublic: Bool) {
    let all = CaseGraphDecoder.content(of: stored)
    content = CaseView(CaseIndex(all), filter: filter).visibleContent
    publicEdition = isPublic ? PublicEdition(of: content) : nil
    // What the filter hides is gone; what it lets through is weighed as it was seen.
    var weighing = filter
    weighing.happened = nil
    weighing.minimum = nil
    let view = CaseView(CaseIndex(publicEdition?.content ?? content), filter: weighing)
    edition = ExportEdition(view, in: stored, of: all, isPublic: isPublic)
  }
}

extension Case {
  /// Returns what an export writes.
  ///
  /// - Parameters:
  ///   - filter: Records that it hides are left out, and what only they support.
  ///   - isPublic: Whether what is confidential is left out, and what only that supports.
  public func edition(_ filter: ReadFilter = ReadFilter(), isPublic: Bool = false)
    throws(BackchannelError) -> CaseEdition
  {
    CaseEdition(try graph(), filter: filter, isPublic: isPublic)
  }

  /// Writes the case in a format, such as `CaseFormats.format(named: "graphml")`.
  ///
  /// - Parameters:
  ///   - format: One that can be written.
  ///   - sink: `MemorySink`, `FileSink` or `FolderSink`; whoever made it finishes it.
  /// - Throws: `usage` for a format that is only read; what the sink throws.
  @discardableResult
  public func export(
    as format: Format,
    filter: ReadFilter = ReadFilter(),
    isPublic: Bool = false,
    options: ExportOptions = ExportOptions(),
    to sink: any ExportSink
  ) throws(BackchannelError) -> ExportReport {
    var edition = try edition(filter, isPublic: isPublic).edition
    edition.options = options
    return try format.written(edition, to: sink)
  }
}

extension Format {
  /// Writes an edition.
  ///
  /// - Throws: `usage` for a format that is only read; what the sink throws.
  public func written(_ edition: ExportEdition, to sink: any ExportSink) throws(BackchannelError)
    -> ExportReport
  {
    guard let write else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "\(title) is read, but not written",
          remedy: "choose another format; 'backchannel formats' lists them"
        )
      )
    }
    do { return try write(edition, sink) } catch { throw BackchannelError(error) }
  }
}

extension BackchannelError {
  /// Makes an error of what is wrong with a file.
  public init(_ error: FormatError) {
    self.init(
      error.diagnostics,
      omittedCount: error.omittedCount,
      sourceText: error.sourceText
    )
  }
}

public import CaseModel
import Formats

/// Tells a case, or a part of it, so that it can be printed, sent and read without the program:
/// what is known, how strongly, who says so and where, what is asked, and what nobody has said.
///
/// ```swift
/// let dossier = Dossier(try opened.view(), subject: .event("M1"))
/// let drawing = try Diagram(view, scope: dossier.subject.diagramScope).render(.svg)
/// let page = try dossier.html(diagram: drawing)
/// let text = dossier.markdown(diagramFile: "case.svg")
/// ```
///
/// The same view gives the same bytes, always: no clock is read.
public struct Dossier: Sendable {
  /// Says which state of which edition of a case is told, for the reader's own check.
  public struct Provenance: Hashable, Sendable {
    /// The last entry of the log that is contained; `nil` where there is no log.
    public var logPosition: Int64?
    /// The version of the program.
    public var version: String?
    /// Whether everything confidential was taken out before, see `PublicEdition`.
    public var isPublicEdition: Bool

    /// Says what is known of the state; all may be left open.
    public init(
      logPosition: Int64? = nil,
      version: String? = nil,
      isPublicEdition: Bool = false
    ) {
      self.logPosition = logPosition
      self.version = version
      self.isPublicEdition = isPublicEdition
    }
  }

  /// What it is about.
  public let subject: DossierSubject
  /// How well supported it is, in numbers.
  public let counts: DossierCounts
  private let content: DossierContent

  /// Gathers what `view` shows of `subject`.
  ///
  /// Complexity: O(n log n) in the records of the case.
  public init(
    _ view: CaseView,
    subject: DossierSubject = .whole,
    provenance: Provenance = Provenance()
  ) {
    let selection = DossierSelection(view, subject: subject)
    self.subject = subject
    counts = DossierCounts(selection, view: view)
    content = DossierContent(
      view: view,
      subject: subject,
      selection: selection,
      counts: counts,
      provenance: provenance
    )
  }

  /// Whether there is nothing to tell: no event, claim or question.
  public var isEmpty: Bool {
    let selection = content.selection
    return selection.events.isEmpty && selection.claims.isEmpty && selection.questions.isEmpty
  }

  /// Returns one page that needs nothing beside it: well-formed HTML and XML at once, in UTF-8.
  ///
  /// - Parameter diagram: A diagram in SVG, as `Diagram.render(.svg)` returns it; `nil` is none.
  /// - Throws: `rendering` when the drawing holds what may not stand in a page.
  public func html(diagram: [UInt8]? = nil) throws(BackchannelError) -> [UInt8] {
    guard let diagram else {
      return DossierPage(content.document(hasPicture: false)).page.bytes
    }
    return try html { () throws(BackchannelError) in diagram }
  }

  /// Returns the same with a diagram that is asked for last, so that it can be drawn meanwhile.
  ///
  /// - Throws: `rendering`, and what `drawing` throws.
  public func html(drawing: () throws(BackchannelError) -> [UInt8]) throws(BackchannelError)
    -> [UInt8]
  {
    let document = content.document(hasPicture: true)
    let page = DossierPage(document).page
    let places = content.places(in: document)
    return page.filled(try DossierContent.embedded(try drawing(), places: places))
  }

  /// Returns the same as Markdown (CommonMark with tables), without a trace of HTML in it.
  ///
  /// - Parameter diagramFile: The name of a file with the diagram, beside the text; `nil` is none.
  public func markdown(diagramFile: String? = nil) -> String {
    DossierMarkdown(content.document(hasPicture: true), diagramFile: diagramFile).text
  }
}

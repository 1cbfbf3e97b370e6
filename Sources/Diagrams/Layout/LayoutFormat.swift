/// The formats that may be asked of Graphviz.
///
/// The list is closed on purpose: some formats of the library open windows or files, and one of
/// them crashes where there is no display.
public enum LayoutFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// Scalable Vector Graphics.
  case svg
  /// Portable Network Graphics.
  case png
  /// Portable Document Format.
  case pdf
  /// DOT with positions.
  case dot
  /// JSON with positions.
  case json
  /// DOT with drawing operations.
  case xdot
  /// Encapsulated PostScript.
  case eps
  /// PostScript.
  case ps

  /// The media type of the bytes.
  public var mediaType: String {
    switch self {
    case .svg: "image/svg+xml"
    case .png: "image/png"
    case .pdf: "application/pdf"
    case .dot, .xdot: "text/vnd.graphviz"
    case .json: "application/json"
    case .eps, .ps: "application/postscript"
    }
  }
}

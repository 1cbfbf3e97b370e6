/// The formats that may be asked of Graphviz.
///
/// The list is closed on purpose: some formats of the library open windows (`x11`, `xlib`, `gtk`),
/// one of which crashes where there is no display; `tk` writes a program in which a label could
/// be a command; `ico` comes from a plugin that dies where it may write no file.
public enum LayoutFormat: String, Sendable, Hashable, Codable, CaseIterable {
  // MARK: For readers

  /// Scalable Vector Graphics.
  case svg
  /// SVG, compressed by gzip.
  case svgz
  /// Portable Network Graphics.
  case png
  /// Portable Document Format.
  case pdf
  /// Encapsulated PostScript.
  case eps
  /// PostScript.
  case ps
  /// PostScript with notes for a conversion to PDF.
  case ps2
  case gif, jpg, webp, bmp, tif
  /// Vector Markup Language, for old office programs.
  case vml
  /// For Xfig.
  case fig

  // MARK: For programs

  /// DOT.
  case dot
  /// DOT as the library writes it, without positions.
  case canon
  /// DOT with drawing operations.
  case xdot
  /// JSON with positions and drawing operations.
  case json
  /// JSON with positions.
  case json0
  /// JSON of DOT with drawing operations.
  case xdotJSON = "xdot_json"
  /// Lines of words: one for each node and edge, with positions.
  case plain
  /// The same with the ports of edges.
  case plainExt = "plain-ext"
  /// An image map for HTML.
  case cmapx
  /// An image map for web servers.
  case imap

  /// The media type of the bytes.
  public var mediaType: String {
    switch self {
    case .svg, .svgz: "image/svg+xml"
    case .png: "image/png"
    case .pdf: "application/pdf"
    case .eps, .ps, .ps2: "application/postscript"
    case .gif: "image/gif"
    case .jpg: "image/jpeg"
    case .webp: "image/webp"
    case .bmp: "image/bmp"
    case .tif: "image/tiff"
    case .vml: "application/vnd.openxmlformats-officedocument.vmlDrawing"
    case .fig: "application/x-xfig"
    case .dot, .canon, .xdot: "text/vnd.graphviz"
    case .json, .json0, .xdotJSON: "application/json"
    case .cmapx: "text/html"
    case .plain, .plainExt, .imap: "text/plain"
    }
  }
}

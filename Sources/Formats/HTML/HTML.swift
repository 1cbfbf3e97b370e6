package import GraphModel

/// Builds HTML pages that are well-formed XML, too.
///
/// A page is a tree of typed parts. Text of unknown origin can stand only where the writer escapes
/// it, names of elements and attributes are closed lists, and links lead to a part of the page or
/// to the web.
package enum HTML {
  /// Holds a part of a page.
  package indirect enum Node: Sendable {
    /// Text, escaped when it is written.
    case text(String)
    /// An element.
    case element(Tag, [Attribute], [Node])
    /// A style sheet or a script of the program's own, which no text of a case can become.
    case code(Tag, StaticString)
    /// The place, one in a page, of markup that is put in when all else is written, such as a drawing.
    case gap
  }

  /// Lists the elements that pages use.
  package enum Tag: String, Sendable {
    case html, head, meta, title, style, script, body
    case header, nav, main, section, article, footer, figure, figcaption, div, span
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, a, strong, q, bdi, code, button
    case table, caption, thead, tbody, tr, th, td
    case svg, rect, path

    /// Whether the element can have no content.
    var isVoid: Bool { self == .meta }
  }

  /// Lists the attributes that pages use.
  package enum Attribute: Sendable {
    case id(String)
    case `class`(String)
    case href(Target)
    case lang(String)
    case dir(Direction)
    case label(String)
    case labelledBy(String)
    case isHidden
    case isHiddenFromReaders
    case role(StaticString)
    case scope(StaticString)
    case columnSpan(Int)
    case dataLabel(String)
    case dataAction(StaticString)
    case tabIndex(Int)
    case isButton
    case meta(StaticString, String)
    case policy(String)
    case charset
    case viewBox(StaticString)
    case preserveAspectRatio(StaticString)
    case number(StaticString, Double)
  }

  /// Says which way text runs.
  package enum Direction: String, Sendable {
    case auto
  }

  /// Says where a link leads.
  package enum Target: Hashable, Sendable {
    /// To the part of the page with this id.
    case part(String)
    /// To the web; nothing is loaded before somebody follows it.
    case web(WebAddress)
  }
}

extension HTML.Node {
  /// Makes an element.
  package static func tag(_ tag: HTML.Tag, _ attributes: HTML.Attribute..., content: [HTML.Node])
    -> HTML.Node
  {
    .element(tag, attributes, content)
  }

  /// Makes an element around a text.
  package static func tag(_ tag: HTML.Tag, _ attributes: HTML.Attribute..., text: String)
    -> HTML.Node
  {
    .element(tag, attributes, [.text(text)])
  }
}

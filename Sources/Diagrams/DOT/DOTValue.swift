/// The value of a DOT attribute, typed by what the text is for.
///
/// The case chooses the escaping, so a text cannot act as markup, as a DOT escape such as `\N`,
/// or as a link. `DOTAttribute.accepts(_:)` says which attribute takes which case.
public enum DOTValue: Sendable, Hashable {
  /// Text to be shown as it is; a newline starts a centred line.
  case plain(String)
  /// Text with fonts and tables.
  case html(HTMLLabel)
  /// Text to be shown on hover.
  case tooltip(String)
  /// A link: `https:`, `http:` or a `#fragment`. Anything else is left out.
  case url(String)
  /// A constant of the language, a colour or a size: 1 to 128 of `[A-Za-z0-9_,.#+ -]`. Anything
  /// else is left out.
  case keyword(String)
  /// A number; left out unless finite.
  case number(Double)
  /// The name of a node, a port or an element, written as a `DOTIdentifier`.
  case identifier(String)
  /// The id of a cluster.
  case cluster(String)
}

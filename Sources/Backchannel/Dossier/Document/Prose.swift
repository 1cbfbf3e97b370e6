import CaseModel
import GraphModel

/// Holds a line of text whose parts are told apart, so that each form of a dossier can show them
/// its own way and escape what comes from a case.
struct Prose: ExpressibleByStringLiteral {
  /// Lists the parts.
  indirect enum Span {
    /// The program's own words.
    case words(String)
    /// Text of the case.
    case text(String)
    /// A date, which is not broken into lines.
    case date(String)
    /// Something that stands out.
    case strong(Prose)
    /// The id or name of a record, which leads to where it is told.
    case record(Anchor, String)
    /// An address on the web.
    case web(WebAddress)
    /// Words of somebody, verbatim.
    case quote(String, language: String?)
    /// A status: its sign and a phrase; `nil` is for what nobody speaks of.
    case status(Status?, String)
    /// The sign of a conflict and a phrase.
    case conflict(String)
  }

  var spans: [Span]

  init(_ spans: [Span] = []) { self.spans = spans }
  init(stringLiteral words: String) { spans = [.words(words)] }

  static func words(_ words: String) -> Prose { Prose([.words(words)]) }
  static func text(_ text: String) -> Prose { Prose([.text(text)]) }
  static func date(_ text: String) -> Prose { Prose([.date(text)]) }
  static func strong(_ prose: Prose) -> Prose { Prose([.strong(prose)]) }

  static func + (left: Prose, right: Prose) -> Prose { Prose(left.spans + right.spans) }
  static func += (left: inout Prose, right: Prose) { left.spans += right.spans }
}

extension [Prose] {
  /// One line with something between any two.
  func joined(separator: String) -> Prose {
    var line = Prose()
    for (position, part) in enumerated() {
      if position > 0 { line += .words(separator) }
      line += part
    }
    return line
  }
}

extension Prose {
  static func claim(_ id: ClaimID) -> Prose { Prose([.record(.claim(id), id.rawValue)]) }
  static func event(_ id: EventID) -> Prose {
    Prose([.record(.fact(FactID(id)), id.rawValue)])
  }
  static func source(_ id: SourceID) -> Prose { Prose([.record(.source(id), id.rawValue)]) }
  static func question(_ id: QuestionID) -> Prose { Prose([.record(.question(id), id.rawValue)]) }

  static func claims(_ ids: [ClaimID]) -> Prose {
    ids.map(Prose.claim).joined(separator: " ")
  }
}

import ArgumentParser
import Backchannel
import CaseModel
import GraphModel

/// Narrows what a verb that reads sees.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only what was certainly known on this day (or at the end of this month or year).",
      valueName: "date"
    )
  )
  var asKnown: String?
  @Option(help: ArgumentHelp("Only events that may have been on this date.", valueName: "date"))
  var at: String?
  @Option(help: ArgumentHelp("Only events that may have been on or after it.", valueName: "date"))
  var from: String?
  @Option(help: ArgumentHelp("Only events that may have been on or before it.", valueName: "date"))
  var to: String?
  @Option(
    help: ArgumentHelp("Only facts at least as strong as this status.", valueName: "status"),
    completion: .list(Status.allCases.map(\.rawValue))
  )
  var min: String?
  @Option(
    help: ArgumentHelp("As if there were no such source (may be repeated).", valueName: "source")
  )
  var without: [String] = []
  @Option(
    help: ArgumentHelp("Only claims from this source (may be repeated).", valueName: "source")
  )
  var only: [String] = []
  @Flag(help: "Take names as they are written, without any guess at spelling.") var exact = false

  /// Whether nothing narrows what is seen.
  var isEmpty: Bool {
    [asKnown, at, from, to, min].allSatisfy { $0 == nil } && without.isEmpty && only.isEmpty
  }

  /// Returns the filter; sources are looked up by id, title or publisher.
  ///
  /// - Throws: `usage`, `invalidDate`, `invalidValue`, `nameUnknown`, `nameAmbiguous`.
  func filter(_ finder: NameFinder) throws(BackchannelError) -> ReadFilter {
    var filter = ReadFilter()
    if let asKnown { filter.asKnown = try Self.lastDay(of: asKnown, option: "--as-known") }
    filter.happened = try happened()
    if let min { filter.minimum = try Self.status(min) }
    for source in without { filter.without.insert(try finder.source(source)) }
    for source in only { filter.only.insert(try finder.source(source)) }
    return filter
  }

  /// Returns records as the filter shows them, and finds them by their names; both stay until the
  /// program ends.
  ///
  /// - Throws: As `filter(_:)`.
  func view(of content: CaseContent) throws(BackchannelError)
    -> (view: CaseView, finder: NameFinder)
  {
    let index = CaseIndex(content)
    let finder = NameFinder(index)
    let view = CaseView(index, filter: try filter(finder))
    UntilExit.keep(view)
    UntilExit.keep(finder)
    return (view, finder)
  }

  /// Returns the filter; the case is read only where sources must be looked up in it.
  ///
  /// - Throws: As `filter(_:)`, and what reading the case throws.
  func filter(of opened: Case) throws(BackchannelError) -> ReadFilter {
    let needsNames = !without.isEmpty || !only.isEmpty
    let content = needsNames ? try opened.content() : CaseContent(info: CaseInfo(id: "", title: ""))
    return try filter(NameFinder(CaseIndex(content)))
  }

  private func happened() throws(BackchannelError) -> DateBounds? {
    if let at {
      guard from == nil, to == nil else {
        throw BackchannelError.usage(
          "--at excludes --from and --to",
          "give either a date or a stretch"
        )
      }
      return try Self.bounds(at, option: "--at")
    }
    guard from != nil || to != nil else { return nil }
    var earliest: CalendarDate?
    var latest: CalendarDate?
    if let from { earliest = try Self.bounds(from, option: "--from").earliest }
    if let to { latest = try Self.bounds(to, option: "--to").latest }
    guard let bounds = DateBounds(earliest: earliest, latest: latest) else {
      throw BackchannelError.usage(
        "--from \(from ?? "") is later than --to \(to ?? "")",
        "exchange them"
      )
    }
    return bounds
  }

  /// Returns the last day of a date.
  ///
  /// - Throws: `invalidDate`.
  static func lastDay(of text: String, option: String) throws(BackchannelError) -> CalendarDate {
    guard let day = try bounds(text, option: option).latest else {
      throw BackchannelError(
        Diagnostic(
          .invalidDate,
          "\(option): '\(text)' has no last day",
          remedy: "give a day, such as 2018-01-30"
        )
      )
    }
    return day
  }

  private static func bounds(_ text: String, option: String) throws(BackchannelError) -> DateBounds
  {
    do {
      return try UncertainDate(edtf: text).bounds
    } catch {
      throw BackchannelError(
        Diagnostic(.invalidDate, "\(option): '\(text)': \(error.message)", remedy: error.remedy)
      )
    }
  }

  private static func status(_ text: String) throws(BackchannelError) -> Status {
    if let status = Status(rawValue: text.lowercased()) { return status }
    let known = Status.allCases.map(\.rawValue)
    throw BackchannelError(
      Diagnostic(
        .invalidValue,
        "--min: '\(text)' is no status",
        remedy: "one of \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: text, among: known)
      )
    )
  }
}

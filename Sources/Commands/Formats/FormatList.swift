import Backchannel
import Formats
import GraphModel

/// Lists formats for help and for errors.
enum FormatList {
  /// Returns a line for each of some formats: name, title, endings.
  static func help(where isWanted: (Format) -> Bool) -> String {
    let formats = CaseFormats.all.filter(isWanted)
    let width = formats.map { name($0).count }.max() ?? 0
    return formats.map { format in
      let lines = TextWrap.lines("\(format.title) (\(endings(format)))", width: 76 - width)
      let indent = String(repeating: " ", count: width)
      return lines.enumerated().map { index, line in
        "  \(index == 0 ? name(format).padding(to: width) : indent)  \(line)"
      }
      .joined(separator: "\n")
    }
    .joined(separator: "\n")
  }

  /// The endings of a format's files, with their dots.
  static func endings(_ format: Format) -> String {
    format.extensions.map { "." + $0 }.joined(separator: ", ")
  }

  /// Returns the format of a name.
  ///
  /// - Throws: `formatUnknown`, with all names.
  static func format(named name: String, where isWanted: (Format) -> Bool)
    throws(BackchannelError) -> Format
  {
    let formats = CaseFormats.all.filter(isWanted)
    if let format = formats.first(where: { $0.name == name.lowercased() }) { return format }
    let names = formats.map(\.name)
    throw BackchannelError(
      Diagnostic(
        .formatUnknown,
        "'\(name)' is no format that can be used here",
        remedy: "one of \(names.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: name, among: names)
      )
    )
  }

  private static func name(_ format: Format) -> String {
    format.name + (format.isFolder ? "/" : "")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

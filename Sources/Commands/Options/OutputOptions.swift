import ArgumentParser
import GraphModel

/// Says in which form a verb that reads prints its answer.
struct OutputOptions: ParsableArguments {
  /// Lists the forms.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, tsv, json
  }

  @Option(help: "table (on a terminal), tsv (in a pipe), or json.") var format: Format?
  @Flag(help: "Short for --format json.") var json = false
  @Flag(help: "Use no characters beyond ASCII for signs and lines.") var ascii = false
  @Flag(inversion: .prefixedNo, help: "Use colours (on a terminal, unless NO_COLOR is set).")
  var color: Bool?

  /// Prints an answer in the form asked for.
  func print(_ report: Report, json value: @autoclosure () -> JSONValue) {
    let console = Console.current
    switch chosen(console) {
    case .json: console.print(value().text(indented: true) + "\n")
    case .tsv: console.print(TSVRenderer.text(of: report))
    case .table: console.print(renderer(console).text(of: report))
    }
  }

  private func chosen(_ console: Console) -> Format {
    if json { return .json }
    return format ?? (console.isTerminal ? .table : .tsv)
  }

  private func renderer(_ console: Console) -> ReportRenderer {
    let isPlain =
      console.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      || console.environment["TERM"] == "dumb"
    return ReportRenderer(
      width: console.columns,
      isASCII: ascii,
      hasColor: color ?? (console.isTerminal && !isPlain)
    )
  }
}

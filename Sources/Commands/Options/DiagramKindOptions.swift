import ArgumentParser
import Backchannel
import GraphModel

/// Says which kind of diagram to draw.
struct DiagramKindOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw this entity or event, its events and who took part (may be repeated).",
      valueName: "name"
    )
  )
  var around: [String] = []
  @Option(
    help: ArgumentHelp("Go on so often through the events of who was reached.", valueName: "count")
  )
  var hops: Int?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Draw how two are connected, as 'path' answers.", valueName: "name name")
  )
  var path: [String] = []
  @Flag(help: "Let --path lead through countries, topics and outlets, too.")
  var throughHubs = false
  @Option(
    help: ArgumentHelp("Draw an event with every claim about it, as 'claims'.", valueName: "name")
  )
  var event: String?
  @Option(
    help: ArgumentHelp("Draw what the rows of an openCypher query hold.", valueName: "text")
  )
  var query: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Draw what changed between two days, as 'diff'.", valueName: "date date")
  )
  var diff: [String] = []

  /// Returns what is to be drawn.
  ///
  /// - Parameter target: What was named without an option.
  /// - Throws: `usage` unless one kind of diagram is asked for, and all that it takes is there.
  func request(target: String?) throws(BackchannelError) -> DiagramRequest {
    let given = [
      target.map { "'\($0)'" }, around.isEmpty ? nil : "--around", path.isEmpty ? nil : "--path",
      event == nil ? nil : "--event", query == nil ? nil : "--query", diff.isEmpty ? nil : "--diff",
    ]
    .compactMap(\.self)
    guard given.count < 2 else {
      throw BackchannelError.usage(
        "\(list(given)) ask for different diagrams",
        "draw one at a time, each into a file of its own"
      )
    }
    guard !throughHubs || !path.isEmpty else {
      throw BackchannelError.usage(
        "--through-hubs is for --path",
        "leave it out, or add --path NAME NAME"
      )
    }
    let centres = around + [target].compactMap(\.self)
    if let hops {
      guard !centres.isEmpty else {
        throw BackchannelError.usage(
          "--hops counts from somebody",
          "add --around NAME, or leave --hops out"
        )
      }
      guard hops > 0 else {
        throw BackchannelError.usage("--hops \(hops) reaches nobody", "give 1, 2 or more")
      }
    }
    if !path.isEmpty {
      let ends = try Self.pair(path, "--path takes two names", "write --path NAME NAME")
      return .path(ends.0, ends.1, throughHubs: throughHubs)
    }
    if !diff.isEmpty {
      let days = try Self.pair(diff, "--diff takes two days", "write --diff 2018-01-28 2018-02-01")
      return .diff(days.0, days.1)
    }
    if let event { return .testimony(event) }
    if let query { return .query(query) }
    if !around.isEmpty || hops != nil { return .around(centres, hops: hops ?? 1) }
    return target.map(DiagramRequest.record) ?? .whole
  }

  private static func pair(_ texts: [String], _ message: String, _ remedy: String)
    throws(BackchannelError) -> (String, String)
  {
    guard texts.count == 2 else {
      throw BackchannelError.usage(
        "\(message), and \(counted(texts.count, "is", "one is", "are")) given",
        remedy
      )
    }
    return (texts[0], texts[1])
  }
}

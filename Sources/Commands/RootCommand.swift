import ArgumentParser

/// The program as a whole; without a verb it says what there is to do first.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backchannel",
    abstract: "Who met whom, who says so, how strongly, since when, and what nobody has said.",
    discussion: """
      A case is chosen by --case FILE, else by $BACKCHANNEL_CASE, else it is case.backchannel in the
      current folder. --demo is a built-in case, in memory, on every verb that reads.

      Exit status: 0 found, 1 nothing found, 2 error.
      """,
    version: ProgramVersion.text,
    groupedSubcommands: groups.map { group in
      CommandGroup(name: group.name, subcommands: group.verbs.map { $0 })
    }
  )

  private static let groups: [(name: String, verbs: [any Verb.Type])] = [
    ("Start", [Demo.self, Init.self, Map.self, Import.self, Check.self]),
    (
      "Ask",
      [
        WhoMet.self, Met.self, Path.self, Timeline.self, Profile.self, Claims.self,
        Conflicts.self, Questions.self, Diff.self, Search.self, Query.self, Stats.self,
      ]
    ),
    ("Publish", [Render.self, DossierCommand.self, Export.self, ListFormats.self]),
    ("Keep", [Log.self, Undo.self, Redo.self, Index.self]),
  ]

  private static var all: some Sequence<any Verb.Type> { groups.lazy.flatMap(\.verbs) }

  /// The words that call the verbs.
  static var verbs: [String] { all.map { $0.verb } }

  /// Returns the verb that a word calls.
  static func verb(_ word: String) -> (any Verb.Type)? { all.first { $0.verb == word } }

  func run() {
    Console.current.print(
      """
      Backchannel: who met whom, who says so, how strongly, and what nobody has said.

        demo        the built-in case, in memory          backchannel demo
        who-met     with whom somebody met                backchannel who-met "Mike Pompeo" --demo
        met         whether two met                       backchannel met pompeo naryshkin --demo
        claims      who says so, and through whom         backchannel claims M1 --tree --demo
        questions   what nobody has answered              backchannel questions --demo
        path        how two are connected                 backchannel path pompeo antonov --demo
        timeline    what happened when                    backchannel timeline --demo
        render      a diagram                             backchannel render --demo
        dossier     all of it, to print and to send       backchannel dossier --demo
        export      the graph as JSON, GraphML and more   backchannel export --demo
        init        a case of your own                    backchannel init && backchannel import FILE
        map         a register as a case                  backchannel map FILE

      Try: backchannel demo        All verbs: backchannel --help

      """
    )
  }
}

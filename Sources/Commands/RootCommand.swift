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
    groupedSubcommands: [
      CommandGroup(
        name: "Start",
        subcommands: [Demo.self, Init.self, Map.self, Import.self, Check.self]
      ),
      CommandGroup(
        name: "Ask",
        subcommands: [
          WhoMet.self, Met.self, Path.self, Timeline.self, Profile.self, Claims.self,
          Conflicts.self, Questions.self, Diff.self, Search.self, Query.self, Stats.self,
        ]
      ),
      CommandGroup(
        name: "Publish",
        subcommands: [Render.self, DossierCommand.self, Export.self, ListFormats.self]
      ),
      CommandGroup(name: "Keep", subcommands: [Log.self, Undo.self, Redo.self, Index.self]),
    ]
  )

  /// Returns the verb of this name; each gives its own, since looking up that of a type takes a
  /// millisecond.
  static func verb(_ name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }

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

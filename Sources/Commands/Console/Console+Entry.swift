import CaseStore

extension Console {
  /// Says in which entry of the log an import stands, or would stand, and how to take it back.
  func tell(_ entry: LogEntry?, isDryRun: Bool) {
    guard let entry else { return note("Nothing changes.") }
    note(
      isDryRun
        ? "Dry run: nothing was written."
        : "Log entry \(entry.position). Take it back with: backchannel undo \(entry.position)"
    )
  }
}

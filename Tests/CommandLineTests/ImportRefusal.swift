import TestSupport
import Testing

extension Sandbox {
  /// Expects that an import of `tables.yaml` is refused, for a reason and with its place, and that it
  /// changes nothing.
  func expectRefusal(
    at place: String,
    because reason: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try run("log").output
    let run = try run("import", "tables.yaml")
    #expect(run.status == 2, sourceLocation: location)
    #expect(run.errors.contains(place), "\(run.transcript)", sourceLocation: location)
    #expect(run.errors.contains(reason), "\(run.transcript)", sourceLocation: location)
    #expect(try self.run("log").output == before, sourceLocation: location)
  }
}

/// Names the version of the program.
enum ProgramVersion {
  /// The version, as semantic versioning writes it.
  static let text = "0.1.0"
}

public import Formats
import GraphModel

/// Holds the mappings that come with the program; data/mappings has them with their documentation.
public enum MappingLibrary {
  /// Their names.
  public static let names = [
    "us-state-travels", "icews14", "gdelt-events", "gdelt-events-1", "gdelt-mentions",
    "trumpworld", "name-bench",
  ]

  /// Returns the mapping of a name; `nil` where there is none.
  ///
  /// - Throws: What is wrong with it.
  public static func mapping(named name: String) throws(BackchannelError) -> Mapping? {
    guard let bytes = bytes(name) else { return nil }
    do throws(FormatError) {
      return try Mapping.read(bytes, file: name) { path throws(FormatError) in
        throw FormatError([
          Diagnostic(.fileUnreadable, "a mapping of the library has no files", file: path)
        ])
      }
    } catch { throw BackchannelError(error) }
  }

  /// Returns the text of a mapping, to begin one's own with.
  public static func bytes(_ name: String) -> [UInt8]? {
    switch name {
    case "us-state-travels": PackageResources.us_state_travels_yaml
    case "icews14": PackageResources.icews14_yaml
    case "gdelt-events": PackageResources.gdelt_events_yaml
    case "gdelt-events-1": PackageResources.gdelt_events_1_yaml
    case "gdelt-mentions": PackageResources.gdelt_mentions_yaml
    case "trumpworld": PackageResources.trumpworld_yaml
    case "name-bench": PackageResources.name_bench_yaml
    default: nil
    }
  }
}

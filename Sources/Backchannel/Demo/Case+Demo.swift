public import CaseModel
import Formats

extension Case {
  /// Makes the built-in case of the spy chiefs in memory; nothing is written anywhere.
  public static func demo() throws(BackchannelError) -> Case { try inMemory(try demoContent()) }

  /// Returns the records of the built-in case.
  public static func demoContent() throws(BackchannelError) -> CaseContent {
    do {
      return try CaseDocument.read(PackageResources.case_yaml, file: "demo").content
    } catch {
      throw BackchannelError(error.diagnostics, omittedCount: error.omittedCount)
    }
  }
}

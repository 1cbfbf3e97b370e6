/// Lists every kind of error and warning of all layers: the one table that exit codes and remedies
/// derive from.
public enum ErrorCode: String, CaseIterable, Hashable, Sendable {
  // Command line
  case usage
  case nameAmbiguous
  case nameUnknown
  case fileUnreadable
  case fileUnwritable

  // Text formats
  case formatUnknown
  case notText
  case tooLarge
  case jsonSyntax
  case yamlSyntax
  case xmlSyntax
  case tableSyntax
  case badCompression
  case unknownKey
  case duplicateKey
  case missingKey
  case wrongType
  case invalidValue
  case invalidDate

  // Case content
  case invalidID
  case duplicateID
  case danglingID
  case circularVia
  case claimAboutNothing
  case dateWidens
  case saidAfterPublication
  case quoteNotInSource
  case archiveMissing
  case archiveChanged
  case noSide
  case unanswerableQuestion
  case duplicateName
  case factWithoutClaim

  // Store
  case caseMissing
  case caseExists
  case caseForeign
  case caseNewer
  case caseLocked
  case caseReadOnly
  case caseDamaged
  case logConflict
  case nothingToUndo
  case nothingToRedo
  case storage

  // Diagrams
  case rendering

  // Queries; what exactly is told by `QueryErrorCode`
  case query

  /// How to put it right, where that does not depend on the input.
  public var remedy: String? {
    switch self {
    case .tooLarge: "split the file, or import it as a table"
    case .notText: "save the file as UTF-8"
    case .caseMissing:
      "make one with 'backchannel init', name one with --case FILE, or use --demo"
    case .caseExists: "choose another name, or import into it with 'backchannel import'"
    case .caseForeign: "check the path; a case is made with 'backchannel init'"
    case .caseNewer: "update backchannel, or export the case as JSON with the newer version"
    case .caseLocked: "wait for the other program to finish, then try again"
    case .caseReadOnly: "copy the file to a place where you may write"
    case .caseDamaged: "restore a copy; 'sqlite3 FILE .recover' saves what is readable"
    case .nothingToUndo, .nothingToRedo: "see 'backchannel log'"
    default: nil
    }
  }

  /// The status with which the program ends: 2 for every error.
  public var exitCode: Int32 { 2 }
}

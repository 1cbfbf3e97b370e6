import GraphModel
import Testing

@Suite("Error codes")
struct ErrorCodeTests {
  @Test("have names of their own, fit for JSON", arguments: ErrorCode.allCases)
  func names(code: ErrorCode) {
    #expect(code.rawValue.wholeMatch(of: /[a-z]+([A-Z][a-z]*)*/) != nil || code == .invalidID)
    #expect(ErrorCode(rawValue: code.rawValue) == code)
  }

  @Test("all end the program with status 2", arguments: ErrorCode.allCases)
  func exitCode(code: ErrorCode) {
    #expect(code.exitCode == 2)
  }

  @Test("have remedies that read as a phrase", arguments: ErrorCode.allCases)
  func remedies(code: ErrorCode) {
    guard let remedy = code.remedy else { return }
    #expect(remedy.first?.isLowercase == true)
    #expect(remedy.last != ".")
  }

  @Test("of a store that cannot be used all say what to do")
  func storeRemedies() {
    let codes: [ErrorCode] = [
      .caseMissing, .caseExists, .caseForeign, .caseNewer, .caseLocked, .caseReadOnly,
      .caseDamaged, .nothingToUndo, .nothingToRedo,
    ]
    for code in codes { #expect(code.remedy != nil, "\(code)") }
  }
}

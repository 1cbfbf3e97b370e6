import GraphModel

/// Names of records and of our own words in the formats of the semantic web.
enum CaseTerm {
  /// The namespace of words that no published vocabulary has, such as `status` and `stance`.
  static let vocabulary = "urn:backchannel:terms:"

  /// The namespace of the records of a case.
  static func namespace(of caseID: String) -> String { "urn:backchannel:case:\(local(caseID)):" }

  /// Returns an id with everything percent-encoded that may not stand in a local name of Turtle or
  /// in a qualified name of PROV.
  static func local(_ id: String) -> String {
    var result = ""
    for (position, byte) in id.utf8.enumerated() {
      let isPlain =
        byte.isASCIIAlphanumeric || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-") && position > 0
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.utf8.count == 1 ? "%0" : "%") + digits
      }
    }
    return result
  }
}

/// The keywords and roles by which our own entities are known again.
enum FTMWord {
  static let header = "backchannel-case"
  static let claim = "claim"
  static let question = "question"
  static let topic = "topic"
  static let unnamed = "unnamed"
  static let slot = "empty slot"
  static let government = "stands for its country"
  static let confidential = "confidential"
  static let onRecord = "on the record"
  static let offRecord = "off the record"

  static let about = "about"
  static let place = "place"
  static let via = "via"
  static let utterance = "utterance"
  static let side = "side"
  static let agency = "agency"
  static let country = "country"
  static let accredited = "accredited to"
  static let askedBy = "asked by"

  static let identifier = "id:"
  static let digest = "sha256:"
  static let archive = "archived text:"
  static let archived = "archived at:"
  static let language = "language:"
}

/// Says why a text is no date that Backchannel can use.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a sentence.
  public let message: String
  /// How to put it right, as a sentence.
  public let remedy: String
  /// Where it is wrong, in UTF-8 bytes from the start of the text as given.
  public let byteOffset: Int

  /// The message and the remedy.
  public var description: String { "\(message) \(remedy)" }
}

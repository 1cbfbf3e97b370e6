/// Says what a reading verb asks about, as somebody wrote it, so that only the records that the
/// answer takes need to be read.
public enum AnswerSubject: Hashable, Sendable {
  /// The whole case.
  case everything
  /// In which events an entity took part, and with whom.
  case meetings(of: String)
  /// In which events both of two entities took part.
  case encounters(String, String)
  /// How two entities are connected, through countries, topics and outlets or not.
  case path(from: String, to: String, throughHubs: Bool)
  /// In which events an entity took part.
  case events(of: String)
  /// All that is known about an entity.
  case profile(String)
  /// What is said about a record, by one claimant or by all; of no record everything that the
  /// claimant says.
  case claims(about: String?, by: String?)
  /// Which claims cannot all stand.
  case conflicts
  /// What somebody demands to know.
  case questions
  /// Which names and titles match a text, and which words contain it.
  case search(String)
}

import CaseModel

/// Reads one clause of a remark: a verb and what belongs to it.
struct ClauseReader {
  let people: MentionReader
  let home: CountryName?
  let dates: DateReader
  let context: DateContext

  /// Returns the contact that a clause tells of, if it is understood.
  func contact(in clause: String) -> Contact? {
    var front = Front()
    var words = clause.split(separator: " ").map(String.init)
    takeFront(&words, into: &front)
    while let first = words.first?.lowercased(), words.count > 1,
      SentenceSplitter.adverbs.contains(first) || Self.pronouns.contains(first)
    { words.removeFirst() }
    guard let verb = words.first?.lowercased() else { return nil }
    guard var contact = contact(verb, words, verbatim: clause) else { return nil }
    if contact.place == nil { contact.place = front.place }
    if contact.date == nil { contact.date = front.date }
    return contact
  }

  /// Holds what stands in front of the verb: "In Kazan, met with", "On December 15, attended".
  private struct Front {
    var place: String?
    var date: UncertainDate?
  }

  private func takeFront(_ words: inout [String], into front: inout Front) {
    guard let first = words.first?.lowercased(), ["in", "at", "on"].contains(first),
      let comma = words.firstIndex(where: { $0.hasSuffix(",") }), comma < 8
    else { return }
    var end = comma
    // "On October 2, 2018, met": a year behind the comma belongs to the date.
    if end + 1 < words.count, words[end + 1].hasSuffix(","), Int(words[end + 1].dropLast()) != nil {
      end += 1
    }
    let text = words[1...end].joined(separator: " ").dropLast()
    guard end + 1 < words.count else { return }
    if let date = dates.read(String(text), in: context).date {
      front.date = date
    } else if first != "on" {
      front.place = String(text)
    }
    words.removeFirst(end + 1)
  }

  private func contact(_ verb: String, _ words: [String], verbatim: String) -> Contact? {
    if let list = meetingList(words) { return meeting(list, topic: nil, verbatim: verbatim) }
    switch verb {
    case "discussed", "reviewed", "negotiated", "explored":
      return discussion(words, verbatim: verbatim)
    case "accompanied", "joined", "supported": return company(words, verbatim: verbatim)
    case "traveled", "travelled":
      guard words.count > 2, words[1] == "with" else { return nil }
      return company(Array(words.dropFirst()), verbatim: verbatim)
    case "briefed": return briefing(words, verbatim: verbatim)
    case _ where Self.gatherings.contains(verb): return gathering(words, verbatim: verbatim)
    case _ where Self.statements.contains(verb):
      return titled(.statement, words.dropFirst(), verbatim: verbatim)
    case "signed": return titled(.signing, words.dropFirst(), verbatim: verbatim)
    default: return nil
    }
  }

  // MARK: - Meetings

  /// Returns the words behind "met with", "held talks with", "audience with" and their like.
  private func meetingList(_ words: [String]) -> ArraySlice<String>? {
    let keys = words.map { $0.lowercased() }
    guard let with = keys.firstIndex(of: "with"), with < 9, with + 1 < words.count else {
      guard keys[0] == "met", keys.count > 1, words[1].first?.isUppercase == true else {
        return nil
      }
      return words.dropFirst()
    }
    if Self.meetingVerbs.contains(keys[0]) { return words[1...] }
    let noun = keys[..<with].contains { Self.meetingNouns.contains($0.filter(\.isLetter)) }
    guard noun else { return nil }
    if ["held", "had", "began", "opened", "resumed", "continued"].contains(keys[0]) {
      return words[(with)...]
    }
    let isNounPhrase = keys[..<with].allSatisfy { Self.meetingWords.contains($0) }
    if isNounPhrase { return words[(with)...] }
    let joins = ["attended", "participated"].contains(keys[0])
    let rest = keys[..<with].dropFirst()
    return joins && rest.allSatisfy({ Self.meetingWords.contains($0) || $0 == "in" || $0 == "a" })
      ? words[(with)...] : nil
  }

  private func meeting(_ words: ArraySlice<String>, topic: String?, verbatim: String) -> Contact? {
    var contact = Contact(kind: .meeting, topic: topic, verbatim: verbatim)
    let start = words.firstIndex { $0.lowercased() == "with" } ?? words.startIndex - 1
    takeCircumstances(words[words.startIndex..<max(start, words.startIndex)], of: &contact)
    let tail = ListTail(words[(start + 1)...])
    let list = people.read(tail.list)
    contact.mentions = list.mentions
    contact.unread += list.unread
    contact.topic = contact.topic ?? list.topic
    for part in tail.parts { take(part, of: &contact) }
    return contact.mentions.isEmpty ? nil : contact
  }

  /// Reads what stands between "met" and "with": a place, a date, adverbs.
  private func takeCircumstances(_ words: ArraySlice<String>, of contact: inout Contact) {
    let words = words.filter { !SentenceSplitter.adverbs.contains($0.lowercased()) }
    guard !words.isEmpty else { return }
    take(words, of: &contact)
  }

  /// Reads what follows the list: "to discuss X", "on December 15", "in Erbil".
  private func take(_ part: [String], of contact: inout Contact) {
    let keys = part.map { $0.lowercased().filter { $0 != "," } }
    let rest = part.dropFirst().joined(separator: " ")
    let bare = rest.hasSuffix(",") ? String(rest.dropLast()) : rest
    switch keys[0] {
    case "to" where part.count > 2 && Self.topicVerbs.contains(keys[1]):
      contact.topic = contact.topic ?? part.dropFirst(2).joined(separator: " ")
    case "regarding", "concerning", "about":
      contact.topic = contact.topic ?? rest
    case "on":
      if let date = dates.read(bare, in: context).date {
        contact.date = date
      } else {
        contact.topic = contact.topic ?? rest
      }
    case "in" where part[1...].allSatisfy { $0.first?.isUppercase == true }:
      contact.place = contact.place ?? bare
    default:
      if let date = dates.read(part.joined(separator: " "), in: context).date {
        contact.date = date
      } else {
        contact.unread.append(part.joined(separator: " "))
      }
    }
  }

  private func discussion(_ words: [String], verbatim: String) -> Contact? {
    let keys = words.map { $0.lowercased() }
    // The last "with" that people follow: "relations with China with President Hu".
    for with in keys.indices.reversed() where keys[with] == "with" && with > 1 {
      if keys[with - 1] == "and" { continue }
      let topic = words[1..<with].joined(separator: " ")
      let list = words[with...]
      guard
        let contact = meeting(list, topic: topic, verbatim: verbatim),
        contact.mentions.contains(where: { $0.kind == .person || $0.kind == .unnamed })
      else { continue }
      return contact
    }
    return nil
  }

  // MARK: - Other contacts

  private func company(_ words: [String], verbatim: String) -> Contact? {
    let tail = ListTail(words.dropFirst())
    var reader = people
    reader.defaultCountry = home
    // "Joined President Trump's meeting": whom he joined stands in the genitive.
    var list = tail.list
    var unread = tail.parts.map { $0.joined(separator: " ") }
    if let genitive = list.firstRange(of: "\u{2019}s ") ?? list.firstRange(of: "'s ") {
      unread.insert(list[genitive.upperBound...].trimmingSpaces, at: 0)
      list = String(list[..<genitive.lowerBound])
    }
    let mentions = reader.read(list)
    guard let first = mentions.mentions.first, first.kind == .person else { return nil }
    var contact = Contact(kind: .company, mentions: mentions.mentions, verbatim: verbatim)
    contact.unread = mentions.unread + unread
    return contact
  }

  private func briefing(_ words: [String], verbatim: String) -> Contact? {
    let tail = ListTail(words.dropFirst())
    let list = people.read(tail.list)
    guard !list.mentions.isEmpty else { return nil }
    var contact = Contact(kind: .statement, mentions: list.mentions, verbatim: verbatim)
    contact.unread = list.unread
    for part in tail.parts { take(part, of: &contact) }
    return contact
  }

  private func gathering(_ words: [String], verbatim: String) -> Contact? {
    var rest = words.dropFirst()
    if rest.first == "in" { rest = rest.dropFirst() }
    return titled(.gathering, rest, verbatim: verbatim)
  }

  private func titled(_ kind: Contact.Kind, _ words: ArraySlice<String>, verbatim: String)
    -> Contact?
  {
    let title = words.joined(separator: " ")
    return title.isEmpty ? nil : Contact(kind: kind, title: title, verbatim: verbatim)
  }

  private static let pronouns: Set = ["he", "she", "they", "and"]
  private static let meetingVerbs: Set = [
    "met", "conferred", "consulted", "talked", "lunched", "dined",
  ]
  private static let meetingNouns: Set = [
    "meeting", "meetings", "talks", "discussions", "consultations", "audience", "call", "lunch",
    "dinner", "conversation", "conversations", "consultation", "session", "conference", "summit",
    "dialogue", "negotiations",
  ]
  private static let meetingWords = meetingNouns.union([
    "informal", "private", "summit", "bilateral", "trilateral", "working", "courtesy", "brief",
    "pre-summit", "official", "further", "a", "an", "second", "separate", "luncheon", "personal",
    "joint", "final", "preliminary", "daily",
  ])
  private static let topicVerbs: Set = [
    "discuss", "review", "negotiate", "address", "explore", "talk", "consider",
  ]
  private static let gatherings: Set = [
    "attended", "attends", "participated", "co-hosted", "hosted", "co-chaired", "chaired", "led",
    "co-led",
    "opened",
  ]
  private static let statements: Set = ["addressed", "delivered", "gave", "spoke"]
}

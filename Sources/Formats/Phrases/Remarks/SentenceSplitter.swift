/// Cuts a remark into sentences, and sentences into clauses with one verb each.
enum SentenceSplitter {
  /// Returns the sentences of a text without the signs at their ends.
  static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var current: [Substring] = []
    let words = text.split(whereSeparator: \.isWhitespace)
    var depth = 0
    for (index, word) in words.enumerated() {
      depth += word.count { $0 == "(" || $0 == "[" } - word.count { $0 == ")" || $0 == "]" }
      current.append(word)
      let next = index + 1 < words.count ? words[index + 1] : nil
      guard depth <= 0, ends(word, before: next) else { continue }
      depth = 0
      sentences.append(joined(current))
      current = []
    }
    if !current.isEmpty { sentences.append(joined(current)) }
    return sentences.filter { !$0.isEmpty }
  }

  private static func ends(_ word: Substring, before next: Substring?) -> Bool {
    guard let next else { return true }
    let bare = word.filter { !"\"\u{201C}\u{201D}')]".contains($0) }
    if bare.hasSuffix(";") { return true }
    guard bare.hasSuffix(".") || bare.hasSuffix("!") || bare.hasSuffix("?") else { return false }
    let key = bare.dropLast().lowercased()
    let isAbbreviation = key.count == 1 || key.contains(".") || abbreviations.contains(key)
    guard isAbbreviation else { return next.first?.isLowercase != true }
    // "returning to U.S. Announced": behind an abbreviation only a verb begins a sentence.
    return openers.contains(String(next))
  }

  private static func joined(_ words: [Substring]) -> String {
    var text = words.joined(separator: " ")
    while let last = text.last, ".;".contains(last) {
      if last == ".", abbreviations.contains(lastWord(of: text)) || lastWord(of: text).contains(".")
      {
        break
      }
      text.removeLast()
    }
    return text
  }

  private static func lastWord(of text: String) -> String {
    (text.split(separator: " ").last ?? "").dropLast().lowercased()
  }

  private static let abbreviations: Set = [
    "dr", "mr", "mrs", "ms", "gen", "lt", "col", "maj", "adm", "st", "jr", "sr", "prof", "sen",
    "gov",
    "rep", "amb", "brig", "capt", "cmdr", "sgt", "no", "vs", "mt", "ft", "hon", "rev", "msgr",
  ]

  private static let openers: Set = [
    "Met", "Also", "Attended", "Addressed", "Announced", "Accompanied", "Returned", "Visited",
    "Discussed", "Participated", "Signed", "Delivered", "Joined", "Departed", "Received", "Held",
  ]

  // MARK: - Clauses

  /// Returns the clauses of a sentence: it is cut in front of a verb behind a comma or "and".
  static func clauses(of sentence: String) -> [String] {
    let words = sentence.split(separator: " ")
    var clauses: [String] = []
    var current: [Substring] = []
    for (index, word) in words.enumerated() {
      if beginsClause(words, at: index) {
        while let last = current.last, last == "and" || last == "then" { current.removeLast() }
        append(current, to: &clauses)
        current = []
      }
      current.append(word)
    }
    append(current, to: &clauses)
    return clauses
  }

  private static func beginsClause(_ words: [Substring], at index: Int) -> Bool {
    guard index > 0, words[index].first?.isLowercase == true else { return false }
    let before = words[index - 1]
    guard before == "and" || before == "then" || before.hasSuffix(",") else { return false }
    var verb = index
    while verb + 1 < words.count, adverbs.contains(words[verb].lowercased()) { verb += 1 }
    guard isVerb(words[verb].lowercased()) else { return false }
    // "In Kazan, met with": the first words say where, and are no clause.
    let front = words[..<index].map { $0.lowercased() }
    return
      !(before.hasSuffix(",") && prepositions.contains(front[0])
      && !front.contains { isVerb($0) })
  }

  private static func append(_ words: [Substring], to clauses: inout [String]) {
    var text = words.joined(separator: " ")
    while let last = text.last, ",;".contains(last) { text.removeLast() }
    if !text.isEmpty { clauses.append(text) }
  }

  /// Tells whether a word is a verb of reports, in the past.
  static func isVerb(_ word: String) -> Bool {
    let word = word.filter { $0.isLetter || $0 == "-" }
    if verbs.contains(word) { return true }
    return word.count > 4 && word.hasSuffix("ed") && !notVerbs.contains(word)
  }

  static let prepositions: Set = ["in", "at", "on", "during", "while", "after", "before", "from"]
  static let adverbs: Set = [
    "also", "then", "later", "subsequently", "separately", "briefly", "informally", "privately",
    "again", "jointly", "individually", "twice", "formally", "publicly", "personally", "daily",
    "together", "bilaterally", "virtually", "first",
  ]
  private static let verbs: Set = [
    "met", "held", "gave", "made", "led", "co-led", "spoke", "laid", "paid", "saw", "took", "went",
    "flew", "sought", "began", "had", "left", "sent", "attends", "heard", "cut", "broke", "won",
    "drove", "dined", "rode", "brought", "told", "conferred", "stopped", "was",
  ]
  private static let notVerbs: Set = [
    "allied", "related", "united", "retired", "wounded", "displaced", "detained", "needed",
    "elected", "unified", "combined", "selected", "invited", "associated", "proposed", "verified",
    "continued", "advanced", "armed", "disabled", "called", "united", "integrated", "limited",
    "divided", "enhanced", "affected", "occupied", "renewed", "increased", "improved", "sacred",
  ]
}

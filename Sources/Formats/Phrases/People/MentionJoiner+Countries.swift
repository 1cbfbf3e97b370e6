/// Countries and brackets of mentions.
extension MentionJoiner {
  mutating func setCountry(of mention: inout Mention, said: CountryName?) {
    let isOffice = mention.titles.contains { title in
      !Self.courtesies.contains(title.text.lowercased())
    }
    if let said {
      mention.country = said
      mention.saysCountry = true
      foreign = said == reader.defaultCountry ? nil : said
    } else if mention.titles.contains(where: { $0.body != nil }) || !isOffice {
      return
    } else if let foreign {
      mention.country = reader.defaultCountry == nil ? foreign : nil
    } else {
      mention.country = reader.defaultCountry
    }
  }

  mutating func takeBracket(_ text: String?, of mention: inout Mention, isLast: Bool) {
    guard let text, !text.isEmpty else { return }
    let country = reader.countries.country(named: text)
    switch reader.brackets {
    case .topic: result.topic = text
    case .affiliation: mention.affiliation = text
    case .country, .automatic:
      if let country {
        mention.country = country
        mention.saysCountry = true
      } else if reader.brackets == .automatic, isLast, text.first?.isLowercase == true {
        result.topic = text
      } else {
        mention.affiliation = text
      }
    }
  }

  /// One country has one king and one foreign minister at a time: where a list has two, it is not
  /// plain of which country those are whose country it does not say.
  mutating func removeContradictions() {
    let unsaid = result.mentions.indices.filter { index in
      let mention = result.mentions[index]
      return mention.kind == .person && !mention.saysCountry && mention.country != nil
    }
    var seen: Set<String> = []
    let isContradiction = unsaid.contains { index in
      let titles = result.mentions[index].titles.map { $0.text.lowercased() }
      return titles.contains { Self.singles.contains($0) && !seen.insert($0).inserted }
    }
    guard isContradiction else { return }
    for index in unsaid { result.mentions[index].country = nil }
  }

  private static let singles: Set = [
    "president", "prime minister", "premier", "king", "queen", "emperor", "chancellor",
    "foreign minister", "foreign secretary", "sultan", "amir",
  ]

  private static let courtesies: Set = [
    "dr", "dr.", "doctor", "prof", "prof.", "professor", "mr", "mr.", "mrs", "mrs.", "ms", "ms.",
    "sir", "madame", "lady", "dame",
  ]
}

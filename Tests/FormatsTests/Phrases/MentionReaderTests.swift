import Testing

@testable import Formats

@Suite("People in cells")
struct MentionReaderTests {
  private let russia = CountryTable.standard.country(id: "russia")

  /// Writes mentions as `former Title@body+Title: Name (country)`, with `?` for somebody unnamed.
  private func text(_ list: MentionList) -> [String] {
    list.mentions.map { mention in
      let titles = mention.titles.map { title in
        (title.isFormer ? "former " : "") + title.text + (title.body.map { "@\($0)" } ?? "")
      }
      let head = titles.isEmpty ? "" : titles.joined(separator: "+") + ": "
      let country = mention.country.map { " (\($0.id))" } ?? ""
      let sign =
        switch mention.kind {
        case .person: ""
        case .unnamed: "?"
        case .agency: "#"
        case .country: "="
        }
      return head + sign + mention.name + country
    }
  }

  private func read(_ list: String, in country: String? = nil) -> [String] {
    let country = country.flatMap { CountryTable.standard.country(id: $0) }
    return text(MentionReader(defaultCountry: country).read(list))
  }

  @Test(
    "Titles are taken off names and kept",
    arguments: [
      ("President Vladimir Putin", "President: Vladimir Putin"),
      ("NATO Secretary General Jens Stoltenberg", "Secretary General@NATO: Jens Stoltenberg"),
      ("Foreign Minister Prince Saud", "Foreign Minister+Prince: Saud"),
      ("former President Hamid Karzai", "former President: Hamid Karzai"),
      ("Gen. Abdel Fattah el-Burhan", "Gen.: Abdel Fattah el-Burhan"),
      ("Dr. Tedros Adhanom Ghebreyesus", "Dr.: Tedros Adhanom Ghebreyesus"),
      ("His Holiness Pope Francis", "Pope: Francis"),
      ("Prime Minister Major", "Prime Minister: Major"),
      ("Minister of External Affairs S. Jaishankar", "Minister of External Affairs: S. Jaishankar"),
      ("Speaker of the Knesset Benny Gantz", "Speaker@Knesset: Benny Gantz"),
      (
        "UN Special Envoy for Syria Staffan de Mistura",
        "Special Envoy@United Nations: Staffan de Mistura (syria)"
      ),
      (
        "Acting Spanish Foreign Minister Josep Borrell",
        "Acting Foreign Minister: Josep Borrell (spain)"
      ),
      ("former South African President Mandela", "former President: Mandela (south-africa)"),
      ("King Hussein of Jordan", "King: Hussein (jordan)"),
      ("New Zealand Prime Minister Lange", "Prime Minister: Lange (new-zealand)"),
      ("Sheikh Abdullah bin Zayed Al Nahyan", "Sheikh: Abdullah bin Zayed Al Nahyan"),
      (
        "Sovereign Council Chair General Abdel Fattah el-Burhan",
        "Chair@Sovereign Council+General: Abdel Fattah el-Burhan"
      ),
    ]
  )
  func titles(input: String, expected: String) { #expect(read(input) == [expected]) }

  @Test("A title without a country is one of the country visited; a said one stays")
  func defaultCountry() {
    #expect(
      read("King Abdullah II and Japanese Foreign Minister Taro Kono", in: "jordan")
        == ["King: Abdullah II (jordan)", "Foreign Minister: Taro Kono (japan)"]
    )
    #expect(read("Xi Jinping", in: "jordan") == ["Xi Jinping"])
  }

  @Test("Without a country visited a title takes the one before it")
  func carriedCountry() {
    #expect(
      read("Russian President Vladimir Putin and Foreign Minister Sergey Lavrov")
        == ["President: Vladimir Putin (russia)", "Foreign Minister: Sergey Lavrov (russia)"]
    )
  }

  @Test("Behind somebody of a third country a title has none, for it may be either")
  func unclearCountry() {
    #expect(
      read("Palestinian President Abbas and Prime Minister Fayyad", in: "israel")
        == ["President: Abbas (palestinian-authority)", "Prime Minister: Fayyad"]
    )
  }

  @Test("Two presidents in one list are not both of the country visited")
  func contradiction() {
    #expect(
      read("Prime Minister Mario Draghi and Prime Minister Boris Johnson", in: "italy")
        == ["Prime Minister: Mario Draghi", "Prime Minister: Boris Johnson"]
    )
  }

  @Test("A title in the plural is that of each")
  func plural() {
    #expect(read("Presidents Sadat and Assad") == ["President: Sadat", "President: Assad"])
    #expect(
      read("Foreign Ministers Payne (Australia), Jaishankar (India) and Motegi (Japan)")
        == [
          "Foreign Minister: Payne (australia)", "Foreign Minister: Jaishankar (india)",
          "Foreign Minister: Motegi (japan)",
        ]
    )
    #expect(
      read("the Foreign Ministers of Australia (Payne) and Japan (Motegi)").last
        == "Foreign Minister: Motegi (japan)"
    )
  }

  @Test("Office-holders whom nobody names are one each")
  func offices() {
    #expect(
      read("the Foreign Ministers of France, Germany, and the United Kingdom")
        == [
          "Foreign Minister: ?Foreign Minister of France (france)",
          "Foreign Minister: ?Foreign Minister of Germany (germany)",
          "Foreign Minister: ?Foreign Minister of United Kingdom (united-kingdom)",
        ]
    )
    #expect(
      read("the Russian Foreign and Defense Ministers").map { String($0.prefix(16)) }
        == ["Foreign Minister", "Defense Minister"]
    )
  }

  @Test("Two offices of one man are one mention")
  func twoOffices() {
    #expect(
      read("Vice President and Foreign Minister Isabel de Saint Malo", in: "panama")
        == ["Vice President+Foreign Minister: Isabel de Saint Malo (panama)"]
    )
    #expect(
      read("Deputy Prime Minister and Minister of Foreign Affairs and Expatriates Ayman Safadi")
        == ["Deputy Prime Minister+Minister of Foreign Affairs and Expatriates: Ayman Safadi"]
    )
  }

  @Test(
    "Those whom nobody names keep their words",
    arguments: [
      ("senior officials", ["?senior officials (france)"]),
      ("his counterpart", ["?counterpart (france)"]),
      ("opposition leaders", ["?opposition leaders (france)"]),
      (
        "senior Soviet and Chinese officials",
        ["?senior Soviet officials (soviet-union)", "?Chinese officials (china)"]
      ),
      ("political and religious leaders", ["?political and religious leaders (france)"]),
      (
        "officials of Kazakhstan and Uzbekistan",
        ["?officials of Kazakhstan (kazakhstan)", "?officials of Uzbekistan (uzbekistan)"]
      ),
    ]
  )
  func unnamed(input: String, expected: [String]) { #expect(read(input, in: "france") == expected) }

  @Test("An unnamed group shows its country where its words do not")
  func displayName() {
    let reader = MentionReader(defaultCountry: russia)
    #expect(
      reader.read("senior officials").mentions.map(\.displayName) == ["senior officials (Russia)"]
    )
    #expect(reader.read("Russian officials").mentions.map(\.displayName) == ["Russian officials"])
  }

  @Test("Brackets hold a country, an affiliation or the topic of a list")
  func brackets() {
    #expect(
      read("Ministry Official A. Smith (Afghanistan)").last?.hasSuffix("(afghanistan)") == true
    )
    #expect(
      MentionReader().readOne("Jane Doe (Acme Ltd)").mentions.first?.affiliation == "Acme Ltd"
    )
    let list = MentionReader().read("Ann Lee, Bob Ray and Carl Orr (trade policy)")
    #expect(list.mentions.map(\.name) == ["Ann Lee", "Bob Ray", "Carl Orr"])
    #expect(list.topic == "trade policy")
    #expect(MentionReader(brackets: .topic).read("Ann Lee (NATO)").topic == "NATO")
  }

  @Test("Declared separators keep commas in names")
  func separators() {
    let reader = MentionReader(separators: [";"], isLastFirst: true)
    let list = reader.read("Lavrov, Sergey; von der Leyen, Ursula")
    #expect(list.mentions.map(\.name) == ["Sergey Lavrov", "Ursula von der Leyen"])
  }

  @Test("On whose behalf somebody came is kept apart")
  func behalf() {
    let mention = MentionReader().readOne("Jane Doe (Acme Ltd) on behalf of Foo GmbH").mentions
      .first
    #expect(mention?.name == "Jane Doe")
    #expect(mention?.affiliation == "Acme Ltd")
    #expect(mention?.onBehalfOf == "Foo GmbH")
  }

  @Test("Names with \"and\" in them stay whole")
  func andInNames() {
    #expect(
      read("the Prime Ministers of Trinidad and Tobago and Barbados").map {
        $0.split(separator: "(").last
      }
        == ["trinidad-and-tobago)", "barbados)"]
    )
  }

  @Test("What is not understood is said")
  func unread() {
    let list = MentionReader().read("President Xi and visited three schools")
    #expect(list.mentions.map(\.name) == ["Xi"])
    #expect(list.unread == ["visited three schools"])
  }

  @Test("Countries are found by name, adjective and code, and may be replaced")
  func countries() {
    let table = CountryTable(replacing: ["soviet-union": "russia"])
    #expect(table.country(named: "the Republic of Korea")?.id == "korea-south")
    #expect(table.country(named: "China, People\u{2019}s Republic of")?.id == "china")
    #expect(table.country(adjective: "Soviet")?.name == "Russia")
    #expect(table.country(code: "deu")?.name == "Germany")
    #expect(table.country(adjective: "Jordan\u{2019}s")?.id == "jordan")
    #expect(table.country(named: "Atlantis") == nil)
  }

  @Test("Hostile texts are read without harm")
  func hostile() {
    for text in [
      "", ",", "and", "and and and", "((((", "))))", "of", "of of", "the", "President",
      "Presidents of",
      "Minister of", "Prime Minister/Foreign Minister", ", Jr.", "(x)", "a (",
      String(repeating: "President ", count: 300),
      String(repeating: "Foreign and ", count: 300), "Minister of the", "Secretary General General",
    ] {
      _ = MentionReader(defaultCountry: russia).read(text)
      _ = MentionReader(separators: [";"], isLastFirst: true).read(text)
      _ = RemarkReader().read("Met with \(text)", country: russia)
    }
  }
}

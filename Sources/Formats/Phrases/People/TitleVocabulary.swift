/// Lists the words that titles are made of, in lower case.
enum TitleVocabulary {
  /// Words that may end a title by themselves.
  static let heads = words(
    """
    president minister premier chancellor king queen prince princess emperor empress sultan amir
    emir shah pope cardinal archbishop bishop patriarch chairman chairwoman chairperson
    chair co-chair secretary director representative envoy adviser advisor speaker governor mayor
    ambassador general marshal generalissimo admiral colonel major captain commander commissioner
    counselor councilor counsellor leader executive chief senator coordinator negotiator consul
    regent head comandante taoiseach duke duchess archduke imam catholicos spokesman
    spokeswoman administrator commander-in-chief dictator judge justice rabbi ayatollah
    dr doctor prof professor mr mrs ms madame sir lord lady dame gen lt col adm maj amb brig sheikh
    shaikh monsignor comrade treasurer attorney rector prosecutor
    """
  )
  /// Words that a head may have in front of it, besides the fields of work.
  static let modifiers = words(
    """
    former ex acting interim caretaker transitional deputy vice first second outgoing incoming
    assistant special personal permanent under honorary then chief high prime crown grand senior
    field major lieutenant brigadier lord royal head supreme executive permanent principal joint
    alternate opposition federal provisional presidential outgoing
    """
  )
  /// Fields of work: "Foreign Minister", "Minister of Defense", "Secretary of State".
  static let fields = words(
    """
    foreign external internal interior home affairs international cooperation defense defence war
    finance economic economy economics energy education trade commerce industry justice security
    policy public state states health environment environmental development labor labour agriculture
    culture cultural information planning transport transportation tourism science technology
    social national army staff armed forces navy air military political cabinet european
    commonwealth colonial immigration integration relations petroleum oil water youth sports
    treasury exchequer communications welfare rehabilitation reform climate democracy human rights
    regional strategic global arms control religious municipal peace migration expatriates emigrants
    government americas hemisphere parliamentary intelligence police press party council
    """
  )
  /// Heads that join the head before them: "Secretary General", "Chief Justice".
  static let followers: [String: Set<String>] = [
    "general": ["secretary", "director", "governor", "attorney", "consul", "lieutenant", "major"],
    "secretary": ["general", "chief"],
    "executive": ["chief"], "justice": ["chief"], "minister": ["chief"], "negotiator": ["chief"],
    "marshal": ["air", "chief"], "commander": ["chief"], "commissioner": ["chief"],
    "colonel": ["lieutenant"], "speaker": ["deputy"],
  ]
  /// Titles that may be a surname too: "Prime Minister Major".
  static let surnames: Set = [
    "major", "king", "marshal", "prince", "bishop", "pope", "general", "lord", "judge", "head",
    "chief", "speaker", "duke",
  ]
  /// Titles of a head of state, which go with no other office in one person.
  static let headsOfState: Set = [
    "president", "king", "queen", "emperor", "sultan", "shah", "pope",
  ]
  /// Words that say that a post is held no more.
  static let formers: Set = ["former", "ex", "ex-president", "then"]

  /// Words of respect, which neither are part of a name nor a post.
  static let honorifics = words("his her holiness excellency majesty highness all royal eminence")

  /// Nouns that end the name of a body: "Council", "Parliament".
  static let bodyNouns = words(
    """
    council commission committee parliament assembly congress party union bank fund organization
    organisation church court house staff ministry department knesset duma senate bundestag
    bundesrat authority agency association conference federation league coalition front movement
    government cabinet board institute office administration group commonwealth republic presidency
    diet soviet tribunal representatives commons delegation mission chamber quartet coordination
    """
  )
  /// Nouns for people nobody names.
  static let groupNouns = words(
    """
    officials leaders ministers members representatives delegations delegates counterparts
    counterpart personnel students politicians journalists executives people families troops
    employees soldiers ambassadors victims survivors women activists dissidents
    scientists commanders chiefs dignitaries parties authorities leadership others inspectors
    governors officers advisers advisors presidents kings secretaries negotiators workers refugees
    diplomats experts businessmen citizens legislators parliamentarians senators
    participants partners allies professionals alumni youth veterans mayors envoys
    community communities heads foreigners monarchs clergy staff mediators
    entrepreneurs commandants physicians astronauts athletes bishops rulers statesmen
    chairmen academics educators farmers intellectuals clerics generals colleagues groups
    """
  )

  /// Returns the words of a list.
  static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Returns the singular of a title whose last word is in the plural; nothing if it is not.
  static func singular(_ word: String) -> String? {
    let irregular = ["chairmen": "chairman", "secretaries": "secretary"]
    if let word = irregular[word] { return word }
    guard word.hasSuffix("s"), word.count > 3 else { return nil }
    let singular = String(word.dropLast())
    return heads.contains(singular) ? singular : nil
  }
}

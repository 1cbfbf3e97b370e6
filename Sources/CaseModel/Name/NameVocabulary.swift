/// Lists the words that surround names, in the spelling of `NameWord.latin`.
enum NameVocabulary {
  /// Titles and ranks that stand before a name, and what qualifies them.
  static let titles = words(
    """
    president ambassador general prof professor dr doctor mr mrs ms miss mx sir dame lord lady
    senator congressman congresswoman representative rep sen gov governor mayor judge justice
    minister secretary director chief head chairman chairwoman chairperson chair speaker leader
    chancellor premier prime vice deputy acting former ex foreign defense defence attorney
    colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm gen
    marshal brigadier commander spy king queen prince princess emperor sheikh shaikh emir sultan
    imam ayatollah rabbi pope cardinal bishop archbishop patriarch father sister reverend rev
    hon honorable honourable excellency comrade spokesman spokeswoman spokesperson envoy consul
    herr frau fraulein praesident prasident botschafter botschafterin minister ministerin kanzler
    kanzlerin aussenminister direktor freiherr graf
    monsieur m mme madame mlle mademoiselle maitre ministre ambassadeur ambassadrice presidente
    directeur general senateur
    senor senora srta sr sra don dona presidente ministro ministra embajador embajadora
    signor signora dottore dott onorevole ambasciatore
    pan pani prezydent ministr prezident posol direktor gospodin gospozha genieral gospodja
    president statsminister ambassador minister sayin bay bayan cumhurbaskani
    """
  )

  /// Articles, prepositions and particles; a query may have or lack them.
  static let smallWords = words(
    """
    an and the of to in for at on by
    de del della di da do dos das du des la le les el los las et
    van von vom zu zum zur der den dem die das und ter ten
    al ul bin bn ibn bint ben abu af av
    """
  )

  /// How patronymics end, in neutral spelling.
  static let patronymicEndings = [
    "ovich", "evich", "ivich", "ovic", "evic", "owitsch", "ewitsch", "ovitch", "evitch",
    "ovna", "evna", "ichna", "ivna",
  ]

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

/// Knows international bodies by their short and long names.
enum BodyTable {
  /// Returns the usual name of a body.
  static func body(_ name: some StringProtocol) -> String? { table[CountryTable.key(name)] }

  /// The most words in one name.
  static let longestWordCount = table.keys.map { $0.split(separator: " ").count }.max() ?? 1

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in rows.split(separator: "\n") {
      let names = line.split(separator: "|").map(String.init)
      for name in names { table[CountryTable.key(name)] = names.first }
    }
    return table
  }()

  private static let rows = """
    NATO|North Atlantic Treaty Organization|North Atlantic Council
    European Union|EU|E.U.|EC|EEC|European Community|European Communities
    European Commission
    European Council
    European Parliament
    European Economic Community
    United Nations|UN|U.N.
    OSCE|CSCE|Organization for Security and Cooperation in Europe
    IAEA|International Atomic Energy Agency
    PLO|Palestine Liberation Organization
    ASEAN|Association of Southeast Asian Nations
    African Union|AU
    African Union Commission|AU Commission
    Organization of African Unity|OAU
    CARICOM|Caribbean Community
    World Health Organization|WHO
    World Trade Organization|WTO
    World Bank
    International Monetary Fund|IMF
    Arab League|League of Arab States
    Gulf Cooperation Council|GCC
    Organization of American States|OAS
    OECD|Organization for Economic Cooperation and Development
    Council of Europe
    Taliban
    Hamas
    SEATO
    CENTO
    APEC
    IGAD
    ECOWAS
    ECOMOG
    UNHCR
    UNICEF
    INTERPOL
    International Committee of the Red Cross|ICRC
    Contact Group
    Quartet
    Northern Alliance
    """
}

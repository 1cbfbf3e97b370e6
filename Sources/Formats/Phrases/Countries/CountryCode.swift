import CaseModel

/// Knows the codes of countries with two letters.
enum CountryCode {
  /// Returns the code in ISO 3166-1 alpha-2, in small letters, of a country by one of its names.
  static func ofToday(_ country: Entity) -> String? {
    named(country)?.code.flatMap { short[$0] }
  }

  /// Returns the code that FollowTheMoney uses: also `eu`, `xk` and those of states that are no
  /// more, such as `suhh`.
  static func extended(_ entity: Entity) -> String? {
    if entity.name == "European Union" { return "eu" }
    guard let country = named(entity) else { return nil }
    return country.code.flatMap { short[$0] } ?? others[country.id]
  }

  /// Returns the country of a code as `extended` gives it.
  static func country(_ code: String) -> CountryName? {
    if code == "eu" { return CountryName(id: "eu", name: "European Union", code: nil) }
    if let long = long[code] { return CountryTable.standard.country(code: long) }
    return others.first { $0.value == code }.flatMap { CountryTable.standard.country(id: $0.key) }
  }

  private static func named(_ entity: Entity) -> CountryName? {
    ([entity.name] + entity.names.map(\.text)).lazy
      .compactMap { CountryTable.standard.country(named: $0) }.first
  }

  private static let short: [String: String] = Dictionary(
    pairs.map { ($0.0, $0.1) },
    uniquingKeysWith: { first, _ in first }
  )
  private static let long: [String: String] = Dictionary(
    pairs.map { ($0.1, $0.0) },
    uniquingKeysWith: { first, _ in first }
  )
  private static let others = [
    "czechoslovakia": "cshh", "german-democratic-republic": "dd", "kosovo": "xk",
    "serbia-and-montenegro": "csxx", "soviet-union": "suhh", "yugoslavia": "yucs",
  ]

  private static var pairs: [(String, String)] {
    table.split { $0 == " " || $0 == "\n" }.map { pair in
      (String(pair.prefix(3)), pair.suffix(2).lowercased())
    }
  }

  private static let table = """
    AFG:AF ALB:AL DZA:DZ AND:AD AGO:AO ATG:AG ARG:AR ARM:AM AUS:AU AUT:AT AZE:AZ BHS:BS BHR:BH
    BGD:BD BRB:BB BLR:BY BEL:BE BLZ:BZ BEN:BJ BTN:BT BOL:BO BIH:BA BWA:BW BRA:BR BRN:BN BGR:BG
    BFA:BF MMR:MM BDI:BI KHM:KH CMR:CM CAN:CA CPV:CV CAF:CF TCD:TD CHL:CL CHN:CN COL:CO COM:KM
    COG:CG COD:CD COK:CK CRI:CR CIV:CI HRV:HR CUB:CU CYP:CY CZE:CZ DNK:DK DJI:DJ DMA:DM DOM:DO
    ECU:EC EGY:EG SLV:SV GNQ:GQ ERI:ER EST:EE SWZ:SZ ETH:ET FRO:FO FJI:FJ FIN:FI FRA:FR GAB:GA
    GMB:GM GEO:GE DEU:DE GHA:GH GRC:GR GRL:GL GRD:GD GTM:GT GIN:GN GNB:GW GUY:GY HTI:HT VAT:VA
    HND:HN HKG:HK HUN:HU ISL:IS IND:IN IDN:ID IRN:IR IRQ:IQ IRL:IE ISR:IL ITA:IT JAM:JM JPN:JP
    JOR:JO KAZ:KZ KEN:KE KIR:KI PRK:KP KOR:KR KWT:KW KGZ:KG LAO:LA LVA:LV LBN:LB LSO:LS LBR:LR
    LBY:LY LIE:LI LTU:LT LUX:LU MDG:MG MWI:MW MYS:MY MDV:MV MLI:ML MLT:MT MHL:MH MRT:MR MUS:MU
    MEX:MX FSM:FM MDA:MD MCO:MC MNG:MN MNE:ME MAR:MA MOZ:MZ NAM:NA NRU:NR NPL:NP NLD:NL NZL:NZ
    NIC:NI NER:NE NGA:NG MKD:MK NOR:NO OMN:OM PAK:PK PLW:PW PSE:PS PAN:PA PNG:PG PRY:PY PER:PE
    PHL:PH POL:PL PRT:PT QAT:QA ROU:RO RUS:RU RWA:RW KNA:KN LCA:LC VCT:VC WSM:WS SMR:SM STP:ST
    SAU:SA SEN:SN SRB:RS SYC:SC SLE:SL SGP:SG SVK:SK SVN:SI SLB:SB SOM:SO ZAF:ZA SSD:SS ESP:ES
    LKA:LK SDN:SD SUR:SR SWE:SE CHE:CH SYR:SY TWN:TW TJK:TJ TZA:TZ THA:TH TLS:TL TGO:TG TON:TO
    TTO:TT TUN:TN TUR:TR TKM:TM TUV:TV UGA:UG UKR:UA ARE:AE GBR:GB USA:US URY:UY UZB:UZ VUT:VU
    VEN:VE VNM:VN YEM:YE ZMB:ZM ZWE:ZW MAC:MO
    """
}

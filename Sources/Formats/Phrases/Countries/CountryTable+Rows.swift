extension CountryTable {
  /// Holds what one line of the table says.
  struct Row {
    let country: CountryName
    let adjectives: [String]
    let names: [String]
  }

  /// The lines of the table, read.
  static var rows: [Row] {
    (current + former).split(separator: "\n").map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let lists = cells.dropFirst(3).map { list in
        list.split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
      }
      return Row(
        country: CountryName(id: cells[0], name: cells[2], code: cells[1].isEmpty ? nil : cells[1]),
        adjectives: lists.first ?? [],
        names: lists.dropFirst().first ?? []
      )
    }
  }

  /// Id, code, name, adjectives and further names of the states and territories of today.
  private static let current = """
    afghanistan|AFG|Afghanistan|Afghan|Islamic Republic of Afghanistan
    albania|ALB|Albania|Albanian|
    algeria|DZA|Algeria|Algerian|
    andorra|AND|Andorra|Andorran|
    angola|AGO|Angola|Angolan|
    antigua-and-barbuda|ATG|Antigua and Barbuda|Antiguan|
    argentina|ARG|Argentina|Argentine; Argentinian; Argentinean|
    armenia|ARM|Armenia|Armenian|
    australia|AUS|Australia|Australian|
    austria|AUT|Austria|Austrian|
    azerbaijan|AZE|Azerbaijan|Azerbaijani; Azeri|
    bahamas|BHS|Bahamas|Bahamian|The Bahamas
    bahrain|BHR|Bahrain|Bahraini|
    bangladesh|BGD|Bangladesh|Bangladeshi|
    barbados|BRB|Barbados|Barbadian|
    belarus|BLR|Belarus|Belarusian; Belarussian; Byelorussian|Byelorussia
    belgium|BEL|Belgium|Belgian|
    belize|BLZ|Belize|Belizean|
    benin|BEN|Benin|Beninese|
    bhutan|BTN|Bhutan|Bhutanese|
    bolivia|BOL|Bolivia|Bolivian|
    bosnia-herzegovina|BIH|Bosnia-Herzegovina|Bosnian; Bosnian Serb; Bosnian Croat|Bosnia;\
    Bosnia and Herzegovina
    botswana|BWA|Botswana|Botswanan|
    brazil|BRA|Brazil|Brazilian|
    brunei|BRN|Brunei|Bruneian|Brunei Darussalam
    bulgaria|BGR|Bulgaria|Bulgarian|
    burkina-faso|BFA|Burkina Faso|Burkinabe|
    burma|MMR|Burma|Burmese; Myanmar|Myanmar; Burma (Myanmar)
    burundi|BDI|Burundi|Burundian|
    cambodia|KHM|Cambodia|Cambodian|
    cameroon|CMR|Cameroon|Cameroonian|
    canada|CAN|Canada|Canadian|
    cape-verde|CPV|Cape Verde|Cape Verdean|Cabo Verde
    central-african-republic|CAF|Central African Republic||
    chad|TCD|Chad|Chadian|
    chile|CHL|Chile|Chilean|
    china|CHN|China|Chinese; PRC|People's Republic of China; PRC; China, People's Republic of
    colombia|COL|Colombia|Colombian|
    comoros|COM|Comoros|Comorian|
    congo-brazzaville|COG|Congo (Brazzaville)||Republic of the Congo; Republic of Congo
    congo-kinshasa|COD|Democratic Republic of the Congo|Congolese|Congo;\
    Democratic Republic of Congo; DRC; Zaire; Congo, Democratic Republic of
    cook-islands|COK|Cook Islands||
    costa-rica|CRI|Costa Rica|Costa Rican|
    cote-divoire|CIV|Cote d'Ivoire|Ivorian|Ivory Coast
    croatia|HRV|Croatia|Croatian|
    cuba|CUB|Cuba|Cuban|
    cyprus|CYP|Cyprus|Cypriot; Greek Cypriot; Turkish Cypriot|
    czechia|CZE|Czechia|Czech|Czech Republic
    denmark|DNK|Denmark|Danish|
    djibouti|DJI|Djibouti|Djiboutian|
    dominica|DMA|Dominica||
    dominican-republic|DOM|Dominican Republic|Dominican|
    ecuador|ECU|Ecuador|Ecuadorian; Ecuadorean|
    egypt|EGY|Egypt|Egyptian|
    el-salvador|SLV|El Salvador|Salvadoran; Salvadorian|
    equatorial-guinea|GNQ|Equatorial Guinea|Equatoguinean|
    eritrea|ERI|Eritrea|Eritrean|
    estonia|EST|Estonia|Estonian|
    eswatini|SWZ|Eswatini|Swazi|Swaziland
    ethiopia|ETH|Ethiopia|Ethiopian|
    faroe-islands|FRO|Faroe Islands|Faroese|
    fiji|FJI|Fiji|Fijian|
    finland|FIN|Finland|Finnish|
    france|FRA|France|French|
    gabon|GAB|Gabon|Gabonese|
    gambia|GMB|Gambia|Gambian|The Gambia
    georgia|GEO|Georgia|Georgian|
    germany|DEU|Germany|German|Federal Republic of Germany; Germany, Federal Republic of
    ghana|GHA|Ghana|Ghanaian|
    greece|GRC|Greece|Greek; Hellenic|
    greenland|GRL|Greenland|Greenlandic|
    grenada|GRD|Grenada|Grenadian|
    guatemala|GTM|Guatemala|Guatemalan|
    guinea|GIN|Guinea|Guinean|
    guinea-bissau|GNB|Guinea-Bissau||
    guyana|GUY|Guyana|Guyanese|
    haiti|HTI|Haiti|Haitian|
    holy-see|VAT|Holy See|Vatican|Vatican; Vatican City; the Vatican
    honduras|HND|Honduras|Honduran|
    hong-kong|HKG|Hong Kong||
    hungary|HUN|Hungary|Hungarian|
    iceland|ISL|Iceland|Icelandic|
    india|IND|India|Indian|
    indonesia|IDN|Indonesia|Indonesian|
    iran|IRN|Iran|Iranian|Islamic Republic of Iran
    iraq|IRQ|Iraq|Iraqi|
    ireland|IRL|Ireland|Irish|Republic of Ireland
    israel|ISR|Israel|Israeli|
    italy|ITA|Italy|Italian|
    jamaica|JAM|Jamaica|Jamaican|
    japan|JPN|Japan|Japanese|
    jordan|JOR|Jordan|Jordanian|
    kazakhstan|KAZ|Kazakhstan|Kazakh; Kazakhstani|
    kenya|KEN|Kenya|Kenyan|
    kiribati|KIR|Kiribati||
    korea-north|PRK|North Korea|North Korean; DPRK|Korea, North; DPRK
    korea-south|KOR|South Korea|South Korean; Korean; ROK|Republic of Korea; Korea; Korea, South;\
    Korea, Republic of; ROK
    kosovo||Kosovo|Kosovar; Kosovan|
    kuwait|KWT|Kuwait|Kuwaiti|
    kyrgyzstan|KGZ|Kyrgyzstan|Kyrgyz|Kyrgyz Republic; Kirghizia; Kyryzstan
    laos|LAO|Laos|Lao; Laotian|
    latvia|LVA|Latvia|Latvian|
    lebanon|LBN|Lebanon|Lebanese|
    lesotho|LSO|Lesotho|Basotho|
    liberia|LBR|Liberia|Liberian|
    libya|LBY|Libya|Libyan|
    liechtenstein|LIE|Liechtenstein||
    lithuania|LTU|Lithuania|Lithuanian|
    luxembourg|LUX|Luxembourg|Luxembourgish; Luxembourger|
    madagascar|MDG|Madagascar|Malagasy|
    malawi|MWI|Malawi|Malawian|
    malaysia|MYS|Malaysia|Malaysian|
    maldives|MDV|Maldives|Maldivian|
    mali|MLI|Mali|Malian|
    malta|MLT|Malta|Maltese|
    marshall-islands|MHL|Marshall Islands|Marshallese|Republic of the Marshall Islands
    mauritania|MRT|Mauritania|Mauritanian|
    mauritius|MUS|Mauritius|Mauritian|
    mexico|MEX|Mexico|Mexican|
    micronesia|FSM|Micronesia|Micronesian|Federated States of Micronesia;\
    Micronesia, Federated States of
    moldova|MDA|Moldova|Moldovan|
    monaco|MCO|Monaco|Monegasque|
    mongolia|MNG|Mongolia|Mongolian|
    montenegro|MNE|Montenegro|Montenegrin|
    morocco|MAR|Morocco|Moroccan|
    mozambique|MOZ|Mozambique|Mozambican|
    namibia|NAM|Namibia|Namibian|
    nauru|NRU|Nauru||
    nepal|NPL|Nepal|Nepalese; Nepali|
    netherlands|NLD|Netherlands|Dutch|Holland
    new-zealand|NZL|New Zealand|New Zealander|
    nicaragua|NIC|Nicaragua|Nicaraguan|
    niger|NER|Niger|Nigerien|
    nigeria|NGA|Nigeria|Nigerian|
    north-macedonia|MKD|North Macedonia|North Macedonian; Macedonian|Macedonia;\
    Macedonia, Former Yugoslav Republic of
    norway|NOR|Norway|Norwegian|
    oman|OMN|Oman|Omani|
    pakistan|PAK|Pakistan|Pakistani|
    palau|PLW|Palau|Palauan|Republic of Palau
    palestinian-authority|PSE|Palestinian Authority|Palestinian Authority;\
    Palestinian|Palestine; State of Palestine
    panama|PAN|Panama|Panamanian|
    papua-new-guinea|PNG|Papua New Guinea||
    paraguay|PRY|Paraguay|Paraguayan|
    peru|PER|Peru|Peruvian|
    philippines|PHL|Philippines|Philippine; Filipino|
    poland|POL|Poland|Polish|
    portugal|PRT|Portugal|Portuguese|
    qatar|QAT|Qatar|Qatari|
    romania|ROU|Romania|Romanian|Rumania
    russia|RUS|Russia|Russian|Russian Federation; Russian Republic
    rwanda|RWA|Rwanda|Rwandan|
    saint-kitts-and-nevis|KNA|St. Kitts and Nevis||Saint Kitts and Nevis; St. Christopher and Nevis
    saint-lucia|LCA|St. Lucia|St. Lucian|Saint Lucia
    saint-vincent|VCT|St. Vincent and the Grenadines||Saint Vincent and the Grenadines
    samoa|WSM|Samoa|Samoan|Western Samoa
    san-marino|SMR|San Marino||
    sao-tome-and-principe|STP|Sao Tome and Principe||
    saudi-arabia|SAU|Saudi Arabia|Saudi; Saudi Arabian|Kingdom of Saudi Arabia
    senegal|SEN|Senegal|Senegalese|
    serbia|SRB|Serbia|Serbian; Serb|
    seychelles|SYC|Seychelles||
    sierra-leone|SLE|Sierra Leone|Sierra Leonean|
    singapore|SGP|Singapore|Singaporean|
    slovakia|SVK|Slovakia|Slovak; Slovakian|Slovak Republic
    slovenia|SVN|Slovenia|Slovenian; Slovene|
    solomon-islands|SLB|Solomon Islands||
    somalia|SOM|Somalia|Somali; Somalian|
    south-africa|ZAF|South Africa|South African|
    south-sudan|SSD|South Sudan|South Sudanese|
    spain|ESP|Spain|Spanish|
    sri-lanka|LKA|Sri Lanka|Sri Lankan|Ceylon
    sudan|SDN|Sudan|Sudanese|
    suriname|SUR|Suriname|Surinamese|
    sweden|SWE|Sweden|Swedish|
    switzerland|CHE|Switzerland|Swiss|
    syria|SYR|Syria|Syrian|
    taiwan|TWN|Taiwan|Taiwanese|Republic of China
    tajikistan|TJK|Tajikistan|Tajik|
    tanzania|TZA|Tanzania|Tanzanian|
    thailand|THA|Thailand|Thai|
    timor-leste|TLS|Timor-Leste|Timorese|Timor Leste; East Timor
    togo|TGO|Togo|Togolese|
    tonga|TON|Tonga|Tongan|
    trinidad-and-tobago|TTO|Trinidad and Tobago|Trinidadian|
    tunisia|TUN|Tunisia|Tunisian|
    turkey|TUR|Turkey|Turkish|Türkiye
    turkmenistan|TKM|Turkmenistan|Turkmen|
    tuvalu|TUV|Tuvalu||
    uganda|UGA|Uganda|Ugandan|
    ukraine|UKR|Ukraine|Ukrainian|
    united-arab-emirates|ARE|United Arab Emirates|UAE; Emirati|UAE; U.A.E.
    united-kingdom|GBR|United Kingdom|British; U.K.; UK; Northern Irish|Great Britain;\
    Britain; U.K.; UK; England
    united-states|USA|United States|American; U.S.; US|United States of America; U.S.; US; USA;\
    U.S.A.
    uruguay|URY|Uruguay|Uruguayan|
    uzbekistan|UZB|Uzbekistan|Uzbek; Uzbekistani|
    vanuatu|VUT|Vanuatu||
    venezuela|VEN|Venezuela|Venezuelan|
    vietnam|VNM|Vietnam|Vietnamese|Viet Nam
    yemen|YEM|Yemen|Yemeni|
    zambia|ZMB|Zambia|Zambian|
    zimbabwe|ZWE|Zimbabwe|Zimbabwean|

    """

  /// The same of states that are no more.
  private static let former = """
    czechoslovakia||Czechoslovakia|Czechoslovak; Czechoslovakian|
    german-democratic-republic||German Democratic Republic|East German|East Germany; GDR
    netherlands-antilles||Netherlands Antilles||
    serbia-and-montenegro||Serbia and Montenegro||
    southern-rhodesia||Southern Rhodesia|Rhodesian|Rhodesia
    soviet-union||Soviet Union|Soviet|U.S.S.R.; USSR
    vietnam-south||South Vietnam|South Vietnamese|Republic of Vietnam
    vietnam-north||North Vietnam|North Vietnamese|
    west-germany||West Germany|West German|
    yugoslavia||Yugoslavia|Yugoslav; Yugoslavian|
    """
}

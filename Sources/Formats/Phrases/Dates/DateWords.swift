import CaseModel

/// Knows the words of dates in English, German, French and Spanish, and the names of months in
/// Italian, Portuguese, Dutch, Polish and Russian, without case and accents.
enum DateWords {
  /// Says what a word does in a date.
  enum Meaning: Hashable {
    /// A month from 1 to 12, or a season from 21 to 24 as in EDTF.
    case month(Int)
    /// The first, second or third third of a month, season or year.
    case part(Int)
    case approximately
    case perhaps
    case since
    case after
    case until
    case before
    case between
    case to
    case or
    case and
    case quarter
    /// Says nothing of its own: "the", a day of the week.
    case filler
    /// A number written as a word: "first".
    case ordinal(Int)
  }

  /// Returns what a word means; its full stop is left out.
  static func meaning(of word: some StringProtocol) -> Meaning? {
    let key = NameKeys.folded(String(word))
    if let meaning = table[key] { return meaning }
    // An abbreviation: "Sept", "Okt", "janv".
    guard key.count >= 3 else { return nil }
    let months = Set(monthNames.filter { $0.name.hasPrefix(key) }.map(\.month))
    guard months.count == 1, let month = months.first else { return nil }
    return .month(month)
  }

  /// Returns the months whose names begin so, for declared forms.
  static func month(_ word: some StringProtocol) -> Int? {
    if case .month(let month)? = meaning(of: word), month <= 12 { month } else { nil }
  }

  private static let monthNames: [(name: String, month: Int)] = [
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ].flatMap { names in
    names.split(separator: " ").enumerated().map { (String($0.element), $0.offset + 1) }
  }

  /// Names of which no shorter form is known: it could be a word of another language.
  private static let wholeMonthNames = [
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada "
      + "grudnia",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  ]

  private static let table: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    func add(_ meaning: Meaning, _ words: String) {
      for word in words.split(separator: " ") { table[String(word)] = meaning }
    }
    for names in wholeMonthNames {
      for (index, name) in names.split(separator: " ").enumerated() {
        table[NameKeys.folded(String(name))] = .month(index + 1)
      }
    }
    for (name, month) in monthNames { table[name] = .month(month) }
    add(.month(1), "ene jan")
    add(.month(6), "jun")
    add(.month(7), "jul juil")
    add(.month(21), "spring fruhling fruhjahr fruehling fruehjahr printemps primavera")
    add(.month(22), "summer sommer ete verano")
    add(.month(23), "autumn fall herbst automne otono")
    add(.month(24), "winter hiver invierno")
    add(.part(1), "early beginning start anfang debut principios comienzos inicios")
    add(.part(2), "mid mi middle mitte milieu mediados")
    add(.part(3), "late end ende fin finales fines")
    add(
      .approximately,
      "c ca circa about around approximately approx etwa ungefahr um vers environ env hacia"
    )
    add(.perhaps, "perhaps probably possibly maybe vermutlich wohl vielleicht peut-etre quizas")
    add(.since, "since from ab seit von vom depuis du desde del")
    add(.after, "after nach apres despues")
    add(.until, "until till bis jusque jusqu hasta")
    add(.before, "before vor avant antes")
    add(.between, "between zwischen entre")
    add(.to, "to through thru au al")
    add(.or, "or oder ou o")
    add(.and, "and und et y e")
    add(.quarter, "q quarter quartal trimestre")
    add(.filler, "the of in on at der des den dem die das im am le la les de el los a en dia day")
    add(.filler, "monday tuesday wednesday thursday friday saturday sunday")
    add(.filler, "mon tue tues wed thu thur thurs fri sat sun")
    add(.filler, "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag")
    add(.filler, "lundi mardi mercredi jeudi vendredi samedi dimanche")
    add(.filler, "lunes martes miercoles jueves viernes sabado domingo")
    add(.filler, "mo di do fr sa so")
    add(.ordinal(1), "first erstes premier primer 1er")
    add(.ordinal(2), "second zweites deuxieme segundo")
    add(.ordinal(3), "third drittes troisieme tercer")
    add(.ordinal(4), "fourth viertes quatrieme cuarto")
    add(.filler, "uhr h hrs hours pm il r roku г года")
    return table
  }()
}

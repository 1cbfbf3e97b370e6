import CaseModel
import Testing

@Suite("Name keys")
struct NameKeysTests {
  @Test("The exact key has single spaces and no invisible characters")
  func exact() {
    #expect(NameKeys("  Jane\t\n Roe\u{A0}").exact == "Jane Roe")
    #expect(NameKeys("\u{202B}Jane\u{200F} Roe\u{FEFF}").exact == "Jane Roe")
    #expect(NameKeys("Jose\u{301}").exact == NameKeys("Jos\u{E9}").exact)
  }

  @Test(
    "The folded key drops case and diacritics, in no language's own way",
    arguments: [
      ("JOSÉ", "jose"), ("Йосиф", "иосиф"), ("IŞIK", "isik"), ("Ostergard", "ostergard"),
    ]
  )
  func folded(_ name: String, _ expected: String) {
    #expect(NameKeys(name).folded == expected)
  }

  @Test(
    "The Latin key is ASCII in every script",
    arguments: [
      ("Łukasz Müller-Østergård", "lukasz muller ostergard"), ("Đorđe Þórður", "dorde thordur"),
      ("Işık İnce", "isik ince"), ("习近平", "xi jin ping"), ("Μητσοτάκης", "metsotakes"),
      ("Сергей Нарышкин", "sergej naryskin"), ("Conan O’Brien", "conan obrien"),
      ("e\u{301}o\u{301}", "eo"), ("Пашинян / Փաշինյան", "pasinan pasinyan"),
      ("नरेन्द्र मोदी", "narendra modi"), ("U.S. Dept. of State", "us dept of state"),
    ]
  )
  func latin(_ name: String, _ expected: String) {
    #expect(NameKeys(name).latin == expected)
  }

  @Test(
    "Transliterated keys unite the spellings of newspapers",
    arguments: [
      ("Сергей Нарышкин", "Sergey Naryshkin"), ("Сергей Нарышкин", "Sergei Naryškin"),
      ("Володимир Зеленський", "Volodymyr Zelenskyy"),
      ("Володимир Зеленський", "Volodymyr Zelensky"), ("Дмитрий", "Dmitri"),
      ("Дмитрий", "Dmitry"), ("Юрий", "Iurii"), ("Юрий", "Jurij"), ("Евгений", "Yevgeny"),
      ("Евгений", "Evgeny"), ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
      ("Նիկոլ Փաշինյան", "Nikol Pashinyan"), ("Müller", "Mueller"), ("Đoković", "Djokovic"),
      ("Østergaard", "Oestergaard"), ("Юрьевич", "Yurevich"), ("Юрьевич", "Yuryevich"),
    ]
  )
  func transliterated(_ name: String, _ other: String) {
    let keys = (NameKeys(name).transliterated, NameKeys(other).transliterated)
    #expect(!keys.0.isDisjoint(with: keys.1), "\(keys.0) and \(keys.1)")
  }

  @Test(
    "Consonant keys unite the spellings of different languages",
    arguments: [
      [
        "Naryshkin", "Нарышкин", "Naryškin", "Naryschkin", "Narychkine", "Narisjkin", "Naryszkin",
        "Narysjkin", "Narishkin", "Naryškins", "Naryškinas",
      ],
      [
        "Gorbachev", "Горбачев", "Gorbachov", "Gorbatschow", "Gorbatchev", "Gorbatsjov",
        "Gorbaczow", "Gorbatjov", "Gorbačov", "Gorbachoff", "Gorbačovs",
      ],
      ["Shcherbakov", "Щербаков", "Schtscherbakow", "Chtcherbakov", "Sjtsjerbakov", "Ščerbakov"],
      ["Khrushchev", "Хрущёв", "Chruschtschow", "Khrouchtchev", "Chruszczow", "Hruščov"],
      ["Tchaikovsky", "Чайковский", "Tschaikowski", "Tsjaikovski", "Czajkowski", "Čajkovskij"],
      ["Yeltsin", "Ельцин", "Eltsine", "Jeltsin", "Jelcin", "Jelzin"],
      ["Zhukov", "Жуков", "Schukow", "Joukov", "Zjoekov", "Żukow", "Zjukov"],
      ["Mikhail", "Михаил", "Michail", "Mijail", "Mihail"], ["John", "Джон", "Dzhon"],
      ["Huntsman", "Хантсман"], ["Ahmed", "Ahmad", "أحمد"], ["Mohammed", "Muhammad", "محمد"],
    ]
  )
  func consonants(_ spellings: [String]) {
    let keys = spellings.map { Set(NameKeys($0).consonants.joined()) }
    let shared = keys.dropFirst().reduce(keys[0]) { $0.intersection($1) }
    #expect(!shared.isEmpty, "\(Array(zip(spellings, keys)))")
  }

  @Test("Words with fewer than two sounds or with digits have no consonant key")
  func noConsonantKey() {
    #expect(NameKeys("Io Ai Unit9").consonants == [[], [], []])
  }

  @Test("Names and queries are cut at their limits")
  func limits() {
    let long = String(repeating: "a", count: 5_000)
    #expect(NameKeys(long).exact.count == NameKeys.maximumNameScalars)
    let query = NameKeys(long, maximumScalars: NameKeys.maximumQueryScalars)
    #expect(query.latin.count == NameKeys.maximumQueryScalars)
  }
}

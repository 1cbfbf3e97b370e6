import Foundation
import Testing

/// Invented registers, each with what an import by its proposed mapping must say.
struct ProposedRegister: Sendable, CustomTestStringConvertible {
  let file: String
  let text: String
  var encoding = String.Encoding.utf8
  /// What the import says of the rows.
  let counts: String
  /// Somebody, and who must be among those whom they met.
  let person: String
  let met: [String]

  var testDescription: String { file }

  static let all = [
    ProposedRegister(
      file: "lobby.csv",
      text: """
        Minister,Date,Name of organisation,Purpose of meeting
        Jane Doe,03/04/2019,Acme Widgets Ltd,Widget safety
        Jane Doe,05/04/2019,Foo Bank,Bank levy
        John Roe,17/04/2019,Bar Energy plc,Energy prices
        John Roe,01/05/2019,Nil return,-
        Jane Doe,30/05/2019,Acme Widgets Ltd,Widget exports

        """,
      counts: "5 read = 4 taken + 0 merged + 1 rejected",
      person: "Jane Doe",
      met: ["Acme Widgets Ltd", "Foo Bank"]
    ),
    ProposedRegister(
      file: "tagebuch.csv",
      text: """
        Nr.;Datum;Staatssekretär;Gesprächspartner;Funktion;Verband;Ort;Thema;Art des Kontakts
        1;03.04.2019;Böb Beispiel;Dr. Änne Muster;Präsidentin;Musterverband e.V.;Köln;Dünger;Gespräch
        2;04.04.2019;Böb Beispiel;Karl Probe;Vorstand;Probe AG;Berlin;Strompreise;Telefonat
        3;31.04.2019;Erna Exempel;Karl Probe;Vorstand;Probe AG;k.A.;Strompreise;Gespräch

        """,
      encoding: .windowsCP1252,
      counts: "3 read = 2 taken + 0 merged + 1 rejected",
      person: "Böb Beispiel",
      met: ["Dr. Änne Muster", "Karl Probe", "Call"]
    ),
    ProposedRegister(
      file: "agenda.csv",
      text: """
        Date;Ministre;Participants;Objet;Lieu
        2 mars 2020;Anne Exemple;Jean Modèle (Société Fictive), Marie Essai et Paul Témoin;Taxe;Paris
        9 mars 2020;Anne Exemple;Jean Modèle (Société Fictive), Hugo Test;Budget;Paris
        12 mars 2020;Luc Spécimen;Hugo Test et Marie Essai;Visite;Marseille

        """,
      counts: "3 read = 3 taken + 0 merged + 0 rejected",
      person: "Marie Essai",
      met: ["Anne Exemple", "Jean Modèle", "Paul Témoin", "Hugo Test", "Luc Spécimen"]
    ),
    ProposedRegister(
      file: "calls.csv",
      text: """
        Meeting ID,Meeting date,Participant,Organisation,Role,Duration
        M-1,2021-02-01,Jane Doe,Ministry of Examples,chair,00:30
        M-1,2021-02-01,Ann Lee,Acme Ltd,speaker,00:30
        M-1,2021-02-01,Bob Ray,Foo Bank,guest,00:30
        M-2,2021-02-03,Jane Doe,Ministry of Examples,chair,01:00
        M-2,2021-02-03,Carl Orr,,guest,01:00

        """,
      counts: "5 read = 2 taken + 3 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "Carl Orr"]
    ),
    ProposedRegister(
      file: "visits.tsv",
      text: """
        start\tend\tVisitor\tHost\tBuilding\tURL
        2018-03-05\t2018-03-06\tLee, Ann\tDoe, Jane\tHouse A\thttps://example.org/1
        2018-03-09\t2018-03-09\tRay, Bob\tDoe, Jane\tHouse B\t
        2018-04-02\t2018-04-05\tOrr, Carl\tRoe, John\tHouse A\tnone

        """,
      counts: "3 read = 3 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "[2018-03-05, 06]"]
    ),
    ProposedRegister(
      file: "дневник.csv",
      text: """
        Дата;Министр;Участники;Тема
        03.04.2019;Иван Примеров;Анна Тестова;Торговля
        05.04.2019;Иван Примеров;Борис Образцов;Энергетика

        """,
      encoding: .windowsCP1251,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Иван Примеров",
      met: ["Анна Тестова", "Борис Образцов"]
    ),
    ProposedRegister(
      file: "spotkania.csv",
      text: """
        Data spotkania;Minister;Gość;Temat;Miejsce
        2019-04-03;Łucja Przykładowa;Wąsik Próbny;Ceny energii;Łódź
        2019-04-05;Łucja Przykładowa;Żaneta Wzorcowa;Podatek od żywności;Łomża

        """,
      encoding: .windowsCP1250,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Łucja Przykładowa",
      met: ["Wąsik Próbny", "Żaneta Wzorcowa"]
    ),
    ProposedRegister(
      file: "with preamble.csv",
      text: """
        Register of meetings of the Minister,,,
        Published by the Ministry of Examples,,,

        Date,Minister,Guest,Subject
        21/2/2020,Jane Doe,Ann Lee,Trade
        2/3/2020,Jane Doe,Bob Ray,Energy

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "2020-03-02"]
    ),
    ProposedRegister(
      file: "headless.csv",
      text: """
        2019-04-03,Jane Doe,Ann Lee
        2019-04-05,Jane Doe,Bob Ray

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray"]
    ),
    ProposedRegister(
      file: "names.csv",
      text: """
        Visitor First Name,Visitor Last Name,Visitee First Name,Visitee Last Name,Start,End
        Ann,Lee,Jane,Doe,1/31/2014 10:00,1/31/2014 12:00
        Bob,Ray,Jane,Doe,2/1/2014 10:00,2/1/2014 10:30

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["Ann Lee", "Bob Ray", "2014-02-01"]
    ),
    ProposedRegister(
      file: "phone.csv",
      text: """
        Caller,Called,Date,Time,Duration (s)
        Jane Doe,+49 40 7654321,03/04/19,10:30,35
        Jane Doe,+49 40 7654322,14/04/19,11:30,350

        """,
      counts: "2 read = 2 taken + 0 merged + 0 rejected",
      person: "Jane Doe",
      met: ["+49 40 7654321", "+49 40 7654322", "Call", "2019-04-03"]
    ),
  ]
}

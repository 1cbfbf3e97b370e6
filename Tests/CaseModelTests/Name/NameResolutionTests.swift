import CaseModel
import Testing

@Suite("Deciding whom a name means")
struct NameResolutionTests {
  @Test("A surname shared by two lists both, sorted by id, whatever the order of entries")
  func ambiguous() {
    let names = [
      IndexedName(id: 3, text: "Sergei Exampleson"), IndexedName(id: 1, text: "Sergey Madeupov"),
      IndexedName(id: 2, text: "Anna Madeupova"), IndexedName(id: 2, text: "Anna Madeupov"),
    ]
    for entries in [names, names.reversed()] {
      let index = NameIndex(entries)
      #expect(Self.ids(index.resolve("Madeupov")) == [1, 2])
      #expect(Self.ids(index.resolve("Sergei")) == [1, 3])
      #expect(Self.ids(index.resolve("Sergei Madeupov")) == [1])
      #expect(Self.ids(index.resolve("Madeupova")) == [2])
    }
  }

  @Test("A stronger rule decides alone")
  func tiers() {
    let index = NameIndex([
      IndexedName(id: "exact", text: "Invented"), IndexedName(id: "folded", text: "INVENTED"),
      IndexedName(id: "latin", text: "Inv-ented"), IndexedName(id: "some", text: "Invented Person"),
      IndexedName(id: "prefix", text: "Inventedova"), IndexedName(id: "edit", text: "Invemted"),
      IndexedName(id: "sound", text: "Invontad"), IndexedName(id: "none", text: "Other"),
    ])
    let matches = index.find("Invented").matches
    #expect(matches.map(\.id) == ["exact", "folded", "latin", "some", "prefix", "edit", "sound"])
    #expect(
      matches.map(\.rule) == [
        .exact, .folded, .latin, .someWords, .prefix, .oneEdit, .consonant,
      ]
    )
    #expect(Self.ids(index.resolve("Invented")) == ["exact"])
    #expect(Self.ids(index.resolve("invented")) == ["exact", "folded"])
    #expect(Self.ids(index.resolve("Invented", exactOnly: true)) == ["exact"])
    #expect(Self.ids(index.resolve("Inveted")) == ["edit", "exact", "folded", "some"])
  }

  @Test("One edit needs five letters")
  func shortWords() {
    let index = NameIndex([IndexedName(id: 1, text: "Zorp Quux")])
    #expect(Self.ids(index.resolve("Zorq")) == [])
    let longer = NameIndex([IndexedName(id: 1, text: "Zorps")])
    #expect(Self.ids(longer.resolve("Zurps")) == [1])
    #expect(Self.ids(longer.resolve("Zxrpx")) == [])
  }

  @Test("Nobody found: names that come near are suggested, one per owner, best first")
  func candidates() {
    let index = NameIndex([
      IndexedName(id: 1, text: "Sergey Naryshkin"),
      IndexedName(id: 1, text: "Naryshkin", kind: .alias),
      IndexedName(id: 2, text: "Sergey Lavrov"), IndexedName(id: 3, text: "Nora Narrowkin"),
    ])
    #expect(
      index.resolve("Sergey Naryshkovich")
        == .none(candidates: ["Sergey Naryshkin", "Sergey Lavrov"])
    )
    #expect(index.resolve("Narqshkan") == .none(candidates: ["Sergey Naryshkin"]))
    #expect(index.resolve("Qqqq Wwww") == .none(candidates: []))
  }

  @Test("An empty index finds nobody")
  func empty() {
    let index = NameIndex<Int>([])
    #expect(index.resolve("Anybody") == .none(candidates: []))
    #expect(index.find("").matches.isEmpty)
  }

  private static func ids<ID>(_ resolution: Resolution<ID>) -> [ID] {
    switch resolution {
    case .one(let match): [match.id]
    case .ambiguous(let matches): matches.map(\.id)
    case .none: []
    }
  }
}

import CaseStore
import GRDB
import GraphModel
import Testing

@Suite("Places of the nodes of drawings")
struct PlaceTests {
  private static let places = ["n-a": StoredPlace(x: 1.5, y: -2), "n-b": StoredPlace(x: 0, y: 1e6)]

  @Test("They are kept with the case, each drawing apart")
  func keeping() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try CaseStore.open(at: path, mode: .readWrite).keepPlaces(Self.places, of: "whole")
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.places(of: "whole") == Self.places)
    #expect(try store.places(of: "other").isEmpty)
    try store.checkIntegrity()
  }

  @Test("A later drawing moves its nodes and leaves the others")
  func replacing() throws {
    let store = try CaseStore.holding()
    try store.keepPlaces(Self.places, of: "whole")
    try store.keepPlaces(["n-a": StoredPlace(x: 7, y: 7)], of: "whole")
    #expect(
      try store.places(of: "whole") == [
        "n-a": StoredPlace(x: 7, y: 7), "n-b": StoredPlace(x: 0, y: 1e6),
      ]
    )
  }

  @Test("They leave no entry in the log, and an undo leaves them")
  func log() throws {
    let store = try CaseStore.holding()
    try store.keepPlaces(Self.places, of: "whole")
    #expect(try store.log().count == 1)
    try store.undo(by: .tester)
    #expect(try store.places(of: "whole") == Self.places)
    try store.checkIntegrity()
  }

  @Test("A case opened for reading keeps none")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let store = try CaseStore.open(at: try folder.makeCase(), mode: .readOnly)
    #expect(
      diagnostic { try store.keepPlaces(Self.places, of: "whole") }?.code == .caseReadOnly
    )
  }

  @Test("A case of format 2 has none, and is read without being changed")
  func version2() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try runSQL("DROP TABLE node_place; PRAGMA user_version = 2", on: path)
    let store = try CaseStore.open(at: path, mode: .readOnly)
    #expect(try store.places(of: "whole").isEmpty)
    #expect(try store.readGraph().graph == .sample)
    #expect(try rows("PRAGMA user_version", of: path) == ["2"])
    try CaseStore.open(at: path, mode: .readWrite).keepPlaces(Self.places, of: "whole")
    #expect(try CaseStore.open(at: path, mode: .readOnly).places(of: "whole") == Self.places)
    #expect(try rows("PRAGMA user_version", of: path) == ["3"])
  }

  @Test("Numbers that no drawing can have are left out")
  func infinite() throws {
    let folder = try TemporaryFolder()
    let path = try folder.makeCase()
    try runSQL("INSERT INTO node_place VALUES ('whole', 'n-a', 1, 9e999)", on: path)
    #expect(try CaseStore.open(at: path, mode: .readOnly).places(of: "whole").isEmpty)
  }
}

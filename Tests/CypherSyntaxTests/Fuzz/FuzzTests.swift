import CypherSyntax
import GraphModel
import Testing

@Suite("Fuzzing the parser of queries")
struct FuzzTests {
  /// Parses a text; if it is a query, prints it and parses that again.
  ///
  /// Returns whether it was a query.
  @discardableResult
  static func check(_ text: String) -> Bool {
    do {
      let tree = try CypherParser.parse(text)
      let printed = tree.text
      let again = try? CypherParser.parse(printed)
      if again != tree { Issue.record("\(text)\nis printed as\n\(printed)") }
      return true
    } catch {
      let size = text.utf8.count
      if error.errors.isEmpty || error.errors.count > CypherSyntaxError.limit {
        Issue.record("\(error.errors.count) errors for\n\(text)")
      }
      for found in error.errors where !isGood(found, size) {
        Issue.record("\(found) for\n\(text)")
      }
      return false
    }
  }

  private static func isGood(_ error: QueryError, _ size: Int) -> Bool {
    guard let range = error.range else { return false }
    return range.lowerBound >= 0 && range.upperBound <= size && !error.message.isEmpty
  }

  @Test(
    "Every query of the corpus parses, or is refused if it is broken",
    arguments: Corpus.entries
  )
  func corpus(entry: Corpus.Entry) {
    #expect(Self.check(entry.text) == !entry.isBroken, "\(entry.name)")
  }

  @Test("Deleting or doubling any token of the corpus harms nothing", arguments: Corpus.entries)
  func flips(entry: Corpus.Entry) { Self.flip(entry.text) }

  @Test("Deleting or doubling any token of queries of the kit harms nothing")
  func kitFlips() {
    guard let queries = ConformanceKit.queries else { return print(ConformanceKit.absence) }
    let step = Corpus.isLong ? 1 : 14
    for index in stride(from: 0, to: queries.count, by: step) { Self.flip(queries[index].text) }
  }

  private static func flip(_ text: String) {
    let tokens = TokenCutter.tokens(of: text)
    for index in tokens.indices {
      let before = tokens[..<index].joined()
      let after = tokens[(index + 1)...].joined()
      check(before + after)
      check(before + tokens[index] + tokens[index] + after)
      check(before)
    }
  }

  @Test("Random bytes harm nothing")
  func bytes() {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array("(){}[]<>-=+*/%^|&!:;,.$`'\"\\ \n09azAZ_xeuUéö—→😀\u{0}\u{FEFF}")
    var left = Corpus.isLong ? 10_000_000 : 200_000
    while left > 0 {
      let length = Int.random(in: 1...200, using: &random)
      let isRaw = Bool.random(using: &random)
      let text =
        isRaw
        ? String(
          decoding: (0..<length).map { _ in random.next() }.map(UInt8.init(truncatingIfNeeded:)),
          as: UTF8.self
        )
        : String((0..<length).map { _ in random.pick(alphabet) })
      Self.check(text)
      left -= length
    }
  }

  @Test("Queries written by the grammar keep their meaning when printed")
  func generated() {
    var parsed = 0
    let count = Corpus.isLong ? 100_000 : 2_000
    for seed in 0..<count {
      var generator = QueryGenerator(seed: UInt64(seed))
      if Self.check(generator.query()) { parsed += 1 }
    }
    print("fuzz: \(parsed) of \(count) generated queries parse")
    #expect(parsed > count / 2)
  }

  @Test("Mixed tokens of the corpus harm nothing")
  func mixtures() {
    var random = SeededGenerator(seed: 2)
    let queries = Corpus.entries.map { TokenCutter.tokens(of: $0.text) }
    let all = queries.flatMap(\.self)
    var parsed = 0
    let count = Corpus.isLong ? 100_000 : 2_000
    for _ in 0..<count {
      var tokens = random.pick(queries)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let index = Int.random(in: 0..<tokens.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: tokens[index] = random.pick(all)
        case 1: tokens.insert(random.pick(all), at: index)
        case 2: tokens.swapAt(index, Int.random(in: 0..<tokens.count, using: &random))
        default:
          let other = random.pick(queries)
          let start = Int.random(in: 0..<other.count, using: &random)
          tokens.insert(contentsOf: other[start...].prefix(8), at: index)
        }
      }
      if Self.check(tokens.joined()) { parsed += 1 }
    }
    print("fuzz: \(parsed) of \(count) mixtures are queries")
  }
}

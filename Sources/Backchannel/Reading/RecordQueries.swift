import CaseModel
import GraphModel
import QueryEngine

/// Asks a graph for records that no relationship leads to.
struct RecordQueries {
  private let session: QuerySession

  init(_ graph: PropertyGraph) { session = QuerySession(graph: graph) }

  /// Whether each claim points, by one relationship, at what it says that it is about; what queries
  /// have made of claims may not.
  ///
  /// Complexity: linear in the claims.
  var areClaimsConsistent: Bool {
    let claims = integer("MATCH (:Claim) RETURN count(*)")
    return claims == integer("MATCH ()-[:CONCERNS]->() RETURN count(*)")
      && claims
        == integer("MATCH (c:Claim)-[r:CONCERNS]->() WHERE r.fact = c.about RETURN count(*)")
  }

  /// The claims that take something back.
  ///
  /// Complexity: linear in the claims.
  // Not by `=`, for which every text would be read: the compared column is one of few texts.
  var retractions: [KeyedNode] {
    nodes("MATCH (c:Claim) WHERE NOT c.stance <> 'retracts' RETURN c")
  }

  /// The keys of the claims that deny or decline.
  ///
  /// Complexity: linear in the claims.
  var opposingClaims: [String] {
    nodes(
      "MATCH (c:Claim) WHERE NOT c.stance <> 'denies' OR NOT c.stance <> 'declines' RETURN c"
    ).map(\.key)
  }

  /// The events with several dates or places.
  ///
  /// Complexity: linear in the dates and places of events.
  var eventsWithAlternatives: [EventID] {
    let dates = nodes("MATCH (:Attribute)-[:ATTRIBUTE_OF]->(e) RETURN DISTINCT e")
    let places = nodes(
      "MATCH (e:Event)-[r:LOCATED_IN]->() WITH e, count(r) AS places WHERE places > 1 RETURN e"
    )
    return (dates + places).map { EventID($0.key) }
  }

  /// All entities.
  var entities: [Entity] {
    CaseGraphDecoder.content(of: KeyedGraph(nodes: nodes("MATCH (e:Entity) RETURN e"))).entities
  }

  /// All events, for titles to be looked up in, and nothing that is said of them.
  var titles: CaseContent {
    let labels = EventType.allCases.map(\.rawValue).joined(separator: "|")
    return CaseGraphDecoder.content(
      of: KeyedGraph(nodes: nodes("MATCH (e:\(labels)) RETURN e"))
    )
  }

  /// The keys of the claims whose quote or note contains some folded words.
  ///
  /// Complexity: linear in the characters of all quotes and notes.
  func claims(saying words: String) -> [String] {
    keys(
      "MATCH (c:Claim) WHERE c.quote IS NOT NULL OR c.note IS NOT NULL RETURN c, c.quote, c.note",
      containing: words
    )
  }

  /// The sources whose title or publisher contains some folded words.
  func sources(titled words: String) -> [SourceID] {
    keys("MATCH (s:Source) RETURN s, s.title, s.publisher", containing: words).map { SourceID($0) }
  }

  /// The keys of the nodes in whose rows one of the other columns contains some folded words; the key
  /// stands for a first one that is missing.
  private func keys(_ query: String, containing words: String) -> [String] {
    rows(query).compactMap { row in
      guard case .node(let id)? = row.first, let key = session.graph.key(of: id) else { return nil }
      let texts = row.dropFirst().map(\.stringValue)
      let found = ([texts[0] ?? key] + texts.dropFirst()).contains {
        NameKeys.contains($0, folded: words)
      }
      return found ? key : nil
    }
  }

  /// The ids of all events.
  var events: [EventID] { nodes("MATCH (e:Event) RETURN e").map { EventID($0.key) } }

  /// All questions.
  var questions: [Question] {
    CaseGraphDecoder.content(of: KeyedGraph(nodes: nodes("MATCH (q:Question) RETURN q"))).questions
  }

  /// The keys of those who hold a post that names one of some agencies or countries.
  ///
  /// Complexity: linear in the posts.
  func holders(at places: [String]) -> [String] {
    let query = "MATCH (h)-[p:HOLDS]->() WHERE p.agency IN $places OR p.country IN $places RETURN h"
    return nodes(query, ["places": .list(places.map(Value.string))]).map(\.key)
  }

  /// The keys of the events with an empty slot that a question asks about.
  ///
  /// Complexity: linear in the participations.
  func events(asking question: String) -> [String] {
    let query = "MATCH ()-[r:TOOK_PART_IN]->(e) WHERE r.question = $question RETURN e"
    return nodes(query, ["question": .string(question)]).map(\.key)
  }

  /// The entities with their posts, for names to be looked up in.
  ///
  /// Complexity: linear in their number.
  var directory: CaseContent {
    CaseGraphDecoder.content(
      of: KeyedGraph(
        nodes: nodes("MATCH (n:Person|Agency|Country|Place|Topic) RETURN n"),
        relationships: rows("MATCH ()-[r:HOLDS]->() RETURN r").compactMap { row in
          guard case .relationship(let id)? = row.first else { return nil }
          return session.graph.keyed(id)
        }
      )
    )
  }

  /// The entities of which some name may have all of some words; `nil` where a post may be called by
  /// just these words, since posts are names, too.
  ///
  /// Complexity: linear in the entities and posts, at a few nanoseconds for most.
  func namesakes(of words: [String]) -> CaseContent? {
    guard !mayNamePost(words) else { return nil }
    let numbered = words.enumerated().map { ("w\($0.offset)", Value.string($0.element)) }
    func contain(_ text: String) -> String {
      numbered.map { "\(text) CONTAINS $\($0.0)" }.joined(separator: " AND ")
    }
    let query = """
      MATCH (n:Person|Agency|Country|Place|Topic)
      WHERE \(contain("n.name"))
        OR any(x IN n.names WHERE \(contain("x")))
        OR any(x IN n.idValues WHERE \(contain("x"))) RETURN n
      """
    let parameters = Dictionary(numbered) { first, _ in first }
    return CaseGraphDecoder.content(of: KeyedGraph(nodes: nodes(query, parameters)))
  }

  /// Whether some of the words, and not all, are the title of a post: a post is called by its title
  /// and its agency or country.
  private func mayNamePost(_ words: [String]) -> Bool {
    let runs = words.indices.flatMap { first in
      (first..<words.count).map { words[first...$0] }.filter { $0.count < words.count }
    }
    // With the labels, since most nodes of a large case are none of these.
    let query =
      "MATCH (:Person|Agency|Country|Place|Topic)-[p:HOLDS]->() "
      + "WHERE p.title IN $titles RETURN p LIMIT 1"
    let titles = runs.map { Value.string($0.joined(separator: " ")) }
    return !rows(query, ["titles": .list(titles)]).isEmpty
  }

  private func rows(_ text: String, _ parameters: [String: Value] = [:]) -> [[Value]] {
    (try? session.run(text, parameters: parameters).rows) ?? []
  }

  private func nodes(_ text: String, _ parameters: [String: Value] = [:]) -> [KeyedNode] {
    rows(text, parameters).compactMap { row in
      guard case .node(let id)? = row.first else { return nil }
      return session.graph.keyed(id)
    }
  }

  private func integer(_ text: String) -> Int64? {
    guard case .integer(let number)? = rows(text).first?.first else { return nil }
    return number
  }
}

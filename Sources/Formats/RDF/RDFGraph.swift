import GraphModel

/// Holds statements of RDF in the order in which they are made, for both of its notations.
struct RDFGraph {
  /// What a statement says of its subject.
  enum Object: Hashable {
    /// Another resource, as a name with a prefix.
    case resource(String)
    /// An address on the web.
    case address(String)
    case text(String, language: String?)
    /// A value with a type, as a name with a prefix.
    case typed(String, String)
  }

  struct Subject {
    let name: String
    var statements: [(predicate: String, objects: [Object])] = []
  }

  /// Prefixes and what they stand for.
  let prefixes: [(name: String, namespace: String)]
  private(set) var subjects: [Subject] = []
  private var places: [String: Int] = [:]

  init(prefixes: [(name: String, namespace: String)]) { self.prefixes = prefixes }

  /// The number of statements.
  var count: Int {
    subjects.reduce(0) { $0 + $1.statements.reduce(0) { $0 + $1.objects.count } }
  }

  /// Makes a statement; one that was made is not made again.
  mutating func add(_ subject: String, _ predicate: String, _ object: Object?) {
    guard let object else { return }
    let place = places[subject] ?? subjects.count
    if place == subjects.count {
      places[subject] = place
      subjects.append(Subject(name: subject))
    }
    guard let known = subjects[place].statements.firstIndex(where: { $0.predicate == predicate })
    else {
      subjects[place].statements.append((predicate, [object]))
      return
    }
    guard !subjects[place].statements[known].objects.contains(object) else { return }
    subjects[place].statements[known].objects.append(object)
  }

  /// Says what a subject is.
  mutating func add(_ subject: String, types: [String]) {
    for type in types { add(subject, "rdf:type", .resource(type)) }
  }

  mutating func add(_ subject: String, _ predicate: String, text: String?, language: String? = nil)
  {
    add(subject, predicate, text.map { .text($0, language: Self.tag(language)) })
  }

  mutating func add(_ subject: String, _ predicate: String, to object: String?) {
    add(subject, predicate, object.map(Object.resource))
  }

  /// A tag that RDF takes; `nil` for any other, of which it would refuse the whole file.
  private static func tag(_ language: String?) -> String? {
    guard let language else { return nil }
    let parts = language.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { position, part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { $0.isASCIIAlphanumeric }
        && (position > 0 || part.utf8.allSatisfy { $0 > 0x40 })
    }
    return isTag ? language : nil
  }
}

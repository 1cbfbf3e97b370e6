import GraphModel

/// Gives the attributes of nodes or edges names that do not clash with those that a format uses
/// itself.
struct AttributeNames {
  private let names: [String: String]

  /// Names attributes by their keys; a name that is taken gets underlines behind it.
  ///
  /// - Parameters:
  ///   - keys: The keys of all elements, in any order.
  ///   - reserved: The names that the format uses.
  init(_ keys: Set<String>, reserved: Set<String>) {
    var taken = reserved
    var names: [String: String] = [:]
    for key in keys.sorted() {
      var name = key
      while taken.contains(name) || (name != key && keys.contains(name)) { name += "_" }
      taken.insert(name)
      names[key] = name
    }
    self.names = names
  }

  /// Returns the name of an attribute.
  subscript(key: String) -> String { names[key] ?? key }

  /// Returns attributes with their names, in ascending order of keys.
  func members(_ properties: Properties) -> [JSONMember] {
    properties.sorted { $0.key < $1.key }
      .map { JSONMember(key: self[$0.key], value: $0.value.plainJSON) }
  }

  /// How many attributes got another name.
  var changedCount: Int { names.count { $0.key != $0.value } }
}

extension ExportGraph {
  /// The keys of all attributes of nodes.
  var nodeKeys: Set<String> {
    nodes.reduce(into: []) { keys, node in
      keys.formUnion(node.properties.keys)
      keys.formUnion(node.derived.keys)
    }
  }

  /// The keys of all attributes of edges.
  var edgeKeys: Set<String> {
    edges.reduce(into: []) { keys, edge in
      keys.formUnion(edge.properties.keys)
      keys.formUnion(edge.derived.keys)
    }
  }
}

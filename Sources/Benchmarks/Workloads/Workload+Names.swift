extension Workload {
  /// Searches of very many names: w10.
  static let names = [
    Workload(
      "w10_prefix",
      "how many names begin so, and the first twenty",
      arguments: "w10_prefix",
      ["s"],
      isOrdered: true,
      countText: "MATCH (n:Name) WHERE n.name STARTS WITH $s RETURN count(*)",
      """
      MATCH (n:Name) WHERE n.name STARTS WITH $s
      RETURN n.id, n.name ORDER BY n.name, n.id LIMIT 20
      """
    ),
    Workload(
      "w10_fuzzy",
      "names within one edit",
      arguments: "w10_fuzzy",
      ["s"],
      "MATCH (n:Name) WHERE levenshtein(n.name, $s) <= 1 RETURN n.id"
    ),
  ]
}

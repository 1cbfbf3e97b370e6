extension Workload {
  /// Who met whom: w2 to w8.
  static let meetings = [
    Workload(
      "w2",
      "who met X",
      arguments: "w2",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(m:Meeting)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN p.id, count(*), max(m.date)
      """
    ),
    Workload(
      "w3",
      "who met X in these years, by confirmed participation",
      arguments: "w3",
      ["x", "d1", "d2"],
      """
      MATCH (x:Person {id: $x})-[r:PARTICIPATED]->(m:Meeting)<-[s:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x AND r.status = 'confirmed' AND s.status = 'confirmed'
        AND m.date >= $d1 AND m.date <= $d2
      RETURN p.id, count(*), max(m.date)
      """
    ),
    Workload(
      "w4",
      "shortest chain of meetings",
      arguments: "w4",
      ["a", "b"],
      valueOfNothing: -1,
      """
      MATCH (a:Person {id: $a}), (b:Person {id: $b})
      MATCH p = shortestPath((a)-[:PARTICIPATED*..12]-(b)) RETURN length(p) / 2
      """
    ),
    Workload(
      "w5_2",
      "people within two meetings",
      arguments: "w5",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(p1:Person)
      WITH DISTINCT p1 MATCH (p1)-[:PARTICIPATED]->(m:Meeting)
      WITH DISTINCT m MATCH (m)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN count(DISTINCT p.id)
      """
    ),
    Workload(
      "w5_3",
      "people within three meetings",
      arguments: "w5",
      ["x"],
      """
      MATCH (x:Person {id: $x})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(p1:Person)
      WITH DISTINCT p1 MATCH (p1)-[:PARTICIPATED]->(m:Meeting)
      WITH DISTINCT m MATCH (m)<-[:PARTICIPATED]-(p2:Person)
      WITH DISTINCT p2 MATCH (p2)-[:PARTICIPATED]->(n:Meeting)
      WITH DISTINCT n MATCH (n)<-[:PARTICIPATED]-(p:Person)
      WHERE p.id <> $x RETURN count(DISTINCT p.id)
      """
    ),
    Workload(
      "w6",
      "pairs who met most",
      isOrdered: true,
      """
      MATCH (a:Person)-[:PARTICIPATED]->(m:Meeting)<-[:PARTICIPATED]-(b:Person) WHERE a.id < b.id
      WITH a.id AS a, b.id AS b, count(*) AS n RETURN a, b, n ORDER BY n DESC, a, b LIMIT 20
      """
    ),
    // Two clauses: in one, whoever met both in the same meeting only would be left out.
    Workload(
      "w7",
      "who met both A and B",
      arguments: "w7",
      ["a", "b"],
      """
      MATCH (a:Person {id: $a})-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(c:Person)
      WHERE c.id <> $a AND c.id <> $b WITH DISTINCT c
      MATCH (c)-[:PARTICIPATED]->(:Meeting)<-[:PARTICIPATED]-(b:Person {id: $b})
      RETURN DISTINCT c.id
      """
    ),
    Workload(
      "w8",
      "agencies whose people met, per year",
      isOrdered: true,
      """
      MATCH (x:Agency)<-[f:AFFILIATED]-(p:Person)-[:PARTICIPATED]->(m:Meeting)
        <-[:PARTICIPATED]-(q:Person)-[g:AFFILIATED]->(y:Agency)
      WHERE x.id < y.id AND p.id <> q.id
        AND f.from_date <= m.date AND (f.to_date IS NULL OR m.date < f.to_date)
        AND g.from_date <= m.date AND (g.to_date IS NULL OR m.date < g.to_date)
      WITH x.id AS a, y.id AS b, m.date.year AS yr, count(DISTINCT m.id) AS n
      RETURN a, b, yr, n ORDER BY n DESC, a, b, yr LIMIT 50
      """
    ),
  ]
}

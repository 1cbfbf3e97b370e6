MERGE (a:A {x: 1})-[r:T]->(b) ON CREATE SET a.created = 1, a:New ON MATCH SET a += {seen: true}

MATCH (n:Person {name: $name})-[r:MET|CALLED*1..3 {year: 2018}]->(m) WHERE n.age >= 30 AND NOT m:Agency RETURN n, count(*) AS meetings ORDER BY meetings DESC SKIP 1 LIMIT 10

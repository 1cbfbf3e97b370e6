CREATE (a:A:B {x: 1})-[:T {y: 2}]->(b), (c $props), p = (d)<-[:S]-(e)

MATCH p = shortestPath((a)-[*]->(b)), q = allShortestPaths((a)-[:T*..5]-(b)) RETURN p, q, shortestPath((a)-[*..3]->(b)) AS r

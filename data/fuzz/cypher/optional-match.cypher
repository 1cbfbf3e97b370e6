OPTIONAL MATCH p = (a)<--(b)--(c)<-->(d) WHERE (a)-[:KNOWS]->(d) RETURN p

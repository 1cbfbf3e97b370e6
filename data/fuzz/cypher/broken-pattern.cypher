MATCH (a)-[:T..3]->(b)-[*-1]->(c)(d)-- RETURN a

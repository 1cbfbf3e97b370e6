MATCH (n:A WHERE n.x > 3)-[r:T WHERE r.since = 1]->(:B), (WHERE true)--() RETURN n

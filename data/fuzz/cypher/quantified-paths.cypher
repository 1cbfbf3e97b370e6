MATCH (a) ((x)-[r:R]->(y) WHERE x.p < y.p){2,3} (b) ((u)--(v))+ (c), (p = (s)-->(t)) RETURN a, r, b

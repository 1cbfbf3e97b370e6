RETURN [x IN range(1, 9) WHERE x % 2 = 0 | x * x], [x IN xs], [x IN xs | x], [x IN xs WHERE x], [p = (a)-[:T]->(b) WHERE b.x | p], [(a)--(b) | b.name], [x IN xs WHERE x:A | x.b]

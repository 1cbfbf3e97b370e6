MATCH (n) SET n.x = 1, n = {a: 1}, n += $map, n:A:B, n IS C, (n).y = 2, n[$key] = 3 REMOVE n.x, n:A:B, n[$key]

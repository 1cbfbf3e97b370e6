RETURN all(x IN xs WHERE x > 0), any(x IN xs WHERE (x)-->()), none(x IN xs WHERE x IS NULL), single(x IN xs WHERE x = 1), any(x IN xs), all(x)

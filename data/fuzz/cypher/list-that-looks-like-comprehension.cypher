RETURN [x IN [y IN [z IN [1], 2], 3], 4], [(x IN xs)], [x IN xs AND true, 1]

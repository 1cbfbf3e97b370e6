MATCH (n WHERE n.x = [1, (2} RETURN n

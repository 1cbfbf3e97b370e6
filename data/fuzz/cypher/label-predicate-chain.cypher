RETURN n IS A IS B, n:A IS NULL, n IS `NULL`, [x IN xs WHERE x:(A|B) | x], (n:A|B)

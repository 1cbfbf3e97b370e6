CALL test.my.proc('a', 1) YIELD out AS o, second WHERE o > 1 WITH o CALL db.labels CALL f() YIELD * RETURN o

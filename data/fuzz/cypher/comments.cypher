// first
MATCH /* a * b */ (n) // tail
RETURN n /**/ . /* x */ name

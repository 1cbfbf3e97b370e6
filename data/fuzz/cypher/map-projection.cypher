MATCH (n) RETURN n {.name, .*, age: 2018 - n.born, m}, n {}, count {.a}

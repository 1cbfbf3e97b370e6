MATCH (n) FOREACH (x IN n.list | CREATE (:X {v: x}) FOREACH (y IN x | SET y.z = 1 MERGE (:Y)))

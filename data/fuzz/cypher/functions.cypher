RETURN count(*), count(DISTINCT n.x), date.truncate('year', date()), exists((n)-->()), apoc.text.join([], ','), f(), collect(ALL x)

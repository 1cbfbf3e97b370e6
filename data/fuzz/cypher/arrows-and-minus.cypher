MATCH (a), (b) WHERE (a)--(b) AND (a)-[]-(b) AND ()<--(a) RETURN (1) - (2), a.x - -b.x, [1]-[2], a.x<-1, (a.x)--(b.x), -(-1)

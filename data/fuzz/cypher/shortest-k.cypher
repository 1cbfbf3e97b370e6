MATCH p = SHORTEST 2 PATHS (a)-[r]->+(b), ALL SHORTEST (c)-->*(d), ANY 3 (e)-->{1,4}(f), SHORTEST 2 GROUPS (g)-->{,3}(h), ANY SHORTEST (i)-->+(j), SHORTEST 1 PATH GROUP (k)--(l) RETURN *

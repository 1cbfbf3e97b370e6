MATCH (match:Where {return: 1})-[set:IN]->(`where`) WITH match AS with, set.order AS order RETURN with.limit AS limit, order, `count`.x, {case: 1, null: 2}.null ORDER BY limit

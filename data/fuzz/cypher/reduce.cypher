RETURN reduce(total = 0, x IN xs | total + x.y) AS total

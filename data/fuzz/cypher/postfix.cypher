RETURN a.b.c[0][1..2][..3][4..][..].d, $p.x, {a: 1}.a, [1, 2][0], f(x).y, (a).b, a[$k], $0, $`odd name`

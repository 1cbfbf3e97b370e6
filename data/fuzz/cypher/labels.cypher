MATCH (a:A|B)-[:!T&%]->(b:A&(B|!C)), (c:A:B), (d IS E), ()-[:A|:B|C]-() WHERE a:X:Y OR b IS Z OR (a:A|B) AND a:!A RETURN b:A AS isA

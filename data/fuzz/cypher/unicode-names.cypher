MATCH (größe:Größe {имя: 'Анна'})-[:知る]->(`naïve name``s`) RETURN größe.имя AS ñ

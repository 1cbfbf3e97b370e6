#!/usr/bin/env python3
# requires: kglite==0.21.2
"""Compares answers to random queries with those of kglite, an independent engine of openCypher.

Makes small random graphs and random queries from what both engines claim to support, asks both,
and compares the rows: as a list where the query orders by all columns, else as a multiset. Each
difference is printed with its graph, its query and both answers. Exits 1 where there is one that
is not in KNOWN, or where too few answers have rows.

The seed is fixed, so every run asks the same. SEED, GRAPHS and QUERIES in the environment choose
another seed, and how many graphs with how many queries each. BINARY names our program, which is
asked by `backchannel internal-tck`: one JSON object per line. {"id", "reset": true} empties the
graph, {"id", "query"} is answered with "columns" and "rows" or with "error". Floats are
{"$float": "1.5"}, maps {"$map": {...}}; null, booleans, integers, strings and lists are JSON's.
"""
import os
import random
import re
import sys
from collections import Counter

import kglite

from shared.ours import Ours

# Where the other engine departs from openCypher: a pattern of the query, and the reason.
KNOWN = [
    (r"OPTIONAL MATCH .*[ (]v\d+:[ABC]\)?(?! (WHERE|WITH|RETURN|UNWIND|OPTIONAL)|[-<,])",
     "a label predicate of null is false there, and null in openCypher"),
    (r"OPTIONAL MATCH .* WITH v\d+, count\(",
     "counting in WITH right after OPTIONAL MATCH takes the group's optional node for null"),
]

LABELS, TYPES, WORDS = "ABC", "RST", ["ab", "b", "Cab", "a b", "", "Bb"]
SHORT = ["'a'", "'b'"]


class Queries(Ours):
    """Our engine, asked for rows."""

    def reset(self):
        self.ask(reset=True)

    def run(self, query):
        return self.ask(query=query)["rows"]


class Other:
    """kglite, in this process."""

    def reset(self):
        self.graph = kglite.KnowledgeGraph()

    def run(self, query):
        return [list(row.values()) for row in self.graph.cypher(query)]


def plain(value):
    """A value that compares equal only to the same value of the same type."""
    if isinstance(value, (list, tuple)):
        return ("list", tuple(plain(item) for item in value))
    if isinstance(value, dict) and "$float" in value:
        value = float(value["$float"])
    if isinstance(value, float):
        return ("float", repr(round(value, 9)))
    if isinstance(value, dict):
        members = value.get("$map", value)
        return ("map", tuple(sorted((key, plain(item)) for key, item in members.items())))
    return (type(value).__name__, value)


class Generator:
    """Draws graphs and queries. A scope maps a variable to its kind: node, rel, int, str, list."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = 0

    def chance(self, share):
        return self.random.random() < share

    def pick(self, items):
        return self.random.choice(list(items))

    def fresh(self):
        self.names += 1
        return f"v{self.names}"

    # Graphs

    def graph(self):
        """The statements that make a graph, with parallel relationships and loops.

        A missing property is written as null, because the other engine takes the properties of
        a label's first node for all that its nodes can have.
        """
        size = self.random.randint(4, 8)
        statements = []
        for key in range(size):
            labels = ":".join(self.random.sample(LABELS, self.pick([1, 1, 2])))
            number = self.random.randint(-2, 4) if self.chance(0.75) else "null"
            word = f"'{self.pick(WORDS)}'" if self.chance(0.75) else "null"
            statements.append(f"CREATE (:{labels} {{k: {key}, x: {number}, s: {word}}})")
        for number in range(self.random.randint(2 * size, 3 * size)):
            weight = number % 5 if self.chance(0.8) else "null"
            ends = self.random.randrange(size), self.random.randrange(size)
            statements.append(
                f"MATCH (a {{k: {ends[0]}}}), (b {{k: {ends[1]}}}) "
                f"CREATE (a)-[:{self.pick(TYPES)} {{w: {weight}}}]->(b)")
        return statements

    # Expressions

    def of(self, scope, *kinds):
        return [name for name, kind in scope.items() if kind in kinds]

    def integer(self, scope, depth=2):
        leaves = [str(self.random.randint(-1, 5))]
        leaves += [f"{name}.{self.pick('xxk')}" for name in self.of(scope, "node")] * 2
        leaves += [f"{name}.w" for name in self.of(scope, "rel")]
        leaves += self.of(scope, "int") * 2
        if depth == 0 or self.chance(0.5):
            return self.pick(leaves)
        one, two = self.integer(scope, depth - 1), self.integer(scope, depth - 1)
        return self.pick([
            f"({one} {self.pick('+-*')} {two})",
            f"({one} {self.pick('/%')} {self.random.randint(2, 3)})",
            f"abs({one})", f"coalesce({one}, {two})",
            f"size({self.string(scope, depth - 1)})", f"size({self.list(scope, depth - 1)})",
            f"head({self.list(scope, depth - 1)})", f"last({self.list(scope, depth - 1)})",
            f"{self.list(scope, depth - 1)}[{self.random.randint(-2, 2)}]",
            f"reduce(t = 0, i IN {self.list(scope, depth - 1)} | t + i)",
            f"CASE WHEN {self.test(scope, depth - 1)} THEN {one} ELSE {two} END",
            f"CASE {one} WHEN {two} THEN 1 WHEN 2 THEN {one} END",
        ])

    def string(self, scope, depth=2):
        leaves = [f"'{self.pick(WORDS)}'"]
        leaves += [f"{name}.s" for name in self.of(scope, "node")] * 3
        leaves += [f"type({name})" for name in self.of(scope, "rel")]
        leaves += self.of(scope, "str") * 2
        if depth == 0 or self.chance(0.5):
            return self.pick(leaves)
        one, two = self.string(scope, depth - 1), self.string(scope, depth - 1)
        return self.pick([
            f"({one} + {two})", f"toUpper({one})", f"toLower({one})", f"reverse({one})",
            f"trim({one})", f"replace({one}, 'b', 'xy')", f"left({one}, 1)", f"right({one}, 2)",
            f"substring({one}, 1)", f"substring({one}, 0, 2)", f"coalesce({one}, {two})",
            f"toString({self.integer(scope, depth - 1)})",
            f"CASE WHEN {self.test(scope, depth - 1)} THEN {one} ELSE {two} END",
        ])

    def list(self, scope, depth=1):
        items = ", ".join(self.integer(scope, 0) for _ in range(self.random.randint(1, 4)))
        literal = self.pick([f"[{items}]", f"[{items}]", "range(1, 4)"])
        literal = self.pick(self.of(scope, "list") + [literal])
        if depth <= 0 or self.chance(0.4):
            return literal
        inner = {**scope, "i": "int"}
        return self.pick([
            f"[i IN {literal} WHERE {self.comparison(inner, 0)}]",
            f"[i IN {literal} | {self.integer(inner, 1)}]",
            f"tail({literal})", f"reverse({literal})", f"({literal} + [{self.integer(scope, 0)}])",
            f"{literal}[1..3]",
        ])

    def comparison(self, scope, depth=1):
        one, two = self.integer(scope, depth), self.integer(scope, depth)
        return f"{one} {self.pick(['=', '<>', '<', '<=', '>', '>='])} {two}"

    def test(self, scope, depth=2):
        """A predicate, which is null where a property is missing."""
        if depth > 0 and self.chance(0.45):
            one, two = self.test(scope, depth - 1), self.test(scope, depth - 1)
            return self.pick([f"({one} AND {two})", f"({one} OR {two})", f"({one} XOR {two})",
                              f"NOT ({one})", f"(NOT ({one})) IS NULL"])
        text = self.string(scope, 0)
        choices = [
            self.comparison(scope, min(depth, 1)), self.comparison(scope, 0),
            f"{self.integer(scope, 0)} IN [{self.integer(scope, 0)}, {self.integer(scope, 0)}, 2]",
            f"{text} {self.pick(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} {self.pick(SHORT)}",
            f"{text} {self.pick(['=', '<', '>=', '<>'])} {self.string(scope, 0)}",
            f"{self.integer(scope, 0)} IS NOT NULL", f"{text} IS NULL",
            f"{self.pick(['any', 'all', 'none', 'single'])}(i IN {self.list(scope, 0)} "
            f"WHERE {self.comparison({'i': 'int'}, 0)})",
        ]
        nodes = self.of(scope, "node")
        if nodes and "i" not in scope:
            node = self.pick(nodes)
            arrow = self.pick([f"({node})-[:{self.pick(TYPES)}]->()", f"({node})<--(:A)",
                               f"({node})--(:{self.pick(LABELS)})"])
            choices += [f"{node}:{self.pick(LABELS)}", f"{node} = {self.pick(nodes)}",
                        f"EXISTS {{ MATCH {arrow} }}"]
        return self.pick(choices)

    # Clauses

    def node(self, name):
        label = f":{self.pick(LABELS)}" if self.chance(0.2) else ""
        return f"({name}{label})"

    def pattern(self, scope, fixed=None):
        """A pattern of up to three hops; its variables are added to the scope."""
        name = fixed or self.fresh()
        text = f"({name})" if fixed else self.node(name)
        scope[name] = "node"
        bounded = False
        for _ in range(self.random.choice([0, 1, 1, 1, 2, 2, 3]) or (1 if fixed else 0)):
            kind = self.pick(["", "", f":{self.pick(TYPES)}", ":R|S"])
            if not bounded and self.chance(0.15):
                bounded = True
                hop = f"[{kind}*{self.pick(['1..2', '2', '1..3', '0..2', '2..3'])}]"
            elif self.chance(0.45):
                rel = self.fresh()
                scope[rel] = "rel"
                hop = f"[{rel}{kind}]"
            else:
                hop = f"[{kind}]"
            start, end = self.pick([("-", "->"), ("<-", "-"), ("-", "-")])
            name = self.fresh()
            scope[name] = "node"
            text += f"{start}{hop}{end}{self.node(name)}"
        return text

    def reading(self, scope):
        """MATCH, then perhaps WHERE, OPTIONAL MATCH, WITH and UNWIND."""
        text = f"MATCH {self.pattern(scope)}"
        if self.chance(0.15):
            text += f", {self.pattern(scope, self.pick(self.of(scope, 'node')))}"
        if self.chance(0.45):
            text += f" WHERE {self.test(scope)}"
        if self.chance(0.25):
            text += f" OPTIONAL MATCH {self.pattern(scope, self.pick(self.of(scope, 'node')))}"
            if self.chance(0.5):
                text += f" WHERE {self.test(scope)}"
        if self.chance(0.35):
            text += self.passing(scope)
        if self.chance(0.15):
            name = self.fresh()
            text += f" UNWIND {self.list(scope)} AS {name}"
            scope[name] = "int"
        return text

    def passing(self, scope):
        """WITH, which replaces the scope: variables, values or groups with an aggregate."""
        kept = self.pick(self.of(scope, "node"))
        number, word, before = self.fresh(), self.fresh(), dict(scope)
        grouped = self.chance(0.4)
        value = self.aggregate(before) if grouped else self.integer(before)
        text = f" WITH {kept}, {value} AS {number}"
        scope.clear()
        scope.update({kept: "node", number: "int"})
        if not grouped:
            text += f", {self.string(before, 1)} AS {word}"
            text = text.replace("WITH", "WITH DISTINCT", 1) if self.chance(0.3) else text
            scope[word] = "str"
        return text + (f" WHERE {self.test(scope, 1)}" if self.chance(0.4) else "")

    def aggregate(self, scope):
        value, distinct = self.integer(scope, 1), self.pick(["", "", "DISTINCT "])
        return self.pick([
            "count(*)", f"count({distinct}{value})", f"sum({distinct}{value})", f"min({value})",
            f"max({value})", f"size(collect({distinct}{value}))", f"round(avg({value}), 6)",
            f"count(DISTINCT {self.pick(self.of(scope, 'node'))})"])

    def column(self, scope):
        return self.pick([self.integer, self.integer, self.string])(scope)

    def query(self):
        """A query, and whether the order of its rows is fixed."""
        scope = {}
        text = self.reading(scope)
        columns = [self.column(scope) for _ in range(self.random.randint(1, 3))]
        if self.chance(0.2):
            columns.append(f"({self.test(scope)})")
        if self.chance(0.25):
            columns = columns[:1] + [self.aggregate(scope)]
        names = [f"c{index}" for index in range(len(columns))]
        body = ", ".join(f"{column} AS {name}" for column, name in zip(columns, names))
        text += f" RETURN {'DISTINCT ' if self.chance(0.2) else ''}{body}"
        if self.chance(0.3):
            keys = ", ".join(f"{name}{self.pick(['', ' DESC'])}" for name in names)
            text += f" ORDER BY {keys}" + self.pick(["", " SKIP 1", " LIMIT 4", " SKIP 1 LIMIT 3"])
            return text, True
        if self.chance(0.1):
            inner = {}
            text += f" UNION ALL {self.reading(inner)} RETURN "
            text += ", ".join(f"{self.integer(inner)} AS {name}" for name in names)
        return text, False


def answer(engine, query, ordered):
    """The rows, comparable; or the message of the error."""
    try:
        rows = [tuple(plain(cell) for cell in row) for row in engine.run(query)]
        return rows if ordered else sorted(rows, key=repr)
    except Exception as error:  # The other engine's errors have no type in common.
        return str(error).splitlines()[0]


def shown(rows):
    if isinstance(rows, str):
        return rows
    counted = Counter(rows) if len(rows) > 8 else rows
    return f"{len(rows)} rows: " + str([tuple(cell[1] for cell in row) for row in counted][:12])


def main():
    seed, graphs, queries = (int(os.environ.get(name, value)) for name, value in
                             (("SEED", 1), ("GRAPHS", 40), ("QUERIES", 25)))
    ours, other, draw, counts = Queries(), Other(), Generator(seed), Counter()
    for _ in range(graphs):
        statements = draw.graph()
        for engine in (ours, other):
            engine.reset()
            for statement in statements:
                engine.run(statement)
        for _ in range(queries):
            query, ordered = draw.query()
            mine, theirs = answer(ours, query, ordered), answer(other, query, ordered)
            counts["run"] += 1
            counts["non-empty"] += isinstance(mine, list) and len(mine) > 0
            if mine == theirs:
                counts["equal"] += 1
            elif any(re.search(pattern, query) for pattern, _ in KNOWN):
                counts["known differences"] += 1
            elif isinstance(theirs, str):
                counts["refused by the other"] += 1
                if os.environ.get("VERBOSE"):
                    print(f"refused: {query}\n  {theirs}")
            else:
                counts["differences"] += 1
                print(f"difference:\n  query: {query}\n  ours:  {shown(mine)}"
                      f"\n  other: {shown(theirs)}\n  graph: {'; '.join(statements)}")
    print(", ".join(f"{name}: {counts[name]}" for name in (
        "run", "equal", "non-empty", "known differences", "refused by the other", "differences")))
    few = counts["non-empty"] < 0.6 * counts["run"]
    return 1 if counts["differences"] or few else 0


if __name__ == "__main__":
    sys.exit(main())

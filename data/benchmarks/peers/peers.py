#!/usr/bin/env python3
"""Measures other programs on the tables of a benchmark: one workload of one program a run.

peers.py --list                                         the programs that this Python has
peers.py --peer P --data DIR --stores DIR WORKLOAD      one line of JSON, or nothing where P does not do it
"""
import argparse
import bisect
import csv
import importlib.util
import json
import os
import resource
import sqlite3
import subprocess
import sys
import time

INTEGERS = {"id", "birth_year"}


def tables(data):
    """Yields the name, the columns and the path of each table."""
    for file in sorted(os.listdir(data)):
        if file.endswith(".csv"):
            path = os.path.join(data, file)
            with open(path, newline="") as table:
                yield file[:-4], next(csv.reader(table)), path


def is_integer(column):
    return column in INTEGERS or column.endswith("_id")


def pairs(data):
    """The person and the meeting of each participation, as arrays of numpy."""
    import numpy

    path = os.path.join(data, "participated.csv")
    both = numpy.loadtxt(path, delimiter=",", skiprows=1, usecols=(0, 1), dtype=numpy.int64)
    return both[:, 0], both[:, 1]


def met(data):
    """The pairs of people who met, each once, as two arrays of numpy."""
    import numpy

    people, meetings = pairs(data)
    order = numpy.lexsort((people, meetings))
    people, meetings = people[order], meetings[order]
    count, found, step = int(people.max()) + 1, [], 1
    while step < len(people):
        together = meetings[step:] == meetings[:-step]
        if not together.any():
            break
        together &= people[step:] != people[:-step]
        found.append(people[:-step][together] * count + people[step:][together])
        step += 1
    both = numpy.unique(numpy.concatenate(found))
    return both // count, both % count


def pivots(data):
    with open(os.path.join(data, "params.json")) as file:
        return json.load(file)["w9_pivots"]


MET = """SELECT DISTINCT a.person_id, b.person_id FROM participated a
  JOIN participated b ON a.meeting_id = b.meeting_id AND a.person_id < b.person_id"""
WHO_MET = """SELECT q.person_id, count(*), max(m.date) FROM participated r
  JOIN participated q ON q.meeting_id = r.meeting_id JOIN meeting m ON m.id = r.meeting_id
  WHERE r.person_id = ?1 AND q.person_id <> ?1 {} GROUP BY q.person_id"""
DATED = """AND r.status = 'confirmed' AND q.status = 'confirmed' AND m.date BETWEEN ?2 AND ?3"""
BOTH = """SELECT q.person_id FROM participated r JOIN participated q ON q.meeting_id = r.meeting_id
  WHERE r.person_id = ?1 AND q.person_id NOT IN (?1, ?2) INTERSECT SELECT q.person_id
  FROM participated r JOIN participated q ON q.meeting_id = r.meeting_id WHERE r.person_id = ?2"""
TOP_PAIRS = """SELECT a.person_id, b.person_id, count(*) AS n FROM participated a
  JOIN participated b ON a.meeting_id = b.meeting_id AND a.person_id < b.person_id
  GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT 20"""
AGENCIES = """WITH e AS (SELECT r.meeting_id AS m, r.person_id AS p, f.agency_id AS a, t.date AS d
    FROM participated r JOIN meeting t ON t.id = r.meeting_id
    JOIN affiliated f ON f.person_id = r.person_id AND f.from_date <= t.date
      AND (f.to_date IS NULL OR t.date < f.to_date))
  SELECT x.a, y.a, {} AS y, count(DISTINCT x.m) AS n
  FROM e x JOIN e y ON x.m = y.m AND x.a < y.a AND x.p <> y.p
  GROUP BY 1, 2, 3 ORDER BY n DESC, 1, 2, 3 LIMIT 50"""


def is_near(one, other):
    """Whether two texts differ by one edit at most."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    skip_one, skip_other = len(one) >= len(other), len(other) >= len(one)
    return one == other or one[start + skip_one:] == other[start + skip_other:]


class SQLite:
    """SQLite with the indexes that each workload needs."""

    def __init__(self, data, stores):
        self.data, self.path = data, os.path.join(stores, "peer.sqlite")

    def load(self):
        if os.path.exists(self.path):
            os.remove(self.path)
        base = sqlite3.connect(self.path, isolation_level=None)
        base.execute("PRAGMA journal_mode=OFF")
        base.execute("PRAGMA synchronous=OFF")
        base.execute("BEGIN")
        for name, columns, path in tables(self.data):
            types = ", ".join(
                f"{column} {'INTEGER' if is_integer(column) else 'TEXT'}"
                + (" PRIMARY KEY" if column == "id" else "") for column in columns)
            base.execute(f"CREATE TABLE {name} ({types})")
            with open(path, newline="") as table:
                rows = csv.reader(table)
                next(rows)
                marks = ",".join("?" * len(columns))
                base.executemany(f"INSERT INTO {name} VALUES ({marks})",
                                 ([field or None for field in row] for row in rows))
        base.execute("CREATE INDEX pp ON participated(person_id, meeting_id, status)")
        base.execute("CREATE INDEX mp ON participated(meeting_id, person_id, status)")
        base.execute("CREATE INDEX ap ON affiliated(person_id)")
        base.execute("CREATE INDEX nn ON names(name, id)")
        half = "length(name) / 2"
        base.execute(f"CREATE INDEX n1 ON names(length(name), substr(name, 1, {half}))")
        base.execute(f"CREATE INDEX n2 ON names(length(name), substr(name, {half} + 1))")
        base.execute("COMMIT")
        base.execute("ANALYZE")
        base.execute("PRAGMA journal_mode=WAL")
        base.close()

    def open(self):
        if not os.path.exists(self.path):
            self.load()
        self.base = sqlite3.connect(self.path, isolation_level=None)
        self.base.execute("PRAGMA mmap_size=4294967296")
        self.base.execute("PRAGMA cache_size=-524288")
        self.base.execute("PRAGMA synchronous=FULL")

    def ask(self, text, *values):
        return self.base.execute(text, values).fetchall()

    def w2(self, person): return self.ask(WHO_MET.format(""), person)
    def w3(self, *values): return self.ask(WHO_MET.format(DATED), *values)
    def w6(self): return self.ask(TOP_PAIRS)
    def w7(self, *values): return self.ask(BOTH, *values)
    def w8(self): return self.ask(AGENCIES.format("CAST(substr(x.d, 1, 4) AS INTEGER)"))

    def w10_prefix(self, text):
        end = text[:-1] + chr(ord(text[-1]) + 1)
        where = "FROM names WHERE name >= ? AND name < ?"
        return (self.ask(f"SELECT count(*) {where}", text, end),
                self.ask(f"SELECT id {where} ORDER BY name, id LIMIT 20", text, end))

    def w10_fuzzy(self, text):
        found = set()
        for length in range(len(text) - 1, len(text) + 2):
            half = length // 2
            first = self.base.execute(
                "SELECT id, name FROM names WHERE length(name) = ? "
                "AND substr(name, 1, length(name) / 2) = ?", (length, text[:half]))
            found.update(i for i, name in first if is_near(name, text))
            second = self.base.execute(
                "SELECT id, name FROM names WHERE length(name) = ? "
                "AND substr(name, length(name) / 2 + 1) = ?",
                (length, text[len(text) - (length - half):]))
            found.update(i for i, name in second if is_near(name, text))
        return list(found)

    def w12(self):
        for name, columns, _ in tables(self.data):
            members = ", ".join(f"'{column}', {column}" for column in columns)
            with open(self.path + ".jsonl", "w") as out:
                for row in self.base.execute(f"SELECT json_object({members}) FROM {name}"):
                    out.write(row[0] + "\n")
            os.remove(self.path + ".jsonl")

    def w13(self, *people):
        base = self.base
        base.execute("BEGIN IMMEDIATE")
        meeting = base.execute("INSERT INTO meeting(status) VALUES ('reported')").lastrowid
        for person in people:
            base.execute("INSERT INTO participated(person_id, meeting_id, role, status) "
                         "VALUES (?, ?, 'participant', 'reported')", (person, meeting))
        base.execute("COMMIT")


class Trigrams(SQLite):
    """SQLite with a full-text index of trigrams: names that share one with the text are compared."""

    def open(self):
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE grams USING fts5(name, tokenize='trigram', detail=none)")
        with open(os.path.join(self.data, "names.csv"), newline="") as table:
            self.base.executemany("INSERT INTO grams(rowid, name) VALUES (?, ?)",
                                  ((int(row["id"]), row["name"]) for row in csv.DictReader(table)))

    def w10_fuzzy(self, text):
        # One edit leaves two of three parts as they are, and so the trigrams of one part at least.
        third = max(3, len(text) // 3)
        parts = [text[:third], text[-third:]]
        terms = [" AND ".join('"%s"' % part[i:i + 3] for i in range(len(part) - 2)) for part in parts]
        query = " OR ".join(f"({term})" for term in terms)
        found = self.ask("SELECT rowid, name FROM grams WHERE grams MATCH ?", query)
        return [i for i, name in found if is_near(name, text)]

    load = w2 = w3 = w6 = w7 = w8 = w10_prefix = w12 = w13 = None


class DuckDB:
    """DuckDB on tables in a file."""

    def __init__(self, data, stores):
        self.data, self.path = data, os.path.join(stores, "peer.duckdb")

    def load(self):
        import duckdb

        if os.path.exists(self.path):
            os.remove(self.path)
        base = duckdb.connect(self.path)
        for name, _, path in tables(self.data):
            base.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{path}', header = true)")
        base.execute("CHECKPOINT")
        base.close()

    def open(self):
        import duckdb

        if not os.path.exists(self.path):
            self.load()
        self.base = duckdb.connect(self.path)

    def w6(self): return self.base.execute(TOP_PAIRS).fetchall()
    def w8(self): return self.base.execute(AGENCIES.format("year(x.d)")).fetchall()
    def w9_project(self): self.base.execute(f"CREATE OR REPLACE TEMP TABLE met AS {MET}")

    def w12(self):
        for name, _, _ in tables(self.data):
            self.base.execute(f"COPY {name} TO '{self.path}.json' (FORMAT json)")
            os.remove(self.path + ".json")


class Networkit:
    """networkit on people and meetings as one graph."""

    def __init__(self, data, stores): self.data = data

    def open(self):
        import networkit

        self.module = networkit
        people, meetings = pairs(self.data)
        self.first = int(people.max()) + 1
        self.graph = networkit.GraphFromCoo(
            (people, meetings + self.first), n=self.first + int(meetings.max()) + 1)

    def w4(self, one, other):
        search = self.module.distance.BidirectionalBFS(self.graph, one, other, storePred=False)
        search.run()
        return search.getDistance() / 2

    def w9_project(self):
        one, other = met(self.data)
        # Algorithms take no graph that GraphFromCoo makes.
        self.met = self.module.Graph(int(max(one.max(), other.max())) + 1)
        self.met.addEdges((one, other))

    def w9_pagerank(self):
        rank = self.module.centrality.PageRank(self.met, damp=0.85, tol=1e-12)
        rank.maxIterations = 20
        rank.run()

    def w9_components(self): self.module.components.ConnectedComponents(self.met).run()
    def w9_triangles(self):
        self.met.indexEdges()
        self.module.sparsification.TriangleEdgeScore(self.met).run()

    def w9_louvain(self): self.module.community.PLM(self.met).run()

    def w7(self, one, other):
        def contacts(person):
            return {other for meeting in self.graph.iterNeighbors(person)
                    for other in self.graph.iterNeighbors(meeting)}
        return (contacts(one) & contacts(other)) - {one, other}


class Igraph:
    """igraph on people and meetings as one graph."""

    def __init__(self, data, stores): self.data = data

    def open(self):
        import igraph

        people, meetings = pairs(self.data)
        self.first = int(people.max()) + 1
        self.graph = igraph.Graph(
            n=self.first + int(meetings.max()) + 1,
            edges=list(zip(people.tolist(), (meetings + self.first).tolist())))

    def within(self, person, meetings):
        found = self.graph.neighborhood(person, order=2 * meetings)
        return sum(1 for vertex in found if vertex < self.first) - 1

    def w9_project(self):
        import igraph

        one, other = met(self.data)
        self.met = igraph.Graph(n=int(max(one.max(), other.max())) + 1,
                                edges=list(zip(one.tolist(), other.tolist())))

    def w9_pagerank(self): self.met.pagerank(damping=0.85)
    def w9_components(self): self.met.connected_components()
    def w9_triangles(self): self.met.transitivity_undirected()
    def w9_betweenness(self): self.met.betweenness(sources=pivots(self.data))
    def w9_louvain(self): self.met.community_leiden(objective_function="modularity")

    def w5_2(self, person): return self.within(person, 2)
    def w5_3(self, person): return self.within(person, 3)


class SortedList:
    """A sorted list of names, and RapidFuzz for those that are alike."""

    def __init__(self, data, stores): self.data = data

    def open(self):
        with open(os.path.join(self.data, "names.csv"), newline="") as table:
            rows = [(row["name"], int(row["id"])) for row in csv.DictReader(table)]
        rows.sort()
        self.names = [name for name, _ in rows]
        self.ids = [number for _, number in rows]

    def w10_prefix(self, text):
        start = bisect.bisect_left(self.names, text)
        end = bisect.bisect_left(self.names, text[:-1] + chr(ord(text[-1]) + 1))
        return end - start, self.ids[start:min(end, start + 20)]

    def w10_fuzzy(self, text):
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import extract

        found = extract(text, self.names, scorer=Levenshtein.distance, score_cutoff=1, limit=None)
        return [self.ids[place] for _, _, place in found]


PEERS = {"sqlite": (SQLite, None), "trigrams": (Trigrams, None), "duckdb": (DuckDB, "duckdb"),
         "networkit": (Networkit, "networkit"), "igraph": (Igraph, "igraph"),
         "rapidfuzz": (SortedList, "rapidfuzz")}


def measure(peer, workload, arguments):
    """Runs a workload and returns its figures."""
    task = {"w1": "load"}.get(workload, workload)
    if getattr(peer, task, None) is None:
        return None
    if task != "load":
        peer.open()
    if task.startswith("w9_") and task != "w9_project":
        peer.w9_project()
    walls, start = [], time.perf_counter()
    processor = time.process_time()
    for values in arguments:
        before = time.perf_counter()
        getattr(peer, task)(*values)
        walls.append((time.perf_counter() - before) * 1e6)
        if time.perf_counter() - start > 30:
            break
    processor = time.process_time() - processor
    count = len(walls)
    ordered = sorted(walls)
    return {
        "workload": workload, "queries": count, "p50_us": round(ordered[count // 2], 1),
        "p99_us": round(ordered[min(count - 1, count * 99 // 100)], 1),
        "mean_us": round(sum(walls) / count, 1), "cpu_mean_us": round(processor / count * 1e6, 1),
        "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}


def cold_start(options):
    """Measures new processes that open the store and ask who met one person."""
    SQLite(options.data, options.stores).open()
    with open(os.path.join(options.data, "params.json")) as file:
        people = json.load(file)["w2"][:11]
    script = ("import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); "
              "base.execute(sys.argv[2], (int(sys.argv[3]),)).fetchall()")
    path = os.path.join(options.stores, "peer.sqlite")
    walls = []
    for person in people:
        before = time.perf_counter()
        subprocess.run([sys.executable, "-S", "-c", script, path, WHO_MET.format(""), str(person)], check=True)
        walls.append((time.perf_counter() - before) * 1e6)
    walls.sort()
    return {"workload": "w11", "queries": len(walls), "p50_us": round(walls[len(walls) // 2], 1),
            "p99_us": round(walls[-1], 1), "mean_us": round(sum(walls) / len(walls), 1),
            "peak_kb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--peer", choices=PEERS)
    parser.add_argument("--data")
    parser.add_argument("--stores")
    parser.add_argument("workload", nargs="?")
    options = parser.parse_args()
    if options.list:
        found = [name for name, (_, module) in PEERS.items()
                 if module is None or importlib.util.find_spec(module)]
        print(" ".join(found))
        return
    if options.workload == "w11":
        figures = cold_start(options) if options.peer == "sqlite" else None
    else:
        with open(os.path.join(options.data, "params.json")) as file:
            lists = json.load(file)
        key = {"w5_2": "w5", "w5_3": "w5"}.get(options.workload, options.workload)
        arguments = [values if isinstance(values, list) else [values] for values in lists.get(key, [[]])]
        peer = PEERS[options.peer][0](options.data, options.stores)
        figures = measure(peer, options.workload, arguments)
    if figures:
        print(json.dumps({"peer": options.peer, **figures}))


main()

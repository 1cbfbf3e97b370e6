#!/usr/bin/env python3
# requires: networkx igraph scipy
"""Compares graph algorithms of queries with networkx and igraph on random graphs.

Makes random graphs, directed and not, with weights, and of members and events; asks our program to
run every procedure `algo.…` on them, and compares with what the two libraries say. Where answers are
a matter of choice (communities, labels), it is checked that they are good ones. Each difference is
printed; exits 1 where there is any.

The seed is fixed, so every run asks the same; SEED and GRAPHS in the environment choose another seed
and the number of graphs. BINARY names our program, which is asked by `backchannel internal-tck`.
"""
import json
import os
import random
import sys
from itertools import combinations, islice

import igraph
import networkx as nx

from shared.ours import Ours


class Algorithms(Ours):
    """Our engine, asked for the procedures of graph algorithms."""

    def rows(self, query):
        return [[plain(cell) for cell in row] for row in self.ask(query=query)["rows"]]

    def make(self, nodes, label, edges, kind):
        """Makes nodes 0..<nodes and relationships (one, two, weight) between them."""
        self.ask(reset=True)
        self.ask(query=f"UNWIND range(0, {nodes - 1}) AS i CREATE (:{label} {{i: i}})")
        self.link(label, label, edges, kind)

    def link(self, one, two, edges, kind):
        if edges:
            rows = [list(edge) for edge in edges]
            self.ask(query=f"UNWIND {json.dumps(rows)} AS e MATCH (a:{one} {{i: e[0]}}), "
                           f"(b:{two} {{i: e[1]}}) CREATE (a)-[:{kind} {{w: e[2]}}]->(b)")

    def column(self, name, output, settings, more=""):
        """The output of a procedure by node."""
        rows = self.rows(f"{more} CALL algo.{name}({{{settings}}}) YIELD node, {output} "
                         f"RETURN node.i AS i, {output} AS value ORDER BY i")
        return [row[1] for row in rows]


def plain(cell):
    if isinstance(cell, dict) and "$float" in cell:
        return float(cell["$float"])
    if isinstance(cell, list):
        return [plain(item) for item in cell]
    return cell


def near(one, two):
    if isinstance(one, (list, tuple)):
        return len(one) == len(two) and all(near(a, b) for a, b in zip(one, two))
    return abs(one - two) <= 1e-7 * max(1, abs(one), abs(two))


def same_groups(one, two):
    """Whether two lists of labels divide nodes in the same way."""
    pairs = set(zip(one, two))
    return len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})


def labels(components, count):
    number = {node: min(part) for part in components for node in part}
    return [number[node] for node in range(count)]


class Comparison:
    def __init__(self):
        self.ours = Algorithms()
        self.compared = self.differences = 0

    def expect(self, what, wanted, got, equal=near):
        self.compared += 1
        if not equal(wanted, got):
            self.differences += 1
            print(f"{what}: expected {wanted}, got {got}")

    def graph(self, name, draw):
        count, directed = draw.randint(1, 40), draw.random() < 0.5
        pairs = set()
        for _ in range(draw.randint(0, 3 * count)):
            one, two = draw.randrange(count), draw.randrange(count)
            if one != two:
                pairs.add((one, two) if directed else (min(one, two), max(one, two)))
        edges = [(one, two, draw.randint(1, 9)) for one, two in sorted(pairs)]
        g = (nx.DiGraph if directed else nx.Graph)()
        g.add_nodes_from(range(count))
        g.add_weighted_edges_from(edges)
        self.ours.make(count, "P", edges, "R")
        part = "nodes: 'P'"
        if edges:
            part += ", relationships: 'R'"
        part += f", direction: '{'outgoing' if directed else 'either'}'"
        self.centrality(name, g, part, draw)
        self.structure(name, g, nx.Graph(g), part)
        self.paths(name, g, part)
        self.communities(name, g, part)

    def centrality(self, name, g, part, draw):
        ours, nodes = self.ours, range(len(g))
        directed = g.is_directed()
        other = igraph.Graph(n=len(g), edges=list(g.edges), directed=directed)

        def column(values):
            return [values[node] for node in nodes]

        self.expect(f"{name} degree", column(dict(g.out_degree if directed else g.degree)),
                    ours.column("degree", "degree", part))
        ranks = nx.pagerank(g, weight="weight", tol=1e-13, max_iter=2000)
        weight = ", weight: 'w'" if g.edges else ""
        self.expect(f"{name} pageRank", column(ranks), ours.column(
            "pageRank", "score", f"{part}{weight}, tolerance: 1e-13, rounds: 2000"))
        self.expect(f"{name} betweenness", other.betweenness(directed=directed),
                    ours.column("betweenness", "score", part))
        self.expect(f"{name} betweenness, normalized", column(nx.betweenness_centrality(g)),
                    ours.column("betweenness", "score", f"{part}, normalized: true"))
        pivots = draw.sample(nodes, min(3, len(g)))
        subset = nx.betweenness_centrality_subset(g, pivots, list(nodes))
        self.expect(
            f"{name} betweenness from pivots",
            [value * len(g) / len(pivots) for value in column(subset)],
            ours.column("betweenness", "score", f"{part}, pivots: pivots",
                        f"MATCH (p:P) WHERE p.i IN {pivots} WITH collect(p) AS pivots"))
        # networkx counts the way to a node.
        self.expect(f"{name} closeness",
                    column(nx.closeness_centrality(g.reverse() if directed else g)),
                    ours.column("closeness", "score", part))

    def structure(self, name, g, plain_graph, part):
        ours, count = self.ours, len(g)
        column = [(nx.core_number, "kCore", "core"), (nx.triangles, "triangles", "triangles"),
                  (nx.clustering, "triangles", "clustering")]
        for function, procedure, output in column:
            values = function(plain_graph)
            # Both directions between two nodes are one edge there.
            self.expect(f"{name} {output}", [values[node] for node in range(count)],
                        ours.column(procedure, output, part))
        weak = labels(nx.connected_components(plain_graph), count)
        self.expect(f"{name} components", weak, ours.column("components", "component", part),
                    same_groups)
        strong = (labels(nx.strongly_connected_components(g), count) if g.is_directed() else weak)
        self.expect(f"{name} strong components", strong,
                    ours.column("stronglyConnectedComponents", "component", part), same_groups)
        rows = ours.rows(f"CALL algo.project({{{part}}}) YIELD nodes, edges RETURN nodes, edges")
        self.expect(f"{name} project", [[count, g.number_of_edges()]], rows)
        if g.is_directed():
            # Two opposite edges are parallel, and so no bridge; networkx has but one of them.
            return
        rows = ours.rows(f"CALL algo.articulationPoints({{{part}}}) YIELD node RETURN node.i")
        self.expect(f"{name} articulation points", sorted(nx.articulation_points(plain_graph)),
                    sorted(row[0] for row in rows))
        rows = ours.rows(f"CALL algo.bridges({{{part}}}) YIELD node, other RETURN node.i, other.i")
        self.expect(f"{name} bridges", sorted(sorted(edge) for edge in nx.bridges(plain_graph)),
                    sorted(sorted(row) for row in rows))

    def paths(self, name, g, part):
        target = len(g) - 1
        ends = f"MATCH (a:P {{i: 0}}), (b:P {{i: {target}}})"
        try:
            costs = [nx.path_weight(g, path, "weight")
                     for path in islice(nx.shortest_simple_paths(g, 0, target, "weight"), 5)]
            shortest = sorted(nx.all_shortest_paths(g, 0, target))
        except nx.NetworkXNoPath:
            costs, shortest = [], []
        if target == 0:
            costs = [0]
        weight = ", weight: 'w'" if g.edges else ""
        rows = self.ours.rows(f"{ends} CALL algo.kShortestPaths({{{part}{weight}, from: a, to: b, "
                              "k: 5}) YIELD nodes, cost RETURN cost")
        self.expect(f"{name} k shortest paths", costs, [row[0] for row in rows])
        rows = self.ours.rows(f"{ends} CALL algo.allShortestPaths({{{part}, from: a, to: b}}) "
                              "YIELD nodes RETURN [n IN nodes | n.i]")
        self.expect(f"{name} all shortest paths", shortest, sorted(row[0] for row in rows))

    def communities(self, name, g, part):
        if not g.edges:
            return
        plain_graph = nx.Graph()
        plain_graph.add_nodes_from(g)
        for one, two, weight in g.edges.data("weight"):
            before = plain_graph.get_edge_data(one, two, {"weight": 0})["weight"]
            plain_graph.add_edge(one, two, weight=before + weight)
        settings = f"{part}, weight: 'w'"
        found = self.ours.column("leiden", "community", f"{settings}, iterations: 10")
        value = nx.community.modularity(plain_graph, groups(found))
        said = self.ours.column("leiden", "modularity", f"{settings}, iterations: 10")[0]
        self.expect(f"{name} modularity", value, said)
        best = nx.community.modularity(
            plain_graph, nx.community.louvain_communities(plain_graph, seed=1))
        self.expect(f"{name} Leiden beside Louvain", best, value,
                    lambda wanted, got: got >= wanted - 0.03)
        found = self.ours.column("labelPropagation", "community", f"{settings}, rounds: 1000")
        for node in plain_graph:
            votes = {}
            for other, data in plain_graph[node].items():
                votes[found[other]] = votes.get(found[other], 0) + data["weight"]
            if votes:
                self.expect(f"{name} label of {node}", max(votes.values()),
                            votes.get(found[node], 0))

    def events(self, name, draw):
        """The projection of events onto members, and who could have told whom."""
        members, events = draw.randint(2, 15), draw.randint(1, 12)
        pairs = sorted({(draw.randrange(members), draw.randrange(events))
                        for _ in range(draw.randint(1, 40))})
        ours = self.ours
        ours.ask(reset=True)
        days = [draw.randrange(8) for _ in range(events)]
        ours.ask(query=f"UNWIND range(0, {members - 1}) AS i CREATE (:P {{i: i}})")
        ours.ask(query=f"UNWIND range(0, {events - 1}) AS i CREATE (:E {{i: i, day: {days}[i]}})")
        ours.link("P", "E", [(one, two, 1) for one, two in pairs], "IN")
        g = nx.Graph()
        g.add_nodes_from(range(members))
        g.add_edges_from((one, ("event", two)) for one, two in pairs)
        projected = nx.bipartite.weighted_projected_graph(g, range(members))
        part = "nodes: 'P', through: 'IN'"
        rows = ours.rows(f"CALL algo.project({{{part}}}) YIELD nodes, edges RETURN nodes, edges")
        self.expect(f"{name} project", [[members, projected.number_of_edges()]], rows)
        ranks = nx.pagerank(projected, weight="weight", tol=1e-13, max_iter=2000)
        self.expect(f"{name} pageRank", [ranks[node] for node in range(members)], ours.column(
            "pageRank", "score", f"{part}, weight: 'events', tolerance: 1e-13, rounds: 2000"))
        clustering = nx.clustering(projected)
        self.expect(f"{name} clustering", [clustering[node] for node in range(members)],
                    ours.column("triangles", "clustering", part))
        contacts = [(days[event], one, two) for event in range(events) for one, two in
                    combinations([p for p, e in pairs if e == event], 2)]
        times = {0: 2}
        for _ in contacts:
            for day, one, two in contacts:
                for source, target in ((one, two), (two, one)):
                    if source in times and day >= times[source]:
                        times[target] = min(times.get(target, 99), day)
        rows = ours.rows(f"MATCH (a:P {{i: 0}}) CALL algo.timeRespectingPaths({{{part}, from: a, "
                         "at: 2, start: 'day'}) YIELD node, time RETURN node.i AS i, time ORDER BY i")
        if any(row[1] is None for row in rows):
            # No event is on the day from which on it counts; the member itself has no other time.
            rows = [[i, 2 if time is None else time] for i, time in rows]
        self.expect(f"{name} time-respecting paths", sorted(map(list, times.items())), rows)


def groups(found):
    parts = {}
    for node, label in enumerate(found):
        parts.setdefault(label, set()).add(node)
    return list(parts.values())


def main():
    seed, count = (int(os.environ.get(name, value)) for name, value in
                   (("SEED", 1), ("GRAPHS", 60)))
    comparison = Comparison()
    for number in range(count):
        draw = random.Random(seed * 1_000_003 + number)
        comparison.graph(f"graph {number}", draw)
        comparison.events(f"events {number}", draw)
    print(f"{comparison.compared} results of {2 * count} graphs compared, "
          f"{comparison.differences} differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())

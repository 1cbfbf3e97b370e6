#!/usr/bin/env python3
# requires: networkx igraph scipy
"""Compares graph algorithms with networkx and igraph on random graphs.

Writes graphs.json in .build-interop, has the test "Results for other libraries" of the built tests
read it and write results.json beside it, and compares those. Exits 1 on differences. SWIFT in the
environment names the command that runs the tests.
"""
import json
import os
import pathlib
import random
import shlex
import subprocess
import sys
from itertools import islice

import igraph
import networkx as nx


def write(folder):
    graphs = []
    for seed in range(60):
        draw = random.Random(seed)
        nodes = draw.randint(1, 40)
        directed = seed % 2 == 0
        pairs = set()
        for _ in range(draw.randint(0, 3 * nodes)):
            one, two = draw.randrange(nodes), draw.randrange(nodes)
            if one != two:
                pairs.add((one, two) if directed else (min(one, two), max(one, two)))
        edges = sorted(pairs)
        weights = [draw.randint(1, 9) for _ in edges]
        graphs.append({"nodes": nodes, "directed": directed, "edges": edges, "weights": weights})
    (folder / "graphs.json").write_text(json.dumps(graphs))


def expected(graph):
    kind = nx.DiGraph if graph["directed"] else nx.Graph
    nodes = range(graph["nodes"])
    g = kind()
    g.add_nodes_from(nodes)
    for (one, two), weight in zip(graph["edges"], graph["weights"]):
        g.add_edge(one, two, weight=weight)
    plain = nx.Graph(g)
    other = igraph.Graph(n=graph["nodes"], edges=graph["edges"], directed=graph["directed"])

    def column(values):
        return [values[node] for node in nodes]

    def labels(components):
        number = {node: min(part) for part in components for node in part}
        return column(number)

    target = graph["nodes"] - 1
    try:
        costs = [
            nx.path_weight(g, path, "weight")
            for path in islice(nx.shortest_simple_paths(g, 0, target, "weight"), 5)
        ]
        shortest = sorted(nx.all_shortest_paths(g, 0, target))
    except nx.NetworkXNoPath:
        costs, shortest = [], []
    if target == 0:
        costs = [0]
    directed = graph["directed"]
    return {
        "pageRank": column(nx.pagerank(g, weight="weight", tol=1e-12, max_iter=1000)),
        "betweenness": other.betweenness(directed=directed),
        "betweennessNormalized": column(nx.betweenness_centrality(g)),
        # networkx counts the way to a node.
        "closeness": column(nx.closeness_centrality(g.reverse() if directed else g)),
        "weak": labels(nx.connected_components(plain)),
        "strong": labels(nx.strongly_connected_components(g) if directed
                         else nx.connected_components(g)),
        "cores": column(nx.core_number(plain)),
        "triangles": column(nx.triangles(plain)),
        "clustering": column(nx.clustering(plain)),
        "articulationPoints": sorted(nx.articulation_points(plain)),
        "bridges": sorted(sorted(edge) for edge in nx.bridges(plain)),
        "costs": costs,
        "shortest": shortest,
    }


def leiden(graph, result):
    """Returns what is wrong with a division."""
    g = nx.Graph()
    g.add_nodes_from(range(graph["nodes"]))
    for (one, two), weight in zip(graph["edges"], graph["weights"]):
        before = g.get_edge_data(one, two, {"weight": 0})["weight"]
        g.add_edge(one, two, weight=before + weight)
    if not graph["edges"]:
        return []
    parts = {}
    for node, label in enumerate(result["communities"]):
        parts.setdefault(label, set()).add(node)
    value = nx.community.modularity(g, parts.values())
    best = nx.community.modularity(g, nx.community.louvain_communities(g, seed=1))
    wrong = []
    if not near(value, result["modularity"]):
        wrong.append(f"modularity is {value}, not {result['modularity']}")
    if value < best - 0.03:
        wrong.append(f"modularity {value} is far below that of Louvain, {best}")
    return wrong


def near(one, two):
    if isinstance(one, list):
        return len(one) == len(two) and all(near(a, b) for a, b in zip(one, two))
    return abs(one - two) <= 1e-7 * max(1, abs(one), abs(two))


def compare(folder):
    graphs = json.loads((folder / "graphs.json").read_text())
    results = json.loads((folder / "results.json").read_text())
    compared = differences = 0
    for number, (graph, result) in enumerate(zip(graphs, results, strict=True)):
        for name, value in expected(graph).items():
            compared += 1
            if not near(value, result[name]):
                differences += 1
                print(f"graph {number}, {name}: expected {value}, got {result[name]}")
        for text in leiden(graph, result):
            differences += 1
            print(f"graph {number}: {text}")
    print(f"{compared} results of {len(graphs)} graphs compared, {differences} differences")
    sys.exit(1 if differences else 0)


def answer(folder):
    """Has the tests answer; stale results are no answer."""
    (folder / "results.json").unlink(missing_ok=True)
    command = shlex.split(os.environ.get("SWIFT", "swift"))
    subprocess.run(
        [*command, "test", "--skip-build", "--filter", "GraphAlgorithmsTests.InteropTests"],
        env={**os.environ, "BACKCHANNEL_INTEROP": str(folder)},
        check=True,
    )


def main():
    folder = pathlib.Path(".build-interop").resolve()
    folder.mkdir(exist_ok=True)
    write(folder)
    answer(folder)
    compare(folder)


if __name__ == "__main__":
    main()

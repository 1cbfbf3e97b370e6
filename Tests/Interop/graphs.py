#!/usr/bin/env python3
# requires: networkx igraph xmlschema jsonschema ndex2 gremlinpython pydot
"""Reads our exports of graphs with other programs and compares what they read with the case.

Exports the seed case and the register of a secretary's travels in every format of graphs, reads
each with networkx, igraph, ndex2, gremlinpython, pydot or csv, and compares ids, labels, types, ends
and every property with `export --format tables`, and the status of every fact with the JSON export.
GraphML, GEXF and JSON Graph are also judged by the schemas of their makers, where $SCHEMAS names a
folder that holds them. Each difference is printed; exits 1 where there is any.

BINARY names our program.
"""
import csv
import glob
import json
import os
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import igraph
import jsonschema
import networkx as nx
import pydot
import xmlschema
from gremlin_python.structure.io.graphsonV3d0 import GraphSONReader
from ndex2.cx2 import RawCX2NetworkFactory

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
CASES = [os.path.join(ROOT, "data", name, "case.yaml")
         for name in ("spy-chiefs-2018", "secretary-travels")]
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)
        if len(faults) <= 40:
            print("fault:", what)


def export(case, name, path, *arguments):
    subprocess.run([os.environ["BINARY"], "export", "--case", case, "--format", name, "-o", path,
                    "--force", *arguments], check=True, stderr=subprocess.DEVNULL)
    return path


def plain(value):
    """A stored value as other programs get it."""
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)).startswith("$"):
        return next(iter(value.values()))
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


class Case:
    """What a case holds, by the two exports that have everything."""

    def __init__(self, path, folder):
        self.nodes, self.edges = {}, {}
        tables = export(path, "tables", os.path.join(folder, "tables"))
        for name in glob.glob(os.path.join(tables, "*.ndjson")):
            with open(name, encoding="utf-8") as lines:
                for line in map(json.loads, lines):
                    line["properties"] = {key: plain(value)
                                          for key, value in line["properties"].items()}
                    (self.edges if "from" in line else self.nodes)[line["key"]] = line
        with open(export(path, "json", os.path.join(folder, "case.json")), encoding="utf-8") as file:
            document = json.load(file)
        self.status = {fact["fact"]: fact["status"] for fact in document["derived"]["facts"]
                       if fact["status"]}
        self.claims = {claim["id"] for claim in document["claims"]}


def compare(case, what, nodes, edges, form=lambda value: value):
    """Compares what a reader got: {id: (labels, attributes)} and {id: (from, to, type, attributes)}.

    Own properties that were renamed have an underline behind their name.
    """
    expect(set(nodes) == set(case.nodes), f"{what}: {len(nodes)} nodes, not {len(case.nodes)}")
    expect(set(edges) == set(case.edges), f"{what}: {len(edges)} edges, not {len(case.edges)}")
    claims = {key for key, (labels, _) in nodes.items() if "Claim" in labels}
    expect(claims == case.claims, f"{what}: {len(claims)} claims, not {len(case.claims)}")
    values = 0
    for key, node in case.nodes.items():
        labels, attributes = nodes.get(key, ([], {}))
        expect(sorted(labels) == node["labels"], f"{what}: {key} has labels {labels}")
        values += properties(what, key, node["properties"], attributes, form)
    for key, edge in case.edges.items():
        source, target, kind, attributes = edges.get(key, (None, None, None, {}))
        expect((source, target, kind) == (edge["from"], edge["to"], edge["type"]),
               f"{what}: {key} is ({source})-[{kind}]->({target})")
        values += properties(what, key, edge["properties"], attributes, form)
    for fact, status in case.status.items():
        found = [element[-1].get("status") for element in (nodes.get(fact), edges.get(fact))
                 if element]
        # A date has its status on the event.
        if found:
            expect(status in found, f"{what}: {fact} is {found}, not {status}")
    print(f"{what}: {len(nodes)} nodes, {len(edges)} edges, {len(claims)} claims, {values} values")


def properties(what, key, own, attributes, form):
    for name, value in own.items():
        found = attributes.get(name + "_", attributes.get(name))
        expect(found == form(value), f"{what}: {key}.{name} is {found!r}, not {form(value)!r}")
    return len(own)


def as_json(value):
    """Lists as XML formats write them."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if isinstance(
        value, list) else value


def graphml(case, path, folder):
    file = export(path, "graphml", os.path.join(folder, "g.graphml"))
    graph = nx.read_graphml(file)
    nodes = {data.get("originalId", key): (data.get("labels", "")[1:].split(":"), data)
             for key, data in graph.nodes(data=True)}
    name = {key: data.get("originalId", key) for key, data in graph.nodes(data=True)}
    edges = {data.get("originalId", key): (name[one], name[two], data["label"], data)
             for one, two, key, data in graph.edges(keys=True, data=True)}
    compare(case, "graphml, networkx", nodes, edges, as_json)

    graph = igraph.Graph.Read_GraphML(file)
    def present(attributes):
        return {key: int(value) if isinstance(value, float) and value == int(value) else value
                for key, value in attributes.items() if value not in ("", None) and value == value}
    attributes = [present(vertex.attributes()) for vertex in graph.vs]
    name = [data.get("originalId", data["id"]) for data in attributes]
    nodes = {name[index]: (data["labels"][1:].split(":"), data)
             for index, data in enumerate(attributes)}
    # igraph keeps the order of edges, but not their ids.
    ids = [edge.get("id") for edge in ElementTree.parse(file).iter()
           if edge.tag.endswith("}edge")]
    edges = {}
    for key, edge in zip(ids, graph.es, strict=True):
        data = present(edge.attributes())
        edges[data.get("originalId", key)] = (
            name[edge.source], name[edge.target], data["label"], data)
    compare(case, "graphml, igraph", nodes, edges, as_json)
    judge("graphml/graphml.xsd", file)
    for shape in ("events", "met"):
        file = export(path, "graphml", os.path.join(folder, "s.graphml"), "--shape", shape)
        other = nx.read_graphml(file)
        linked = nx.node_link_graph(node_link_json(path, folder, shape), edges="edges")
        expect(other.number_of_nodes() == linked.number_of_nodes(), f"graphml {shape}: nodes")
        expect(other.number_of_edges() == linked.number_of_edges(), f"graphml {shape}: edges")
        expect(other.is_directed() == (shape != "met"), f"graphml {shape}: direction")
        judge("graphml/graphml.xsd", file)


def gexf(case, path, folder):
    file = export(path, "gexf", os.path.join(folder, "g.gexf"))
    graph = nx.read_gexf(file)
    nodes = {key: (json.loads(data.get("labels", "[]")), data)
             for key, data in graph.nodes(data=True)}
    edges = {data["id"]: (one, two, data["label"], data)
             for one, two, data in graph.edges(data=True)}
    compare(case, "gexf, networkx", nodes, edges, as_json)
    for key, (_, data) in nodes.items():
        expect(("start" in data) == ("end" in data), f"gexf: {key} has an open interval")
        expect(data.get("start", "") <= data.get("end", ""), f"gexf: {key} ends before it starts")
        own = case.nodes[key]["properties"]
        if "earliest" in own and "latest" in own:
            expect((data.get("start"), data.get("end")) == (own["earliest"], own["latest"]),
                   f"gexf: {key} is from {data.get('start')} to {data.get('end')}")
    judge("gexf-1.3/gexf.xsd", file)
    for shape in ("events", "met"):
        file = export(path, "gexf", os.path.join(folder, "s.gexf"), "--shape", shape)
        nx.read_gexf(file)
        judge("gexf-1.3/gexf.xsd", file)
    nx.read_gexf(export(path, "gexf", file, "--looks"))


def judge(schema, file):
    folder = os.environ.get("SCHEMAS")
    if not folder or not os.path.exists(os.path.join(folder, schema)):
        print(f"skipped: {schema} is not there (set SCHEMAS)")
        return
    judged = xmlschema.XMLSchema(os.path.join(folder, schema))
    errors = list(judged.iter_errors(file))
    expect(not errors, f"{schema}: {errors[:1]}")
    print(f"{schema}: {os.path.basename(file)} is valid" if not errors else "")


def node_link_json(path, folder, shape="records"):
    file = export(path, "node-link", os.path.join(folder, "n.json"), "--shape", shape)
    with open(file, encoding="utf-8") as stream:
        return json.load(stream)


def node_link(case, path, folder):
    graph = nx.node_link_graph(node_link_json(path, folder), edges="edges")
    nodes = {key: (data["labels"], data) for key, data in graph.nodes(data=True)}
    edges = {key: (one, two, data["type"], data)
             for one, two, key, data in graph.edges(keys=True, data=True)}
    compare(case, "node-link, networkx", nodes, edges)


def cytoscape(case, path, folder):
    file = export(path, "cytoscape", os.path.join(folder, "c.json"))
    with open(file, encoding="utf-8") as stream:
        graph = nx.cytoscape_graph(json.load(stream))
    nodes = {key: (data["labels"], data) for key, data in graph.nodes(data=True)}
    edges = {data["key"]: (one, two, data["interaction"], data)
             for one, two, data in graph.edges(data=True)}
    compare(case, "cytoscape, networkx", nodes, edges)


def jgf(case, path, folder):
    file = export(path, "jgf", os.path.join(folder, "j.json"))
    with open(file, encoding="utf-8") as stream:
        data = json.load(stream)
    schema = os.path.join(os.environ.get("SCHEMAS", ""), "json-graph/json-graph-schema_v2.json")
    if os.path.exists(schema):
        with open(schema, encoding="utf-8") as stream:
            errors = list(jsonschema.Draft7Validator(json.load(stream)).iter_errors(data))
        expect(not errors, f"jgf: {errors[:1]}")
    else:
        print("skipped: the schema of JSON Graph Format is not there (set SCHEMAS)")
    graph = data["graph"]
    nodes = {key: (node["metadata"]["labels"], node["metadata"])
             for key, node in graph["nodes"].items()}
    edges = {edge["id"]: (edge["source"], edge["target"], edge["relation"], edge["metadata"])
             for edge in graph["edges"]}
    compare(case, "jgf", nodes, edges)


def cx2(case, path, folder):
    file = export(path, "cx2", os.path.join(folder, "g.cx2"))
    network = RawCX2NetworkFactory().get_cx2network(file)
    name = {key: node["v"]["id"] for key, node in network.get_nodes().items()}
    nodes = {node["v"]["id"]: (node["v"]["labels"], node["v"])
             for node in network.get_nodes().values()}
    edges = {edge["v"]["id"]: (name[edge["s"]], name[edge["t"]], edge["v"]["interaction"], edge["v"])
             for edge in network.get_edges().values()}
    compare(case, "cx2, ndex2", nodes, edges)


def graphson(case, path, folder):
    file = export(path, "graphson", os.path.join(folder, "g.graphson"))
    nodes, edges, reader = {}, {}, GraphSONReader()
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            vertex = reader.read_object(line)
            data = {}
            for key, values in vertex["properties"].items():
                values = [value["value"] for value in values]
                own = case.nodes[vertex["id"]]["properties"]
                several = isinstance(own.get(key.rstrip("_")), list) or len(values) > 1
                data[key] = values if several else values[0]
            nodes[vertex["id"]] = (vertex["label"].split("::"), data)
            for kind, list_ in vertex.get("outE", {}).items():
                for edge in list_:
                    edges[edge["id"]] = (vertex["id"], edge["inV"], kind,
                                         edge.get("properties", {}))
    compare(case, "graphson, gremlinpython", nodes, edges)


def neo4j(case, path, folder):
    target = export(path, "neo4j", os.path.join(folder, "neo4j"))
    nodes, edges = {}, {}
    for name in glob.glob(os.path.join(target, "*.csv")):
        with open(name, encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            header = next(rows)
            for row in rows:
                expect(len(row) == len(header), f"{name}: a row of {len(row)} fields")
                cells, special = {}, {}
                for head, cell in zip(header, row):
                    column, kind = head.rsplit(":", 1)
                    if kind.isupper() or kind.endswith("_ID"):
                        special[kind] = cell
                    elif cell:
                        cells[column] = typed(cell, kind)
                if "LABEL" in special:
                    nodes[special["ID"]] = (special["LABEL"].split(";"), cells)
                else:
                    edges[cells["key"]] = (
                        special["START_ID"], special["END_ID"], special["TYPE"], cells)
    empty = {key for key, node in case.nodes.items() for value in node["properties"].values()
             if value == [""]}
    for key in empty:
        for name, value in case.nodes[key]["properties"].items():
            if value == [""]:
                nodes[key][1][name] = [""]
    compare(case, "neo4j, csv", nodes, edges,
            lambda value: [item.replace(";", ",") for item in value]
            if isinstance(value, list) else value)


def typed(cell, kind):
    if kind == "string[]":
        return cell.split(";")
    if kind in ("long", "double"):
        return {"long": int, "double": float}[kind](cell)
    return cell == "true" if kind == "boolean" else cell


def dot(case, path, folder):
    file = export(path, "dot", os.path.join(folder, "g.dot"))
    graphs = pydot.graph_from_dot_file(file)
    expect(bool(graphs), "dot: pydot reads nothing")
    def count(graph):
        return len(graph.get_edges()) + sum(count(part) for part in graph.get_subgraphs())
    lines = sum(count(graph) for graph in graphs or [])
    expect(lines > 0, "dot: no edges")
    drawn = subprocess.run(["dot", "-Tjson", file], capture_output=True, check=False)
    if drawn.returncode == 0:
        found = len(json.loads(drawn.stdout).get("edges", []))
        expect(found == lines, f"dot: {found} edges, pydot reads {lines}")
    print(f"dot, pydot: {lines} edges")


def main():
    for path in CASES:
        with tempfile.TemporaryDirectory() as folder:
            print(os.path.relpath(path, ROOT))
            case = Case(path, folder)
            for check in (graphml, gexf, neo4j, cytoscape, cx2, jgf, node_link, graphson, dot):
                check(case, path, folder)
    print(f"faults: {len(faults)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

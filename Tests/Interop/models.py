#!/usr/bin/env python3
"""Reads our exports into the data models of others with the programs that are made for them.

Each export of the seed case and of the register is read by followthemoney, stix2 and its
validator, prov, rdflib with our SHACL shapes, and jsonschema; its numbers and its values are compared with
the case document that `backchannel export --format json` writes. Each fault is printed; exits 1 where
there is one. BINARY names our program, POPOLO_SCHEMAS a folder with the draft 3 schemata of Popolo.
"""
# requires: followthemoney==4.11.2 stix2-validator==3.3.2 stix2 prov rdflib pyshacl jsonschema edtf-validate
import collections
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("BINARY", str(ROOT / ".build/debug/backchannel"))
CASES = [ROOT / "data/spy-chiefs-2018/case.yaml", ROOT / "data/secretary-travels/case.yaml"]
HOSTILE = ["a\"b", "back\\slash", "two\nlines", "Нарышкин", "纳雷什金", "<b>&amp;", "tab\there", "e\u0301", "😀",
           "'quoted'", "  spaces  within  ", "semi;colon", "{brace}", "zero\u200bwidth", "right\u202eleft"]
# 202: relationship types that the specification leaves open, 302: links without a hash.
ALLOWED_WARNINGS = {"202", "302"}

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)
        print("fault:", what)


def equal(found, wanted, what):
    expect(found == wanted, f"{what}: {str(found)[:300]} instead of {str(wanted)[:300]}")


def run(*arguments):
    return subprocess.run([BINARY, *arguments], check=True, capture_output=True).stdout


class Case:
    """A case document, and the exports of the same case."""

    def __init__(self, name, store):
        self.name, self.store = name, store
        self.document = json.loads(self.export("json"))
        get = self.document.get
        self.entities = {one["id"]: one for one in get("entities", [])}
        self.events = {one["id"]: one for one in get("events", [])}
        self.sources = {one["id"]: one for one in get("sources", [])}
        self.claims = {one["id"]: one for one in get("claims", [])}
        self.questions = {one["id"]: one for one in get("questions", [])}
        self.posts = {one["id"]: one for one in get("posts", [])}
        self.relations = {one["id"]: one for one in get("relations", [])}
        self.parts, self.dates, self.places, self.subjects = {}, {}, {}, {}
        for event in self.events.values():
            for key, facts in (("participants", self.parts), ("date", self.dates), ("place", self.places),
                               ("about", self.subjects)):
                for one in event.get(key, []):
                    facts[one["id"]] = dict(one, event=event["id"])
        self.status = {one["fact"]: one.get("status") for one in get("derived", {}).get("facts", [])}

    def export(self, format):
        return run("export", "--case", self.store, "--format", format)


# FollowTheMoney

def ftm_id(text):
    """The id of a record as FollowTheMoney takes it, by the rule that our export documents."""
    data, result = text.encode(), ""
    plain = lambda byte: chr(byte).isalnum() and byte < 128
    if not plain(data[0]):
        result = "0..00"
    for place, byte in enumerate(data):
        last = place == len(data) - 1
        if plain(byte) or (byte == 45 and not last):
            result += chr(byte)
        elif byte == 47 and 0 < place and not last and plain(data[place + 1]):
            result += "."
        else:
            result += f"..{byte:02x}"
    return result


def cleaned(text):
    """What FollowTheMoney keeps of a text: composed, and without signs that nobody sees."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf").strip()


def properties(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        one = json.loads(line)
        values = {name: sorted(texts) for name, texts in one["properties"].items()}
        expect(one["id"] not in found, f"{path}: '{one['id']}' stands there twice")
        found[one["id"]] = (one["schema"], values)
    return found


def check_followthemoney(case, folder):
    from followthemoney import model
    ftm = str(pathlib.Path(sys.executable).parent / "ftm")
    written, cleaned, joined = (os.path.join(folder, name) for name in ("ours", "cleaned", "joined"))
    table = os.path.join(folder, "table.csv")
    open(written, "wb").write(case.export("ftm-entities"))
    open(table, "wb").write(case.export("ftm-statements"))
    subprocess.run([ftm, "validate", "-i", written, "-o", cleaned], check=True, capture_output=True)
    subprocess.run([ftm, "aggregate-statements", "-i", table, "-o", joined], check=True, capture_output=True)
    ours = properties(written)
    for name, theirs in (("validate", properties(cleaned)), ("aggregate", properties(joined))):
        equal(set(theirs), set(ours), f"{case.name}: entities after {name}")
        for key in ours:
            equal(theirs.get(key), ours[key], f"{case.name}: {key} after {name}")
    for key, (schema_name, values) in ours.items():
        schema = model.get(schema_name)
        for name in schema.required:
            expect(values.get(name), f"{case.name}: {key} lacks {schema_name}.{name}")
        for name, texts in values.items():
            prop = schema.get(name)
            expect(prop is not None, f"{case.name}: {schema_name} has no {name}")
            if prop is None or prop.type.name != "entity":
                continue
            for text in texts:
                expect(text in ours, f"{case.name}: {key}.{name} leads to '{text}', which is not there")
                if text in ours:
                    expect(model.get(ours[text][0]).is_a(prop.range),
                           f"{case.name}: {key}.{name} leads to a {ours[text][0]}, not a {prop.range}")
    compare_followthemoney(case, ours)
    check_statements(case, table, ours)


def compare_followthemoney(case, ours):
    for key, one in case.claims.items():
        note = ours.get(ftm_id(key))
        expect(note is not None, f"{case.name}: no note for the claim {key}")
        link = ours.get(ftm_id(key) + "..claimant")
        expect(link is not None, f"{case.name}: nobody makes the claim {key}")
        if note is None or link is None:
            continue
        equal(link[1]["subject"], [ftm_id(one["claimant"])], f"{case.name}: claimant of {key}")
        equal(link[1]["role"], [one["stance"]], f"{case.name}: stance of {key}")
        equal(link[1]["recordId"], [one["about"]], f"{case.name}: what {key} is about")
        equal(link[1].get("proof"), [ftm_id(one["source"])] if "source" in one else None,
              f"{case.name}: source of {key}")
    for key, one in case.parts.items():
        link = ours.get(ftm_id(key))
        expect(link is not None, f"{case.name}: no link for {key}")
        if link is not None and "who" in one:
            equal(link[1]["subject"], [ftm_id(one["who"])], f"{case.name}: who is in {key}")
            equal(link[1]["object"], [ftm_id(one["event"])], f"{case.name}: event of {key}")
            equal(link[1]["role"], [cleaned(one["role"])], f"{case.name}: role of {key}")
        status = case.status.get(key)
        equal(link[1].get("status"), [status] if status else None, f"{case.name}: status of {key}")


def check_statements(case, table, ours):
    import csv
    origins, values = set(), collections.defaultdict(set)
    with open(table, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expect(row["dataset"] and row["origin"], f"{case.name}: a row without dataset or origin: {row}")
            origins.add(row["origin"])
            if row["prop"] != "id":
                values[row["entity_id"]].add((row["prop"], row["value"]))
    for key, (_, wanted) in ours.items():
        equal(values[key], {(name, text) for name, texts in wanted.items() for text in texts},
              f"{case.name}: values of {key} in statements")
    equal(origins - {"case"}, set(case.claims), f"{case.name}: claims in statements")


# STIX

def check_stix(case, folder):
    import stix2
    from stix2validator import ValidationOptions, validate_file
    path = os.path.join(folder, "bundle.json")
    open(path, "wb").write(case.export("stix"))
    equal(case.export("stix"), open(path, "rb").read(), f"{case.name}: a second STIX export")
    results = validate_file(path, ValidationOptions(version="2.1"))
    for result in results.object_results or [results.object_results]:
        for error in (result.errors if result else []):
            expect(False, f"{case.name}: STIX {error}"[:300])
        for warning in (result.warnings if result else []):
            text = str(warning)
            number = text.split("{", 1)[1][:3] if "{" in text else "?"
            expect(number in ALLOWED_WARNINGS, f"{case.name}: STIX {text}"[:300])
    bundle = stix2.parse(open(path, encoding="utf-8").read(), allow_custom=False)
    objects = {one.id: one for one in bundle.objects}
    equal(len(objects), len(bundle.objects), f"{case.name}: STIX ids are unique")
    for one in bundle.objects:
        for name in ("source_ref", "target_ref", "created_by_ref"):
            if one.get(name):
                expect(one[name] in objects, f"{case.name}: {one.id} refers to {one[name]}, which is not there")
        for reference in one.get("object_refs", []):
            expect(reference in objects, f"{case.name}: {one.id} refers to {reference}, which is not there")
    compare_stix(case, bundle)


def compare_stix(case, bundle):
    count = collections.Counter(one.type for one in bundle.objects)
    stances = collections.Counter(one["stance"] for one in case.claims.values())
    notes = stances["asks"] + stances["retracts"]
    equal(count["opinion"], len(case.claims) - notes, f"{case.name}: STIX opinions")
    equal(count["note"], notes + len(case.questions), f"{case.name}: STIX notes")
    equal(count["grouping"], len(case.events), f"{case.name}: STIX groupings")
    equal(count["report"], len(case.sources), f"{case.name}: STIX reports")
    kinds = collections.Counter(one.relationship_type for one in bundle.objects if one.type == "relationship")
    equal(kinds["took-part-in"], len(case.parts), f"{case.name}: STIX participations")
    equal(kinds["derived-from"], sum("via" in one for one in case.claims.values()), f"{case.name}: STIX vias")
    found = collections.Counter()
    opinions = {"asserts": "agree", "confirms": "strongly-agree", "denies": "strongly-disagree",
                "declines": "neutral"}
    for one in bundle.objects:
        if one.type == "opinion":
            found[one.authors[0], one.opinion] += 1
    wanted = collections.Counter((case.entities[one["claimant"]]["name"], opinions[one["stance"]])
                                 for one in case.claims.values() if one["stance"] in opinions)
    equal(found, wanted, f"{case.name}: who is of which opinion")
    equal(sorted(one.name for one in bundle.objects if one.type == "grouping"),
          sorted(one["title"] for one in case.events.values()), f"{case.name}: STIX titles")
    scale = {"confirmed": 90, "corroborated": 70, "reported": 50, "unconfirmed": 30, "disputed": 20, "denied": 10}
    found = collections.Counter(one.get("confidence") for one in bundle.objects
                                if one.type == "relationship" and one.relationship_type == "took-part-in")
    equal(found, collections.Counter(scale.get(case.status.get(key)) for key in case.parts),
          f"{case.name}: STIX confidence")


# RDF and PROV

def local(text):
    return "".join(chr(byte) if chr(byte).isalnum() and byte < 128 or byte == 95 or (byte == 45 and place)
                   else f"%{byte:02X}" for place, byte in enumerate(text.encode()))


def check_rdf(case, folder):
    import pyshacl
    import rdflib
    from rdflib.compare import to_isomorphic
    turtle = rdflib.Graph().parse(data=case.export("turtle"), format="turtle")
    linked = rdflib.Graph().parse(data=case.export("json-ld"), format="json-ld")
    expect(to_isomorphic(turtle) == to_isomorphic(linked), f"{case.name}: Turtle and JSON-LD say different things")
    shapes = rdflib.Graph().parse(ROOT / "data/shapes/claims.ttl", format="turtle")
    conforms, _, text = pyshacl.validate(turtle, shacl_graph=shapes)
    expect(conforms, f"{case.name}: the shapes do not fit: {text[:500]}")
    schema, prov = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    bc = rdflib.Namespace("urn:backchannel:terms:")
    base = f"urn:backchannel:case:{local(case.document['case']['id'])}:"
    term = lambda key: rdflib.URIRef(base + local(key))
    of = lambda kind: set(turtle.subjects(rdflib.RDF.type, kind))
    equal(of(schema.Claim), {term(key) for key in case.claims}, f"{case.name}: RDF claims")
    equal(of(schema.Event), {term(key) for key in case.events}, f"{case.name}: RDF events")
    equal(of(prov.Association), {term(key) for key in case.parts}, f"{case.name}: RDF participations")
    equal(of(schema.OrganizationRole), {term(key) for key in case.posts}, f"{case.name}: RDF posts")
    equal(of(rdflib.RDF.Statement), {term(key) for key in case.relations}, f"{case.name}: RDF relations")
    for key, one in case.claims.items():
        value = lambda predicate: turtle.value(term(key), predicate)
        equal(value(prov.wasAttributedTo), term(one["claimant"]), f"{case.name}: claimant of {key}")
        equal(str(value(bc.stance)), one["stance"], f"{case.name}: stance of {key}")
        equal(value(schema.about), term(one["about"]), f"{case.name}: what {key} is about")
        equal(value(prov.wasDerivedFrom), term(one["via"]) if "via" in one else None, f"{case.name}: via of {key}")
        equal(str(value(schema.text)) if "quote" in one else None, one.get("quote"), f"{case.name}: quote of {key}")
        equal(str(value(bc.locator)) if "at" in one else None, one.get("at"), f"{case.name}: locator of {key}")
    for key, one in case.entities.items():
        equal(str(turtle.value(term(key), schema.name)), one["name"], f"{case.name}: name of {key}")
    for key, status in case.status.items():
        found = turtle.value(term(key), bc.status)
        equal(str(found) if found is not None else None, status, f"{case.name}: status of {key}")
    claim = next(iter(sorted(of(schema.Claim))), None)
    if claim is not None:
        broken = rdflib.Graph()
        for triple in turtle:
            if triple[:2] != (claim, prov.wasAttributedTo):
                broken.add(triple)
        expect(not pyshacl.validate(broken, shacl_graph=shapes)[0], "a claim without a claimant fits the shapes")


def check_prov(case, folder):
    from prov.model import (ProvActivity, ProvAgent, ProvAssociation, ProvAttribution, ProvDerivation,
                            ProvDocument, ProvGeneration)
    text = case.export("prov-json").decode()
    document = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    expect(document == again, f"{case.name}: PROV is another after reading and writing")
    count = lambda kind: len(list(document.get_records(kind)))
    speakers = [one for one in case.entities.values() if one["type"] in ("Person", "Agency", "Country")]
    equal(count(ProvAgent), len(speakers), f"{case.name}: PROV agents")
    equal(count(ProvActivity), len(case.events), f"{case.name}: PROV activities")
    equal(count(ProvAttribution), len(case.claims), f"{case.name}: PROV attributions")
    equal(count(ProvDerivation), sum(("via" in one) + ("source" in one) for one in case.claims.values()),
          f"{case.name}: PROV derivations")
    equal(count(ProvGeneration), sum("utterance" in one for one in case.claims.values()),
          f"{case.name}: PROV generations")
    equal(count(ProvAssociation), sum("who" in one for one in case.parts.values()), f"{case.name}: PROV associations")
    labels = {str(one.identifier.localpart): str(one.label) for one in document.get_records(ProvAgent)}
    equal(labels, {local(one["id"]): one["name"] for one in speakers}, f"{case.name}: PROV names")
    pairs = collections.Counter()
    for one in document.get_records(ProvAttribution):
        pairs[tuple(value.localpart for _, value in one.formal_attributes)] += 1
    equal(pairs, collections.Counter((local(key), local(one["claimant"])) for key, one in case.claims.items()),
          f"{case.name}: who said what in PROV")


# Popolo and Oligrapher

def check_popolo(case, folder):
    document = json.loads(case.export("popolo"))
    equal({one["id"] for one in document["speeches"]}, set(case.claims), f"{case.name}: speeches")
    equal({one["id"]: one["name"] for one in document["persons"]},
          {key: one["name"] for key, one in case.entities.items() if one["type"] == "Person"}, f"{case.name}: persons")
    equal({one["id"] for one in document["events"]}, set(case.events), f"{case.name}: Popolo events")
    equal({one["id"]: one["role"] for one in document["posts"]},
          {key: one["title"] for key, one in case.posts.items()}, f"{case.name}: Popolo posts")
    equal(len(document["memberships"]), len(case.posts) + len(case.relations), f"{case.name}: memberships")
    for one in document["speeches"]:
        claim = case.claims[one["id"]]
        creator = one.get("creator_id") or one["creator"]["id"]
        equal((creator, one["role"], one["about"]), (claim["claimant"], claim["stance"], claim["about"]),
              f"{case.name}: speech {one['id']}")
    folder = pathlib.Path(os.environ.get("POPOLO_SCHEMAS", ROOT.parent / "shared/schemas/popolo"))
    if not folder.is_dir():
        print("models: skipped: the schemata of Popolo are not there; name their folder by POPOLO_SCHEMAS")
        return
    validate_popolo(case, document, folder)


def validate_popolo(case, document, folder):
    import jsonschema
    # Its successor does not know draft 3.
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    schemas = {}
    for path in folder.glob("*.json"):
        schema = json.loads(path.read_text())
        schemas[schema["id"].rstrip("#") if "id" in schema else path.name] = schema
    names = {"persons": "person", "organizations": "organization", "areas": "area", "posts": "post",
             "memberships": "membership", "events": "event", "speeches": "speech"}
    for collection, name in names.items():
        schema = json.loads((folder / f"{name}.json").read_text())
        resolver = jsonschema.RefResolver(schema.get("id", ""), schema, store=dict(
            list(schemas.items()) + [(key + "#", value) for key, value in schemas.items()]))
        validator = jsonschema.Draft3Validator(schema, resolver=resolver,
                                               format_checker=jsonschema.FormatChecker())
        for one in document[collection]:
            for error in validator.iter_errors(one):
                expect(False, f"{case.name}: {name} {one.get('id')}: {error.message}"[:300])


def check_oligrapher(case, folder):
    document = json.loads(case.export("oligrapher"))
    nodes, edges = document["graph"]["nodes"], document["graph"]["edges"]
    slots = [key for key, one in case.parts.items() if "unknown" in one]
    equal(set(nodes), set(case.entities) | set(case.events) | set(slots), f"{case.name}: Oligrapher nodes")
    for key, one in edges.items():
        expect(one["node1_id"] in nodes and one["node2_id"] in nodes, f"{case.name}: the edge {key} hangs in the air")
    equal(len(document["annotations"]), len(case.claims) + len(case.questions), f"{case.name}: annotations")
    for one in document["annotations"]:
        expect(set(one["nodeIds"]) <= set(nodes) and set(one["edgeIds"]) <= set(edges),
               f"{case.name}: '{one['header']}' highlights what is not there")
    expect(set(case.parts) | set(case.relations) <= set(edges), f"{case.name}: facts without an edge")


# Dates

def check_dates(case, folder):
    import edtf_validate.valid_edtf as edtf
    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("edtf"), str):
                yield value["edtf"]
            for one in value.values():
                yield from walk(one)
        elif isinstance(value, list):
            for one in value:
                yield from walk(one)
    for text in set(walk(case.document)):
        expect(edtf.is_valid(text), f"{case.name}: '{text}' is no EDTF")


def hostile_case():
    """A case whose texts are meant to break writers."""
    document = {"format": "backchannel-case", "version": 1,
                "case": {"id": "hostile", "title": HOSTILE[0], "summary": " ".join(HOSTILE)}}
    document["entities"] = [{"id": f"p{number}", "type": "Person", "name": f"{text} person", "note": text,
                             "names": [{"text": f"{text} too", "lang": "ru"}]} for number, text in enumerate(HOSTILE)]
    document["entities"] += [{"id": "ussr", "type": "Country", "name": "Soviet Union"},
                             {"id": "nowhere", "type": "Country", "name": "Ruritania"}]
    document["events"] = [{"id": f"Ж:{number}#+~", "type": "Meeting", "title": f"{text} title", "note": text,
                           "date": {"edtf": "2018-01-30?", "text": text}, "place": "ussr",
                           "participants": [{"who": f"p{number}", "role": f"{text} role"}, "nowhere"]}
                          for number, text in enumerate(HOSTILE)]
    document["sources"] = [{"id": "s", "title": HOSTILE[2], "url": "https://example.org/ä?q=\"<x>"}]
    document["claims"] = [{"id": f"c{number}", "claimant": f"p{number}", "stance": "asserts", "source": "s",
                           "about": f"Ж:{number}#+~/p{number}", "quote": text, "at": text, "lang": "ru"}
                          for number, text in enumerate(HOSTILE)]
    return document


def main():
    checks = [check_dates, check_followthemoney, check_stix, check_rdf, check_prov, check_popolo, check_oligrapher]
    only = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        files = {path.parent.name: path for path in CASES}
        files["hostile"] = pathlib.Path(folder) / "hostile.json"
        files["hostile"].write_text(json.dumps(hostile_case()), encoding="utf-8")
        for name, path in files.items():
            store = os.path.join(folder, f"{name}.backchannel")
            run("init", store)
            run("import", str(path), "--case", store)
            case = Case(name, store)
            for check in checks:
                if not only or check.__name__.removeprefix("check_") in only:
                    before = len(faults)
                    check(case, folder)
                    print(f"models: {name}: {check.__name__.removeprefix('check_')}: "
                          f"{'sound' if len(faults) == before else 'faults'}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

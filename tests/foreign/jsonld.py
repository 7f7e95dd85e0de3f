"""Expands linked data with PyLD, which must neither lose anything nor fetch anything.

The names are those of schema.org, each with a domain that it has there, as the npm package schema-dts 1.1.5 says.
"""

import json
import sys

try:
    from pyld import jsonld
except ImportError:
    print("no python package PyLD", file=sys.stderr)
    sys.exit(77)

VOCAB = "https://schema.org/"
THING = "name alternateName description disambiguatingDescription identifier sameAs subjectOf url"
EVENT = "startDate endDate eventStatus inLanguage keywords organizer attendee subEvent superEvent location"
WORK = (
    "text genre inLanguage creator author publisher mentions creditText dateCreated datePublished recordedAt keywords "
    "isBasedOn isPartOf position license archivedAt workTranslation translationOfWork"
)
DOMAINS = {
    "Event": EVENT,
    "Trip": "itinerary",
    "ItemList": "itemListElement",
    "ListItem": "position item",
    "Place": "address geo",
    "PostalAddress": "streetAddress addressLocality addressRegion addressCountry",
    "GeoCoordinates": "latitude longitude",
    "Organization": "parentOrganization",
    "Person": "jobTitle worksFor",
    "CreativeWork": WORK,
    "Quotation": WORK,
    "NewsArticle": WORK,
    "Report": WORK,
    "Dataset": WORK,
    "SocialMediaPosting": WORK,
}
counts = {}


def many(value):
    return value if isinstance(value, list) else [value]


def same(plain, expanded):
    """Whether a value means after the expansion all that it said before, and says it in words that schema.org has."""
    if not isinstance(plain, dict):
        assert expanded == {"@value": plain}, (plain, expanded)
        return
    kinds = many(plain.get("@type", []))
    assert all(kind in DOMAINS for kind in kinds), f"no types of schema.org: {kinds}"
    assert [VOCAB + kind for kind in kinds] == expanded.get("@type", []), expanded
    assert plain.get("@id") == expanded.get("@id"), expanded
    names = {name for name in plain if not name.startswith("@")}
    known = set(THING.split()).union(*(DOMAINS[kind].split() for kind in kinds))
    assert names <= known, f"{sorted(names - known)} of schema.org does not belong to {kinds}"
    found = {name for name in expanded if not name.startswith("@")}
    assert {VOCAB + name for name in names} == found, (names, found)
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    for name in names:
        before, after = many(plain[name]), expanded[VOCAB + name]
        assert len(before) == len(after), (name, before, after)
        for one, other in zip(before, after):
            same(one, other)


def refuse(url, options):
    raise AssertionError(f"it has to fetch {url}")


document = json.load(sys.stdin)
expanded = jsonld.expand(document, {"documentLoader": refuse})
nodes = document["@graph"]
assert len(nodes) == len(expanded), "a node is lost"
for node, after in zip(nodes, expanded):
    same(node, after)

named = {node["@id"] for node in nodes} | {node["location"]["@id"] for node in nodes if "location" in node}


def links(value):
    if isinstance(value, list):
        return [link for item in value for link in links(item)]
    if not isinstance(value, dict):
        return []
    own = [value["@id"]] if value.keys() == {"@id"} else []
    return own + [link for item in value.values() for link in links(item)]


dangling = sorted(set(links(nodes)) - named)
texts = [item["text"] for node in nodes for item in [node, *node.get("workTranslation", [])] if "text" in item]
json.dump({"counts": counts, "dangling": dangling, "texts": texts}, sys.stdout)

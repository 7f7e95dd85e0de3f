"""Reads a page as markdown-it does, with everything switched on that could make more of a text than text."""

import json
import sys

try:
    from markdown_it import MarkdownIt
except ImportError:
    print("no python package markdown-it-py", file=sys.stderr)
    sys.exit(77)

tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(sys.stdin.read())
kinds, links, texts = set(), [], []
for token in tokens:
    kinds.add(token.type)
    if token.type != "inline":
        continue
    kinds |= {child.type for child in token.children}
    links += [child.attrs["href"] for child in token.children if child.type == "link_open"]
    lines = {"hardbreak": "\n", "softbreak": "\n"}
    texts.append("".join(lines.get(child.type, child.content) for child in token.children))
json.dump({"kinds": sorted(kinds), "links": links, "texts": texts}, sys.stdout)

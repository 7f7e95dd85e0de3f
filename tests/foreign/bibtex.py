"""Reads entries with bibtexparser, and turns the words of TeX back into letters."""

import json
import re
import sys

try:
    import bibtexparser
    from bibtexparser.bparser import BibTexParser
except ImportError:
    print("no python package bibtexparser", file=sys.stderr)
    sys.exit(77)

LETTERS = {
    "textbackslash{}": "\\",
    "textasciitilde{}": "~",
    "textasciicircum{}": "^",
    "textbraceleft{}": "{",
    "textbraceright{}": "}",
}


def depth(text):
    """BibTeX counts braces without looking for a backslash before them."""
    open_braces = 0
    for char in text:
        open_braces += {"{": 1, "}": -1}.get(char, 0)
        assert open_braces >= 0, f"a brace too many: {text}"
    return open_braces


def plain(text):
    if text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    return re.sub(r"\\(text\w+\{\}|.)", lambda sign: LETTERS.get(sign[1], sign[1]), text)


source = sys.stdin.read()
assert depth(source) == 0, "braces are not balanced"
parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
entries = bibtexparser.loads(source, parser).entries
keys = [entry["ID"] for entry in entries]
assert len(keys) == source.count("\n@misc{") + source.startswith("@misc{"), "an entry is lost"
json.dump([{name: plain(value) if name != "url" else value for name, value in entry.items()} for entry in entries], sys.stdout)

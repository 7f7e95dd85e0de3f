"""Has citeproc-py write a list of references from CSL-JSON, in a style that comes with it."""

import json
import sys
import warnings

try:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
except ImportError:
    print("no python package citeproc-py", file=sys.stderr)
    sys.exit(77)

# What it does not know it only warns of.
warnings.simplefilter("error")
items = json.load(sys.stdin)
style = CitationStylesStyle("harvard1", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for item in items:
    bibliography.register(Citation([CitationItem(item["id"])]))
json.dump([str(entry) for entry in bibliography.bibliography()], sys.stdout)

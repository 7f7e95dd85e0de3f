"""Reads references in the form RIS with rispy."""

import json
import sys

try:
    import rispy
except ImportError:
    print("no python package rispy", file=sys.stderr)
    sys.exit(77)

entries = rispy.loads(sys.stdin.read())
assert not any(entry.get("unknown_tag") for entry in entries), "tags that RIS does not have"
json.dump(entries, sys.stdout)

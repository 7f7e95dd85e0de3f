"""Counts with DuckDB, and runs the queries of a page: reads {"files": {name: text}, "queries": [...]}, writes the rows of each."""

import json
import os
import sys
import tempfile

try:
    import duckdb
except ImportError:
    print("no python package duckdb", file=sys.stderr)
    sys.exit(77)

asked = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, text in asked["files"].items():
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    connection = duckdb.connect()
    rows = [connection.execute(query).fetchall() for query in asked["queries"]]
    os.chdir("/")
json.dump(rows, sys.stdout, default=str)

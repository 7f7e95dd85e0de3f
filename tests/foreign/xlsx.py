"""Reads a workbook with openpyxl: the sheets by name, each cell as a text, formulas marked."""

import io
import json
import sys

try:
    import openpyxl
except ImportError:
    print("no python package openpyxl", file=sys.stderr)
    sys.exit(77)

book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))


def text(cell):
    if cell.data_type == "f":
        return f"formula {cell.value}"
    return "" if cell.value is None else str(cell.value)


sheets = [[sheet.title, [[text(cell) for cell in row] for row in sheet.iter_rows()]] for sheet in book]
json.dump(sheets, sys.stdout)

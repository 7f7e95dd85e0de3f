"""Writes the rows of a list in JSON as a table: by openpyxl, odfpy, LibreOffice or Python's csv module. ISO dates become dates where there are any."""

import csv
import datetime
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P
except ImportError as error:
    print(f"no python package {error.name}", file=sys.stderr)
    sys.exit(77)


def value(cell):
    """The date that a text is, or what it is otherwise."""
    try:
        return datetime.date.fromisoformat(cell)
    except (TypeError, ValueError):
        return cell


def xlsx(rows):
    """A workbook with a hidden sheet, in which the first row is merged."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([value(cell) for cell in row])
    book.active.merge_cells("A1:D1")
    hidden = book.create_sheet("Arsip")
    hidden.sheet_state = "hidden"
    for row in rows:
        hidden.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_cell(cell):
    cell = value(cell)
    if cell is None:
        return TableCell()
    if isinstance(cell, datetime.date):
        out = TableCell(valuetype="date", datevalue=cell.isoformat())
        out.addElement(P(text=cell.strftime("%d/%m/%y")))
    elif isinstance(cell, int):
        out = TableCell(valuetype="float", value=cell)
        out.addElement(P(text=str(cell)))
    else:
        out = TableCell(valuetype="string")
        for line in cell.split("\n"):
            out.addElement(P(text=line))
    return out


def ods(rows):
    """A spreadsheet that is filled with empty rows up to its end, as offices save it."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Rekap")
    for row in rows:
        line = TableRow()
        for cell in row:
            line.addElement(ods_cell(cell))
        table.addElement(line)
    rest = TableRow(numberrowsrepeated=1_048_000)
    rest.addElement(TableCell(numbercolumnsrepeated=16_384))
    table.addElement(rest)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def delimited(delimiter, encoding):
    """CSV in the dialect of Excel."""

    def write(rows):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows(rows)
        return out.getvalue().encode(encoding)

    return write


def libreoffice(kind):
    """What LibreOffice saves after it has opened the workbook."""

    def write(rows):
        if not shutil.which("soffice"):
            print("no LibreOffice", file=sys.stderr)
            sys.exit(77)
        with tempfile.TemporaryDirectory() as folder:
            book = pathlib.Path(folder, "book.xlsx")
            book.write_bytes(xlsx(rows))
            out = pathlib.Path(folder, "out")
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", out, book]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
            return out.joinpath("book").with_suffix(f".{kind}").read_bytes()

    return write


writers = {
    "xlsx of LibreOffice": libreoffice("xlsx"),
    "ods of LibreOffice": libreoffice("ods"),
    "xlsx": xlsx,
    "ods": ods,
    "comma": delimited(",", "utf-8-sig"),
    "semicolon": delimited(";", "cp1252"),
    "tab": delimited("\t", "utf-16"),
}
rows = json.load(sys.stdin)
sys.stdout.buffer.write(writers[sys.argv[1]](rows))

"""Writes documents of others, with the texts of a list in JSON: a calendar by icalendar, a debate and a sitting by lxml."""

import datetime
import json
import sys
import zoneinfo

try:
    import icalendar
    from lxml import etree
except ImportError as error:
    print(f"no python package {error.name}", file=sys.stderr)
    sys.exit(77)

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"


def calendar(texts):
    """Events on following days, whose local times are in a zone that the calendar describes."""
    whole = icalendar.Calendar()
    whole.add("prodid", "-//Contoh//ID")
    whole.add("version", "2.0")
    for number, text in enumerate(texts):
        event = icalendar.Event()
        event.add("uid", f"acara-{number}")
        event.add("summary", text)
        event.add("description", f"{text}\n{text}")
        event.add("location", text)
        event.add("categories", [text, "b"])
        start = datetime.datetime(2024, 3, 1 + number, 9, 30, tzinfo=zoneinfo.ZoneInfo("Asia/Jakarta"))
        event.add("dtstart", start)
        event.add("dtend", start + datetime.timedelta(hours=2))
        guest = icalendar.vCalAddress("mailto:ratna@contoh.example")
        guest.params["cn"] = icalendar.vText("Contoh, Ratna")
        event.add("attendee", guest)
        whole.add_component(event)
    whole.add_missing_timezones()
    return whole.to_ical()


def debate(texts):
    """Speeches whose elements have a prefix, in UTF-16."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={"akn": AKN})
    body = etree.SubElement(etree.SubElement(root, f"{{{AKN}}}debate"), f"{{{AKN}}}debateBody")
    for number, text in enumerate(texts):
        speech = etree.SubElement(body, f"{{{AKN}}}speech", by="#ratna", eId=f"pidato-{number}")
        etree.SubElement(speech, f"{{{AKN}}}p").text = text
    return etree.tostring(root, encoding="UTF-16", xml_declaration=True)


def sitting(texts):
    """Utterances in Latin-1, in which all other characters are references, with layout."""
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    div = etree.SubElement(etree.SubElement(etree.SubElement(root, f"{{{TEI}}}text"), f"{{{TEI}}}body"), f"{{{TEI}}}div")
    for number, text in enumerate(texts):
        utterance = etree.SubElement(div, f"{{{TEI}}}u", {"who": "#ratna", f"{{{XML}}}id": f"u{number}"})
        etree.SubElement(utterance, f"{{{TEI}}}seg").text = text
    return etree.tostring(root, encoding="ISO-8859-1", xml_declaration=True, pretty_print=True)


writers = {"calendar": calendar, "debate": debate, "sitting": sitting}
texts = json.load(sys.stdin)
sys.stdout.buffer.write(writers[sys.argv[1]](texts))

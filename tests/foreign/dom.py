"""Says which elements, attributes, links and texts stand in a page of HTML."""

import html.parser
import json
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.elements, self.attributes, self.links, self.texts = set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data):
        self.texts.append(data)


page = Page()
page.feed(sys.stdin.buffer.read().decode("utf-8"))
page.close()
found = {"elements": sorted(page.elements), "attributes": sorted(page.attributes), "links": page.links, "texts": page.texts}
json.dump(found, sys.stdout)

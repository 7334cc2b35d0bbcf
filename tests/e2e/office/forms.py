"""Forms of a page as a browser without JavaScript fills and sends them."""
from html.parser import HTMLParser


class Form:
    def __init__(self, attributes):
        self.action = attributes.get("action", "")
        self.is_multipart = attributes.get("enctype") == "multipart/form-data"
        self.values = {}   # what would be sent as it stands
        self.choices = {}  # offered values of radio buttons, boxes and lists
        self.files = set()

    def fill(self, name, value):
        """As a person would: only what the form asks for, only what it offers."""
        if name not in self.values and name not in self.choices:
            raise AssertionError(f"the form {self.action} does not ask for {name}")
        offered = self.choices.get(name)
        if offered is not None and value not in offered:
            raise AssertionError(f"{name} offers {sorted(offered)}, not {value}")
        self.values[name] = value


class Page(HTMLParser):
    """Forms, links and visible text of one page."""

    def __init__(self, status, address, html):
        super().__init__()
        self.status = status
        self.address = address
        self.forms = []
        self.links = []
        self.words = []
        self._form = self._select = self._area = None
        self._hidden = 0
        self.feed(html)

    def form(self, action):
        found = next((form for form in self.forms if form.action == action), None)
        if found is None:
            raise AssertionError(f"{self.address} ({self.status}) has no form {action}: "
                                 + self.text()[:600])
        return found

    def text(self):
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(attributes.get("href", ""))
        elif tag in ("script", "style"):
            self._hidden += 1
        elif tag == "form":
            self._form = Form(attributes)
            self.forms.append(self._form)
        elif self._form is not None:
            self._handle_input(tag, attributes)

    def _handle_input(self, tag, attributes):
        name = attributes.get("name", "")
        if tag == "input" and name:
            self._add_input(name, attributes)
        elif tag == "select":
            self._select = name
            self._form.choices.setdefault(name, set())
        elif tag == "option" and self._select:
            self._form.choices[self._select].add(attributes.get("value", ""))
            if "selected" in attributes or self._select not in self._form.values:
                self._form.values[self._select] = attributes.get("value", "")
        elif tag == "textarea":
            self._area = name
            self._form.values[name] = ""

    def _add_input(self, name, attributes):
        kind = attributes.get("type", "text")
        value = attributes.get("value", "")
        if kind == "file":
            self._form.files.add(name)
        elif kind in ("radio", "checkbox"):
            self._form.choices.setdefault(name, set()).add(value)
            if "checked" in attributes:
                self._form.values[name] = value
        else:
            self._form.values[name] = value

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self._hidden -= 1
        elif tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data):
        if self._area is not None and self._form is not None:
            self._form.values[self._area] += data.removeprefix("\n")
        elif not self._hidden:
            self.words.append(data)

"""The scripts as they are published: each that a page loads with all that it imports as one file.

A module becomes a function that gives what the module exports, so that no name of one meets one of another. A
file is named by what is in it: a page loads the very scripts that it was built with, or none.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path

import minify_html

from catalogue.page import mark_of

SCRIPTS = "assets/javascripts/"
JOINED_SCRIPTS = f"{SCRIPTS}joined/"
"""As deep as the folders of the modules, since one of them tells from its address where the site stands."""

COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""A comment with lines of its own; what looks so inside a template literal would be taken for one."""
ASIDE = re.compile(r"/\*\* @(?:type|param) [^\n]*?\*/ ?")
"""A type told within a line."""
BETWEEN_LINES = re.compile(r"\s*\n\s*")
"""What stands between two lines, or would if one was not blank."""
IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>\.{1,2}/[^"]+\.js)";\n', re.MULTILINE)
"""An import that is followed before a module runs."""
LATE = re.compile(r'(?P<how>\bimport\(|\bnew URL\()"(?P<path>\.{1,2}/[^"]+\.js)"')
"""A module that is asked for later, or by a worker: a file of its own."""
EXPORT = re.compile(
    r"^export (?P<what>(?:async )?function\*? |const |class )(?P<names>\w+|\[[^\]]*\])", re.MULTILINE
)
"""What is exported where it is made: one name, or several out of a list."""
EXPORT_LIST = re.compile(r"^export \{(?P<names>[^}]*)\};\n", re.MULTILINE)
CONSTANT = re.compile(r"\$\w+")
"""What may be a module's; in a joined file each has its place there, which is shorter than its path."""
CLOSING = re.compile(r"</script[\s/>]", re.IGNORECASE)
UNREAD = re.compile(r"^(?:import|export) .*", re.MULTILINE)


class ScriptError(Exception):
    """A script is written in a way that cannot be joined."""


def bare_script(script: bytes) -> bytes:
    """A script without its indentation, its comments and its types; a comment beside code stays."""
    return BETWEEN_LINES.sub("\n", ASIDE.sub("", COMMENT.sub("", script.decode()))).lstrip().encode()


def minified(module: str) -> str:
    """A module that does the same and is written shorter; minify-html reads scripts within pages alone."""
    if end := CLOSING.search(module):
        raise ScriptError(f"«{end[0]}» within a script ends it for the minifier: write it in parts.")
    opened, closed = "<script type=module>", "</script>"
    page = minify_html.minify(f"{opened}{module}{closed}", minify_js=True)
    return page.removeprefix(opened).removesuffix(closed)


@dataclass(frozen=True)
class Joining:
    """The scripts of a folder while they are joined: most of them stand in many files, and are read once.

    `files` are those that are joined, by their addresses; `texts` the scripts without comments, `functions`
    the same as functions, by their paths below `docs`.
    """

    docs: Path
    files: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)

    def text(self, script: str) -> str:
        """A script without its comments."""
        if script not in self.texts:
            self.texts[script] = bare_script((self.docs / script).read_bytes()).decode()
        return self.texts[script]

    def function(self, script: str) -> str:
        """A script as a function."""
        if script not in self.functions:
            self.functions[script] = as_function(script, self)
        return self.functions[script]


def join(title: str, entries: Sequence[str], joining: Joining) -> str:
    """Join scripts with all that they import; returns the address of the file.

    It is put among the joined files, and before it those that its modules ask for later.
    """
    order = list(TopologicalSorter(imports_below(entries, joining)).static_order())
    text = "".join(joining.function(script) for script in order)
    text += "".join(passed_on(script, joining) for script in entries)
    places = {constant(script): f"${place}" for place, script in enumerate(order)}
    content = minified(CONSTANT.sub(lambda found: places.get(found[0], found[0]), text)).encode()
    address = f"{JOINED_SCRIPTS}{title}.{mark_of(content)}.js"
    joining.files[address] = content
    return address


def imports_below(entries: Sequence[str], joining: Joining) -> dict[str, list[str]]:
    """Scripts and all that they come to import, each with what it names itself."""
    found: dict[str, list[str]] = {}
    waiting = list(entries)
    while waiting:
        script = waiting.pop(0)
        if script not in found:
            text = joining.text(script)
            found[script] = [beside(script, each["path"]) for each in IMPORT.finditer(text)]
            waiting += found[script]
    return found


def as_function(script: str, joining: Joining) -> str:
    """A module as a constant: what the function with its code gives, the module's exports by their names."""

    def imported(found: re.Match[str]) -> str:
        names = (found["names"] or "").replace(" as ", ": ")
        return f"const {{{names}}} = {constant(beside(script, found['path']))};\n" if names else ""

    def asked_for_later(found: re.Match[str]) -> str:
        target = beside(script, found["path"])
        address = join(posixpath.basename(target).removesuffix(".js"), [target], joining)
        return f'{found["how"]}"./{posixpath.basename(address)}"'

    text = joining.text(script)
    exports = ", ".join(exported(text))
    text = LATE.sub(asked_for_later, IMPORT.sub(imported, text))
    text = EXPORT_LIST.sub("", EXPORT.sub(r"\g<what>\g<names>", text))
    if unread := UNREAD.search(text):
        raise ScriptError(f"{script}: «{unread[0]}» is neither `import {{…}} from` nor an export by name.")
    return f"const {constant(script)} = (() => {{\n{text}return {{ {exports} }};\n}})();\n"


def passed_on(script: str, joining: Joining) -> str:
    """What lets a joined file export what a script in it does."""
    names = exported(joining.text(script))
    return f"export const {{ {', '.join(names)} }} = {constant(script)};\n" if names else ""


def exported(text: str) -> list[str]:
    """The names that a module exports."""
    found = [*EXPORT.finditer(text), *EXPORT_LIST.finditer(text)]
    return [name for each in found for name in re.findall(r"\w+", each["names"])]


def beside(script: str, path: str) -> str:
    """The script that another one names by its path from there."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(script), path))


def constant(script: str) -> str:
    """What the exports of a module are called in a joined file."""
    return "$" + re.sub(r"\W", "_", script.removeprefix(SCRIPTS).removesuffix(".js"))


def addresses_in(files: Mapping[str, bytes], title: str) -> list[str]:
    """The addresses of the joined files with a title."""
    return [address for address in files if address.startswith(f"{JOINED_SCRIPTS}{title}.")]

"""ES modules in files of their own as the one script that a component of Streamlit's takes.

A module imports names from others, by their place or, of what Python hands over, by their name:

    import { wrap } from "./text.js";
    import { INK } from "palette";

Each becomes a function with a scope of its own, so that no name of one is seen by another. Only the
forms above are understood, and exports that have a name: any other is an error, and so is a name
that a module does not export, or a circle.
"""

import re
from collections.abc import Mapping
from pathlib import Path

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (default )?(?=(?:async function|function|const|let|class) (\w+))", re.MULTILINE
)
_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)  # for who reads the file, not for the line
_OTHER_FORM = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class BrokenModule(Exception):
    """A module that cannot be joined with the others; the message names it and what is wrong."""


def joined(entry: Path, given: Mapping[str, str] | None = None) -> str:
    """The module of a file and all that it imports, as one module with the same exports.

    `given` has the text of modules that are imported by their name. Raises BrokenModule, and
    FileNotFoundError where there is no such file.
    """
    modules = _Modules(given or {})
    last = modules.add(entry.resolve(), ())
    exports = [name for name in modules.exports[last] if name != "default"]
    lines = [*modules.texts, f"export const {{ {', '.join(exports)} }} = {last};"]
    if "default" in modules.exports[last]:
        lines.append(f"export default {last}.default;")
    return "\n".join(lines) + "\n"


class _Modules:
    """The modules that were met, each after those that it imports."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given
        self.names: dict[Path | str, str] = {}
        self.exports: dict[str, list[str]] = {}
        self.texts: list[str] = []

    def add(self, module: Path | str, on_the_way: tuple[Path | str, ...]) -> str:
        """The variable that holds a module's exports."""
        if module in on_the_way:
            raise BrokenModule(f"{_called(module)} imports itself by way of others")
        if module not in self.names:
            self.names[module] = self._write(module, (*on_the_way, module))
        return self.names[module]

    def _write(self, module: Path | str, on_the_way: tuple[Path | str, ...]) -> str:
        text = self.given[module] if isinstance(module, str) else module.read_text("utf-8")
        text = _COMMENT.sub("", text)

        def taken(match: re.Match[str]) -> str:
            wanted, place = match[1].split(", "), match[2]
            other = place if place in self.given else (Path(module).parent / place).resolve()
            name = self.add(other, on_the_way)
            if unknown := sorted(set(wanted) - set(self.exports[name])):
                raise BrokenModule(
                    f"{_called(module)} imports {', '.join(unknown)}, which {place} does not export"
                )
            return f"const {{ {', '.join(wanted)} }} = {name};"

        body = _IMPORT.sub(taken, text)
        exports = {match[1] and "default" or match[2]: match[2] for match in _EXPORT.finditer(body)}
        body = _EXPORT.sub("", body)
        if other_form := _OTHER_FORM.search(body):
            raise BrokenModule(f"{_called(module)}: {other_form[0]}")
        name = f"$module{len(self.texts)}"
        self.exports[name] = list(exports)
        handed = ", ".join(
            local if local == export else f"{export}: {local}" for export, local in exports.items()
        )
        self.texts.append(f"const {name} = (() => {{\n{body}return {{ {handed} }};\n}})();")
        return name


def _called(module: Path | str) -> str:
    return module if isinstance(module, str) else module.name

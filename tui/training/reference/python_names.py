"""The library's public names with their signatures and what they say of themselves."""

import ast
import importlib
import inspect
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from textwrap import dedent
from types import ModuleType, UnionType
from typing import Any, Final, Literal, get_args, get_origin

from tui.analysis.tables import COLUMNS, Tables
from tui.training.reference.markdown import code, listed, table

_PUBLIC: Final = ("tui.article", "tui.analysis")
_ASKED: Final[Mapping[str, Sequence[str]]] = {
    "tui.corpus.asking": ("Corpus",),
    "tui.corpus.question": (
        "Question", "Answer", "Statement", "Count", "Month", "Person", "People", "Contents",
    ),
    "tui.corpus.cancelling": ("Cancellation", "Cancelled"),
    "tui.corpus.corpus_folder": ("CorpusError",),
}  # fmt: skip
_HEAD: Final = """\
## Python

[An example](library.md) runs from top to bottom, and tells
[what stays as it is](library.md#what-stays-as-it-is). `tui.__version__` is the version.
"""
_CORPUS: Final = """\
### From tui.corpus

What [asks a corpus](asking.md#from-a-program). These names may change with any version.
"""
_LONGEST_LINE: Final = 100
Named = ast.ClassDef | ast.FunctionDef


def python_names() -> str:
    """Every public name, module by module, and what the signatures call by a name."""
    told = "\n".join(_told())
    return f"{_HEAD}\n{told}\n### Named in signatures\n\n{_aliases()}"


def public() -> Iterator[tuple[str, str, Any]]:
    """Every public name: its module, the name, and what it stands for."""
    for module in _PUBLIC:
        for name in importlib.import_module(module).__all__:
            yield module, name, getattr(importlib.import_module(module), name)


def _told() -> Iterator[str]:
    for module in _PUBLIC:
        yield f"### From {module}\n"
        yield from (_thing(name, thing) for of, name, thing in public() if of == module)
    yield _CORPUS
    yield from (_thing(f"{module}.{name}", thing) for module, name, thing in of_corpora())


def of_corpora() -> Iterator[tuple[str, str, Any]]:
    """The names that ask a corpus, told as those of `public` are."""
    for module, names in _ASKED.items():
        for name in names:
            yield module, name, getattr(importlib.import_module(module), name)


def _thing(name: str, thing: Any) -> str:  # noqa: ANN401 -- a class or a function
    node = _node(thing)
    parts = [f"#### {name}\n"]
    if isinstance(node, ast.FunctionDef):
        parts.append(f"```python\n{_signature(node)}\n```\n")
    parts.append(f"{_says(node)}\n")
    if isinstance(node, ast.ClassDef):
        if made_with := _made_with(node):
            parts.append(f"Made with {code(made_with)}.\n")
        parts += _members(node)
    if node.name == "Tables":
        parts.append(table(("table", "columns"), map(_columns, COLUMNS)))
        parts.append(f"{_beside('COLUMNS', sys.modules[Tables.__module__])}\n")
    return "\n".join(parts)


def _node(thing: Any) -> Named:  # noqa: ANN401 -- a class or a function
    """What defines something, as it is written: annotations are then the same in every Python."""
    (node,) = ast.parse(dedent(inspect.getsource(thing))).body
    if not isinstance(node, Named):
        raise TypeError(f"{thing!r} is neither a class nor a function")
    module = sys.modules[thing.__module__]
    for part in ast.walk(node):
        if isinstance(part, ast.arguments):
            part.defaults = [_value(default, module) for default in part.defaults]
    return node


def _value(default: ast.expr, module: ModuleType) -> ast.expr:
    """What a default stands for, where it is a text with a name."""
    value = getattr(module, default.id, None) if isinstance(default, ast.Name) else None
    return ast.Constant(value) if isinstance(value, str) else default


def _says(node: Named) -> str:
    said = ast.get_docstring(node)
    if said is None:
        raise ValueError(f"{node.name} has no docstring")
    return said


def _members(node: ast.ClassDef) -> Iterator[str]:
    """Fields as a table, then properties and methods as a list."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    if fields:
        rows = (
            (code(_written(part.target)), code(_written(part.annotation)), _default(part.value))
            for part in fields
        )
        yield table(("field", "type", "default"), rows)
    methods = [
        part
        for part in node.body
        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
    ]
    lines = [f"- {code(_method(part))}: {' '.join(_says(part).split())}\n" for part in methods]
    if lines:
        yield "".join(lines)


def _method(node: ast.FunctionDef) -> str:
    decorators = {_written(decorator) for decorator in node.decorator_list}
    if "property" in decorators and node.returns is not None:
        return f"{node.name}: {_written(node.returns)}"
    returns = f" -> {_written(node.returns)}" if node.returns is not None else ""
    return f"{node.name}({_arguments(node)}){returns}"


def _made_with(node: ast.ClassDef) -> str | None:
    """How one is made, where that is not told by the fields."""
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return f"{node.name}({_arguments(part)})" if len(part.args.args) > 1 else None
    return None


def _signature(node: ast.FunctionDef) -> str:
    """Its first line, or three where it is long, as ruff formats it."""
    returns = f" -> {_written(node.returns)}" if node.returns is not None else ""
    name, arguments, rest = f"def {node.name}(", _arguments(node), f"){returns}: ..."
    line = f"{name}{arguments}{rest}"
    return line if len(line) <= _LONGEST_LINE else f"{name}\n    {arguments}\n{rest}"


def _arguments(node: ast.FunctionDef) -> str:
    """All that a call may give, without `self`."""
    arguments = node.args
    if arguments.args and arguments.args[0].arg == "self":
        arguments.args = arguments.args[1:]
    for argument in ast.walk(arguments):
        if isinstance(argument, ast.arg) and argument.annotation is not None:
            argument.annotation = ast.parse(_written(argument.annotation), mode="eval").body
    return _styled(arguments)


def _written(node: ast.expr) -> str:
    """Code as it is written, without the marks around what is not known yet there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ast.unparse(node)


def _styled(node: ast.AST) -> str:
    """Code as ruff formats it; in no default that is told stands a mark or a sign of equality."""
    return ast.unparse(node).replace("=", " = ").replace("'", '"')


def _default(value: ast.expr | None) -> str:
    return "" if value is None else code(_styled(value))


def _columns(name: str) -> tuple[str, str]:
    return code(name), ", ".join(f"{code(column)} {kind}" for column, kind in COLUMNS[name].items())


def _aliases() -> str:
    """What types like `QuoteKind` stand for, wherever a signature or a field names one."""
    found: dict[str, tuple[str, str]] = {}
    things = [thing for *_, thing in (*public(), *of_corpora())]
    for thing in things:
        module = sys.modules[thing.__module__]
        for name in _names(_node(thing)):
            meant = getattr(module, name, None)
            if get_origin(meant) is Literal:
                is_one_of = [json.dumps(each) for each in get_args(meant)]
            elif isinstance(meant, UnionType):
                is_one_of = [each.__name__ for each in get_args(meant)]
            else:
                continue
            found[name] = listed(is_one_of), _beside(name, module)
    rows = ((code(name), *told) for name, told in sorted(found.items()))
    return table(("name", "is", ""), rows)


def _names(node: Named) -> Iterator[str]:
    """Every name in the annotations of a class or a function, but for those within a function."""
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef):
            part.body = []
    for part in ast.walk(node):
        annotation = getattr(part, "annotation", None) or getattr(part, "returns", None)
        if annotation is not None:
            written = ast.parse(_written(annotation), mode="eval")
            yield from (name.id for name in ast.walk(written) if isinstance(name, ast.Name))


def _beside(name: str, module: ModuleType) -> str:
    """What is said of a name in a string below it, in the module that it was made in."""
    for place in (module, *_imported(name, module)):
        body = ast.parse(inspect.getsource(place)).body
        for part, below in pairwise(body):
            targets = part.targets if isinstance(part, ast.Assign) else []
            targets = [part.target] if isinstance(part, ast.AnnAssign) else targets
            named = name in map(_written, targets)
            if named and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                return str(below.value.value)
    return ""


def _imported(name: str, module: ModuleType) -> Iterator[ModuleType]:
    for part in ast.parse(inspect.getsource(module)).body:
        names = [alias.name for alias in part.names] if isinstance(part, ast.ImportFrom) else []
        if isinstance(part, ast.ImportFrom) and part.module and name in names:
            yield importlib.import_module(part.module)

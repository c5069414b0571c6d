"""Mutants of a module: each one small change to a piece of one of its functions.

A comparison, a condition, a sum, a constant, a value given back, or a statement left out.
"""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType

Place = tuple[str, str, int]
"""A function's file, its qualified name and its first line."""

ROOT = Path(__file__).parent.parent.parent
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult, ast.Div: ast.Mult, ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One piece of a module's tree, and what comes in its place."""

    path: Path
    tree: ast.Module = field(repr=False)
    statement: ast.stmt
    before: ast.AST
    after: ast.AST

    @property
    def line(self) -> int:
        """Where the piece stands."""
        return int(getattr(self.before, "lineno", self.statement.lineno))

    @property
    def lines(self) -> set[tuple[str, int]]:
        """Where a test passes that runs the piece: its line, or its statement's."""
        return {(str(self.path), self.line), (str(self.path), self.statement.lineno)}

    def __str__(self) -> str:
        was, now = (ast.unparse(node).split("\n")[0] for node in (self.before, self.after))
        return f"{self.path.relative_to(ROOT)}:{self.line}\n    - {was}\n    + {now}"


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of a module's functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    inner = {id(node) for function in functions for b in function.body for node in ast.walk(b)}
    outer = [function for function in functions if id(function) not in inner]
    pieces = (
        piece for function in outer for part in function.body for piece in _pieces(part, part)
    )
    return [Mutant(path, tree, *piece, after) for piece in pieces for after in _changed(piece[1])]


def _pieces(node: ast.AST, within: ast.stmt) -> Iterator[tuple[ast.stmt, ast.AST]]:
    """A statement and all in it, each with its statement, but no annotation and no docstring."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    within = node if isinstance(node, ast.stmt) else within
    yield within, node
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "format_spec"):
            parts = value if isinstance(value, list) else [value]
            yield from (p for v in parts if isinstance(v, ast.AST) for p in _pieces(v, within))


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            yield _with(node, ops=[OPERATORS[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(op)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield _with(node, value=not value)
        case ast.Constant(value=int() | float() as value):
            yield _with(node, value=value + 1)
        case ast.Constant(value=str() as value):
            yield _with(node, value=f"XX{value}")
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _with(node, value=ast.Constant(None))
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _with(node, test=ast.UnaryOp(ast.Not(), test))
        case ast.Expr(value=ast.Call()) | ast.Raise():
            yield ast.copy_location(ast.Pass(), node)
        case ast.Continue():
            yield ast.copy_location(ast.Break(), node)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


class _Put(ast.NodeTransformer):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def visit(self, node: ast.AST) -> ast.AST:
        return self._mutant.after if node is self._mutant.before else self.generic_visit(node)


def apply(mutant: Mutant, functions: dict[Place, list[FunctionType]]) -> bool:
    """Give the function that holds the piece its changed code; whether there was one."""
    _Put(mutant).visit(mutant.tree)
    changed = 0
    for code in _codes(compile(ast.fix_missing_locations(mutant.tree), str(mutant.path), "exec")):
        for function in functions.get(place(code), []):
            changed += code != function.__code__
            function.__code__ = code
    return changed > 0


def _codes(code: CodeType) -> Iterator[CodeType]:
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from (part, *_codes(part))


def place(code: CodeType) -> Place:
    """Where a function's code comes from."""
    return code.co_filename, code.co_qualname, code.co_firstlineno

"""One table: no key means two things, and the user's key map cannot lock anyone in."""

import ast
import importlib
import pkgutil
from collections import Counter

import pytest
from textual.message import Message

from tests.conftest import ROOT
from tui import reader
from tui.reader.actions import TABLE, Action, Scope, bindings, on_screen, paired
from tui.reader.key_map import keymap, with_keys


def said(user_keys: dict[str, str]) -> list[str]:
    return [problem.said for problem in with_keys(user_keys)[1]]


def action(actions: tuple[Action, ...], name: str) -> Action:
    return next(a for a in actions if a.id == name)


@pytest.mark.parametrize(
    "scope",
    [
        "article",
        "comparison",
        "library",
        "statements",
        "clippings",
        "corpus",
        "said",
        "subjects",
        "export",
        "help",
        "correction",
    ],
)
def test_no_key_means_two_things_on_one_screen(scope: Scope) -> None:
    keys = Counter(key for a in on_screen(TABLE, scope) for key in a.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_unique_and_pairs_are_there() -> None:
    ids = [a.id for a in TABLE]
    assert len(set(ids)) == len(ids)
    assert {a.pair for a in TABLE if a.pair} <= set(ids)


@pytest.mark.parametrize("scope", ["article", "comparison"])
def test_every_binding_has_an_id_and_a_tooltip(scope: Scope) -> None:
    for binding in bindings(scope):
        assert not isinstance(binding, tuple)
        assert binding.id
        assert binding.tooltip
        assert len(binding.tooltip) <= 50  # one line of the help in 80 columns


def methods(beginning: str) -> set[str]:
    """The names of the reader's own methods that begin so."""
    return {
        method.name
        for path in (ROOT / "tui" / "reader").glob("*.py")
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(made, ast.ClassDef)
        for method in made.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
        if method.name.startswith(beginning)
    }


def test_whatever_the_reader_can_do_is_in_the_table() -> None:
    calls = {a.call.removeprefix("app.").partition("(")[0] for a in TABLE}
    assert methods("action_") <= {f"action_{call}" for call in calls}


def test_whatever_the_reader_listens_to_is_a_message() -> None:
    for module in pkgutil.iter_modules(reader.__path__, "tui.reader."):
        importlib.import_module(module.name)
    kinds = [Message]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert methods("on_") <= {kind.handler_name for kind in kinds[1:]}


def test_no_command_needs_a_key_that_terminals_swallow() -> None:
    swallowed = {"ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+s", "ctrl+o"}
    for a in TABLE:
        assert not swallowed & {*a.keys}


def test_the_two_of_a_pair_are_told_once() -> None:
    told = paired(on_screen(TABLE, "article"))
    assert ("next_quote", "previous_quote") in [(a.id, b.id if b else None) for a, b in told]
    assert "previous_quote" not in [a.id for a, _ in told]


def test_the_users_keys_take_the_place_of_ours() -> None:
    actions, problems = with_keys({"next_quote": "z,ctrl+n"})
    assert problems == ()
    assert action(actions, "next_quote").keys == ("z", "ctrl+n")
    assert keymap(actions) == {"next_quote": "z,ctrl+n"}


def test_a_key_that_is_taken_is_taken_from_its_action() -> None:
    actions, problems = with_keys({"why": "j"})
    assert problems == ()
    assert action(actions, "line_down").keys == ("down",)


def test_an_action_that_loses_its_last_key_is_told_unless_it_needs_none() -> None:
    assert said({"why": "c"}) == [
        "why: c is the only key that is left to correct: give correct another one, or say"
        ' correct = ""'
    ]
    assert said({"why": "c", "correct": "z"}) == []
    actions, problems = with_keys({"why": "c", "correct": ""})
    assert problems == ()
    assert action(actions, "correct").keys == ()
    assert action(with_keys({"quit": ""})[0], "quit").keys == ("q",)


def test_a_clash_that_is_told_is_not_in_the_table() -> None:
    actions, problems = with_keys({"why": "c"})
    assert len(problems) == 1
    assert actions == TABLE
    assert action(with_keys({"why": "z, c"})[0], "why").keys == ("z",)
    # what the first one gets back, the second cannot have
    actions, problems = with_keys({"why": "y", "entities": "w"})
    assert [p.action for p in problems] == ["why", "entities"]
    assert actions == TABLE


def test_keys_can_be_written_as_they_are_shown_and_as_textual_names_them() -> None:
    shown = {a.id: ",".join(a.shown_keys.split()) for a in TABLE if not a.numbered}
    for keys in (shown, {a.id: ",".join(a.keys) for a in TABLE}):
        actions, problems = with_keys(keys)
        assert problems == ()
        assert actions == TABLE
        assert keymap(actions) == {}
    for written, key in (
        ("F5", "f5"), ("Ctrl+X", "ctrl+x"), ("shift+z", "Z"), ("plus", "+"), ("comma", "comma"),
        ("slash", "/"), ("at", "@"), ("esc", "escape"), ("Tab", "tab"), ("é", "é"),
    ):  # fmt: skip
        without = {a.id: "" for a in TABLE if a.keys == (key,)}
        assert action(with_keys({**without, "why": written})[0], "why").keys == (key,)


def test_two_keys_can_be_swapped() -> None:
    actions, problems = with_keys({"next_quote": "p", "previous_quote": "n"})
    assert problems == ()
    assert keymap(actions) == {"next_quote": "p", "previous_quote": "n"}


def test_quit_and_help_keep_their_keys() -> None:
    actions, problems = with_keys({"quit": "f9", "why": "q", "next_quote": "?"})
    assert action(actions, "quit").keys == ("q", "f9")
    assert action(actions, "help").keys == ("?",)
    assert action(actions, "next_quote").keys == ("n",)
    assert [(p.action, p.said) for p in problems] == [
        ("why", "why: q belongs to quit"), ("next_quote", "next_quote: ? belongs to help")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"dance": "z"}, "there is no action 'dance'"),
        ({"why": "notakey"}, "'notakey' is no key"),
        ({"why": "hyper+x"}, "'hyper+x' is no key"),
        ({"why": "z,"}, "'' is no key"),
        ({"why": "ctrl+q"}, "ctrl+q always quits"),
        ({"apply_correction": "z"}, "z is typed there, in a name"),
        ({"speaker": "a,b"}, "speaker takes 9 keys, not 2"),
        ({"why": "5"}, "5 belongs to speaker"),
        ({"why": "z", "entities": "z"}, "z belongs to why"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(keys: dict[str, str], problem: str) -> None:
    actions, problems = with_keys(keys)
    assert len(problems) == 1
    assert problem in problems[0].said
    assert action(actions, "entities").keys == ("e",)


def test_speakers_can_have_other_keys() -> None:
    actions, problems = with_keys({"speaker": "f1,f2,f3,f4,f5,f6,f7,f8,f9"})
    assert problems == ()
    assert keymap(actions)["speaker_2"] == "f2"

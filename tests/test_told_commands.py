"""Whatever the pages tell to type can be typed: by the program's own parsers and the Makefile."""

import argparse
import doctest
import importlib
import importlib.util
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests import pages
from tests.conftest import ROOT
from tests.corpus.asked_tables import BUDGET, HARBOUR, write_corpus
from tui.command_line import EXAMPLES, VERBS, Verb, parser, verb_parser
from tui.corpus.question_words import typed_in, wish_of

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = {
    target for line in re.findall(r"^([\w ]+):(?!=)", MAKEFILE, re.M) for target in line.split()
}
EXTRAS = set(re.findall(r"^(\w+) = \[", (ROOT / "pyproject.toml").read_text("utf-8"), re.M))
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")


class ParsedError(Exception):
    """A program has read its arguments; what it would do then is not asked for."""


@pytest.fixture(autouse=True)
def parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only arguments are read; what is wrong with them is an error, and so is what is cut short."""

    def error(self: argparse.ArgumentParser, message: str) -> None:
        raise ValueError(message)

    monkeypatch.setattr(argparse.ArgumentParser, "error", error)
    monkeypatch.setattr(argparse.ArgumentParser, "_get_option_tuples", lambda *_: [])
    monkeypatch.chdir(ROOT)


def wrong(call: Sequence[str]) -> str:
    """What is wrong with a call; nothing, if it can be typed."""
    name, *arguments = call
    check = {"pullquote": pullquote, "make": make, "pip": extras, "pipx": extras}.get(name, python)
    try:
        check([*arguments])
    except (ValueError, AssertionError) as error:
        return f"{' '.join(call)}: {error}"
    return ""


def pullquote(arguments: list[str]) -> None:
    arguments = [argument.strip("[]") for argument in arguments]
    if arguments and arguments[0] in VERBS:
        verb: Verb = arguments.pop(0)  # type: ignore[assignment]  # it is one
        if arguments:  # alone it is only named
            made = verb_parser(verb)
            parse = made.parse_intermixed_args if verb == "ask" else made.parse_args
            given = parse(arguments)
            if verb == "ask":
                wish_of(typed_in(given.words))
        return
    for source in parser().parse_args(arguments).sources:
        looks_like_one = re.search(r"[.:/*#-]", source) or source.isupper()
        assert looks_like_one or Path(source).exists(), f"{source} is no command"


def make(arguments: list[str]) -> None:
    for argument in arguments:
        name, given, _ = argument.partition("=")
        assert name in TARGETS or given, f"there is no target {name}"
        asked = re.search(rf"\$\((?:or \$\()?{name}\b", MAKEFILE)
        assert not given or asked, f"nothing asks for {name}"


def python(arguments: list[str]) -> None:
    if "-m" not in arguments:
        return
    at = arguments.index("-m") + 1
    module, given = arguments[at], [part.strip("[]") for part in arguments[at + 1 :]]
    if module == "tui":
        pullquote(given)
    elif module == "pip":
        extras(arguments[at + 1 :])
    elif module.partition(".")[0] in ("tui", "tests"):
        path = source(module)
        if given and "parse_args(" in path.read_text(encoding="utf-8"):
            parsed(module, given)
    else:
        assert importlib.util.find_spec(module), module


def source(module: str) -> Path:
    """The file that `python -m` runs."""
    path = ROOT / module.replace(".", "/")
    path = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
    assert path.exists(), f"there is no module {module}"
    assert '__name__ == "__main__"' in path.read_text(encoding="utf-8"), f"{module} is no program"
    return path


def parsed(module: str, given: Sequence[str]) -> None:
    """Let a program read its arguments, and no more."""
    reads: Callable[..., argparse.Namespace] = argparse.ArgumentParser.parse_args

    def reads_alone(self: argparse.ArgumentParser, _: Sequence[str] | None = None) -> None:
        reads(self, given)
        raise ParsedError

    name = f"{module}.__main__" if (ROOT / module.replace(".", "/")).is_dir() else module
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argparse.ArgumentParser, "parse_args", reads_alone)
        try:
            program = importlib.import_module(name)
        except ModuleNotFoundError as error:
            assert error.name == "torch", error  # noqa: PT017 - only where weights are made
            told = set(re.findall(r'"(--?[\w-]+)"', source(module).read_text(encoding="utf-8")))
            assert set(OPTION.findall(" ".join(given))) <= told
            return
        with pytest.raises(ParsedError):
            program.main()


def extras(arguments: Sequence[str]) -> None:
    """What is installed may have extras of ours."""
    for argument in arguments:
        for named in re.findall(r"^(?:\.|pullquote)\[([\w,]+)\]$", argument):
            assert set(named.split(",")) <= EXTRAS, argument


@pytest.mark.parametrize("page", pages.TOLD, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_call_on_a_page_can_be_typed(page: Path) -> None:
    assert [found for call in pages.calls(page) if (found := wrong(call))] == []


def test_the_examples_of_the_help_can_be_typed() -> None:
    calls = [*pages.described_calls(EXAMPLES)]
    assert len(calls) == EXAMPLES.count("\n")
    assert [found for call in calls if (found := wrong(call))] == []


def test_many_calls_are_told() -> None:
    calls = [call for page in pages.TOLD for call in pages.calls(page)]
    count = Counter(name for name, *_ in calls)
    assert count["pullquote"] > 40
    assert count["make"] > 30
    assert count["python"] > 12


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("cat a.txt | pullquote --format jsn -", "invalid choice: 'jsn'"),
        ("pullquote --speeker ada a.txt", "unrecognized arguments: --speeker"),
        ("pullquote --no-correction a.txt", "unrecognized arguments: --no-correction"),
        ("pullquote exprot a.txt", "exprot is no command"),
        ("pullquote ask tables speakr:ada", "there is no key speakr:"),
        ("pullquote corpus a.txt", "the following arguments are required: -o/--output"),
        ('eval "$(pullquote completion csh)"', "invalid choice: 'csh'"),
        ("make tabels", "there is no target tabels"),
        ("make fuzz MINUTE=5", "nothing asks for MINUTE"),
        ("python -m tui.training.no_such", "there is no module tui.training.no_such"),
        ("python -m tui.analysis.model", "tui.analysis.model is no program"),
        ("python -m tui.training.corpus_speed a --artikles 3", "arguments: --artikles"),
        ("python -m tui.training.tagger CORPORA --resumed", ""),
        ("python -m pip install '.[corpsu]'", ".[corpsu]"),
        ("pipx install 'pullquote[al]'", "pullquote[al]"),
    ],
)
def test_what_cannot_be_typed_is_found(line: str, told: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"    {line}   which is described\n", encoding="utf-8")
    (call,) = pages.calls(page)
    assert wrong(call)
    assert told in wrong(call)


def test_every_option_and_variable_that_is_named_exists() -> None:
    every = {"--snapshot-update", *known_options()}
    wrong = list[str]()
    for page in pages.TOLD:
        for code in pages.inline(page):
            if re.match(r"--?[a-z]", code) and not set(OPTION.findall(code)) <= every:
                wrong.append(f"{page.name}: {code}")
            if re.fullmatch(r'(?:[A-Z]+=("[^"]*"|\S+) ?)+', code):
                make(re.findall(r"[A-Z]+=", code))
    assert wrong == []


def known_options() -> Iterator[str]:
    """What starts with a dash: the command's own, and what tools for the project take."""
    for made in (parser(), *map(verb_parser, VERBS)):
        for action in made._actions:
            yield from action.option_strings
    for path in (ROOT / "tui" / "training").glob("*.py"):
        yield from re.findall(r'add_argument\(\s*"(--[\w-]+)"', path.read_text(encoding="utf-8"))


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_what_make_runs_can_be_typed() -> None:
    told = subprocess.run(
        ["make", "-n", "accuracy", "bench", "mutation", "fuzz", "hostile", "faults", "soak", "keys",
         "tables", "man", "reference", "pictures", "digests", "lock", "audit", "release",
         "GOLD=a.jsonl", "SCORER=score.py", "NAMES=n.jsonl", "MARKS=1", "VOICES=1", "CHAINS=c",
         "TAGGED=t", "POINTS=p", "ENTITIES=e o", "PROMINENCE=s", "SEED=1", "REPLAY=r",
         "MODULES=mail_message", "PARTS=article", "MODES=text", "CASES=speakers"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = re.findall(r"/python (-m (?:tui|tests)\.[^\\;|\n]+(?:\\\n[^\\;|\n]+)*)", told.stdout)
    assert len(lines) > 20
    calls = [["python", *line.replace("\\\n", " ").split()] for line in lines]
    assert [found for call in calls if (found := wrong(call))] == []


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_on_a_page_compiles(page: Path) -> None:
    for block in pages.blocks(page, "python"):
        compile(block, page.name, "exec")
    for example in doctest.DocTestParser().get_examples(page.read_text(encoding="utf-8")):
        compile(example.source, page.name, "single")


def test_a_corpus_is_asked_as_its_pages_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_corpus(tmp_path / "tables", [[HARBOUR, BUDGET]])
    (block,) = pages.blocks(ROOT / "docs" / "asking.md", "python")
    names = dict[str, Callable[[Path], None]]()
    exec(block, names)
    names["printed"](folder)
    assert "Ada Falkmere “" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    shown = dict[str, object]()
    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    for example in doctest.DocTestParser().get_examples(text):
        exec(compile(example.source, "corpus.md", "single"), shown)
    assert "Ada Falkmere" in capsys.readouterr().out
    assert sys.modules["duckdb"]

"""The one table of what the reader can do: bindings, footer, help and palette are made from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from textual.binding import Binding, BindingType
from textual.keys import format_key

Scope = Literal[
    "everywhere",
    "article",
    "comparison",
    "list",
    "library",
    "statements",
    "clippings",
    "export",
    "corpus",
    "said",
    "subjects",
    "namesakes",
    "help",
    "correction",
]


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `id` is its name in the user's key map, and of the method `action_<id>` where `does` names no
    other call. `footer` is its word in the footer, empty where it has none. `pair` is the id of
    the action that goes the other way: footer and help show the two as one. A `numbered` action is
    handed which of its keys was pressed, counted from one. `in_search` is its word in the footer
    while a search is on, `in_list` the one while all statements of a voice, or the parts of a
    whole, are listed. A `prior`
    action comes before any key that was typed ahead: such keys are for what it opens. One
    `of_quote` needs a current quote. One that `leads_back` from its screen is in the footer
    whatever else has no room, where there is something to go back to.
    """

    id: str
    keys: tuple[str, ...]
    scope: Scope
    title: str
    tooltip: str
    footer: str = ""
    does: str = ""
    pair: str = ""
    numbered: bool = False
    in_search: str = ""
    in_list: str = ""
    prior: bool = False
    of_quote: bool = False
    leads_back: bool = False

    @property
    def shown_keys(self) -> str:
        """The keys as one writes them: `n`, `j ↓`, `1–9`."""
        names = [format_key(key) for key in self.keys]
        return f"{names[0]}–{names[-1]}" if self.numbered else " ".join(names)

    @property
    def call(self) -> str:
        """What Textual is to run: a method of the app's or the screen's."""
        return f"app.{self.id}" if self.scope == "everywhere" else self.does or self.id

    def bindings(self) -> Iterator[Binding]:
        """What Textual is to bind, a numbered action once a key."""
        if self.numbered:
            for number, key in enumerate(self.keys, 1):
                name, call = f"{self.id}_{number}", f"{self.call}({number})"
                yield Binding(key, call, self.title, show=False, tooltip=self.tooltip, id=name)
        else:
            yield Binding(
                ",".join(self.keys),
                self.call,
                self.title,
                show=bool(self.footer),
                tooltip=self.tooltip,
                id=self.id,
                priority=self.prior,
            )


# By worth: the footer has this order and, from its end on, leaves out what does not fit.
TABLE: Final = (
    Action("next_quote", ("n",), "article", "next quote",
           "Go to the next quote (in a search: match)", footer="quotes", in_search="matches",
           does="step(1)", pair="previous_quote"),
    Action("previous_quote", ("p",), "article", "previous quote",
           "Go back to the quote (in a search: match) before", does="step(-1)"),
    Action("copy_quote", ("y",), "article", "copy quote",
           "Copy the current quote, with who said it", footer="copy",
           does="copy('quote')", of_quote=True),
    Action("next_speaker", ("s",), "article", "next voice", "Go to the next voice",
           footer="voices", does="step_speaker(1)", pair="previous_speaker"),
    Action("previous_speaker", ("S",), "article", "previous voice", "Go back to the voice before",
           does="step_speaker(-1)"),
    Action("search", ("/",), "article", "search", "Find words in the article", footer="search",
           prior=True),
    Action("why", ("w",), "article", "why this speaker",
           "What ties a quote to its speaker; again: the rest", footer="why", of_quote=True),
    Action("compare", ("v",), "article", "compare two voices",
           "Two voices side by side, on what both speak of", footer="compare"),
    Action("correct", ("c",), "article", "correct the speaker",
           "Say who the current quote is by", footer="correct", of_quote=True),
    Action("undo_correction", ("u",), "article", "undo the correction",
           "Undo the latest correction of this article", does="app.undo_correction"),
    Action("next_pane", ("tab",), "article", "other pane", "Go to the other pane", footer="pane"),
    Action("previous_pane", ("shift+tab",), "article", "pane before", "Go back to the pane before",
           does="next_pane"),
    Action("copy_summary", ("Y",), "article", "copy summary",
           "Copy the open voice’s summary or listed statements", footer="copy summary",
           in_list="copy statements", does="copy('summary')"),
    Action("export", ("x",), "article", "export",
           "Write it into a file: a web page, a table and more", footer="export"),
    Action("longer", ("+", "="), "article", "longer summaries", "One sentence more in each summary",
           footer="summary", does="lengthen(1)", pair="shorter"),
    Action("shorter", ("-",), "article", "shorter summaries", "One sentence less in each summary",
           does="lengthen(-1)"),
    Action("next_of_speaker", ("N",), "article", "next quote of this voice",
           "Go to the next quote of the same voice",
           does="step_of_speaker(1)", pair="previous_of_speaker"),
    Action("previous_of_speaker", ("P",), "article", "the one before",
           "Go back to the quote before of the same voice", does="step_of_speaker(-1)"),
    Action("speaker", tuple("123456789"), "article", "that voice",
           "That voice; again: only its quotes stay bright", numbered=True),
    Action("copy_all", ("A",), "article", "copy all summaries", "Copy the summaries of all voices",
           does="copy('summaries')"),
    Action("indirect", ("i",), "article", "indirect statements",
           "Show or hide what is told in other words", does="filter('indirect')"),
    Action("doubtful", ("I",), "article", "doubtful statements",
           "Show or hide what is hardly a statement at all", does="filter('doubtful')"),
    Action("entities", ("e",), "article", "names",
           "A name: n and p go through what was said of it"),
    Action("list_statements", ("l",), "article", "all statements",
           "All that the open voice said; again: its summary"),
    Action("order", ("r",), "article", "order of the voices",
           "The voices by share, as they speak, or by name"),
    Action("line_down", ("j", "down"), "article", "down", "Move down one line",
           does="move_line(1)", pair="line_up"),
    Action("line_up", ("k", "up"), "article", "up", "Move up one line", does="move_line(-1)"),
    Action("page_down", ("space", "pagedown"), "article", "next page", "Move down one page",
           does="move_page(1)", pair="page_up"),
    Action("page_up", ("b", "pageup"), "article", "page before", "Move up one page",
           does="move_page(-1)"),
    Action("top", ("g", "home"), "article", "beginning", "Go to the beginning",
           does="move_to_end(-1)", pair="end"),
    Action("end", ("G", "end"), "article", "end", "Go to the end", does="move_to_end(1)"),
    Action("clip", ("m",), "article", "keep quote",
           "Put the current quote on the clippings list", of_quote=True),
    Action("elsewhere", ("o",), "article", "said in other articles",
           "What else this voice said, in other articles"),
    Action("next_article", ("]",), "article", "next article",
           "Open the next article of the library", does="app.step_article(1)",
           pair="previous_article"),
    Action("previous_article", ("[",), "article", "article before",
           "Open the article before in the library", does="app.step_article(-1)"),
    Action("choose", ("enter",), "article", "choose", "Choose what the marker is on"),
    Action("back", ("escape",), "article", "back", "Undo the latest choice, then go back",
           in_search="end search", leads_back=True),
    Action("statement_down", ("n", "j", "down"), "comparison", "next statement",
           "Go to the next statement", footer="move", does="step(1)", pair="statement_up"),
    Action("statement_up", ("p", "k", "up"), "comparison", "statement before",
           "Go back to the statement before", does="step(-1)"),
    Action("choose_statement", ("enter",), "comparison", "go to it",
           "Go to the statement in the article", footer="go to it"),
    Action("other_voice", ("s",), "comparison", "another voice",
           "Another voice on this side: the next", footer="voice", does="step_speaker(1)",
           pair="other_voice_before"),
    Action("other_voice_before", ("S",), "comparison", "the one before",
           "Another voice on this side: the one before", does="step_speaker(-1)"),
    Action("copy_statement", ("y",), "comparison", "copy statement",
           "Copy the statement, with who said it", footer="copy"),
    Action("export_subject", ("x",), "comparison", "export subject",
           "Write what both said of it into a new file", footer="export"),
    Action("other_side", ("tab", "shift+tab", "left", "right"), "comparison", "other side",
           "Go to what the other one said", footer="side", does="step_side"),
    Action("copy_subject", ("c",), "comparison", "copy subject",
           "Copy what both said of the subject", footer="copy both"),
    Action("copy_comparison", ("Y",), "comparison", "copy all", "Copy all that is shown here",
           footer="copy all"),
    Action("export_comparison", ("X",), "comparison", "export all",
           "Write all that is shown here into a new file", footer="export all"),
    Action("close_comparison", ("escape", "v"), "comparison", "back", "Go back to the article",
           footer="back", does="close", leads_back=True),
    Action("compared_voice", tuple("123456789"), "comparison", "that voice",
           "That voice on this side", does="speaker", numbered=True),
    Action("statements_down", ("space", "pagedown"), "comparison", "next page",
           "Move down one page", does="move_page(1)", pair="statements_up"),
    Action("statements_up", ("b", "pageup"), "comparison", "page before", "Move up one page",
           does="move_page(-1)"),
    Action("first_statement", ("g", "home"), "comparison", "first", "Go to the first statement",
           does="move_to_end(-1)", pair="last_statement"),
    Action("last_statement", ("G", "end"), "comparison", "last", "Go to the last statement",
           does="move_to_end(1)"),
    Action("open", ("enter",), "library", "open", "Open the article under the marker",
           footer="open"),
    Action("search_library", ("/",), "library", "search", "Find articles by title or voice",
           footer="search", does="search", prior=True),
    Action("all_articles", ("escape",), "library", "all articles",
           "Show all articles again; again: go back", does="end_search",
           in_search="all articles", in_list="back", leads_back=True),
    Action("open_statement", ("enter",), "statements", "go to it",
           "Go to the statement in its article", footer="go to it", does="open"),
    Action("copy_from_list", ("y",), "statements", "copy statement",
           "Copy the statement, with who said it", footer="copy", does="copy"),
    Action("clip_statement", ("m",), "statements", "keep statement",
           "Put the statement on the clippings list", footer="keep", does="clip"),
    Action("open_clipping", ("enter",), "clippings", "go to it",
           "Go to the quote in its article", footer="go to it", does="open"),
    Action("edit_note", ("e",), "clippings", "note", "Write a note beside it", footer="note"),
    Action("delete_clipping", ("d",), "clippings", "delete", "Take it off the list",
           footer="delete", does="delete"),
    Action("clipping_down", ("J",), "clippings", "later", "Let it change places with the next one",
           footer="reorder", does="move_clipping(1)", pair="clipping_up"),
    Action("clipping_up", ("K",), "clippings", "earlier",
           "Let it change places with the one before", does="move_clipping(-1)"),
    Action("export_clippings", ("x",), "clippings", "export", "Write all into a new file",
           footer="export", does="export"),
    Action("copy_clipping", ("y",), "clippings", "copy", "Copy it, with who said it",
           footer="copy", does="copy"),
    Action("copy_clippings", ("Y",), "clippings", "copy all", "Copy the whole list",
           footer="copy all", does="copy_all"),
    Action("undo_delete", ("u",), "clippings", "put back", "Put back what was deleted last",
           footer="undo"),
    Action("write_file", ("enter",), "export", "write", "Write it into a file", footer="write",
           does="open"),
    Action("copy_export", ("y",), "export", "copy", "Copy all that would be written",
           footer="copy", does="copy"),
    Action("open_person", ("enter",), "corpus", "statements", "List all that they said",
           footer="statements", does="open"),
    Action("find_person", ("/",), "corpus", "find somebody", "Find people and bodies by name",
           footer="find", does="search", prior=True),
    Action("ask_corpus", ("a",), "corpus", "ask", "Ask for statements by words, voice, time, names",
           footer="ask", does="ask", prior=True),
    Action("order_people", ("r",), "corpus", "order",
           "By statements, by name, or the latest first", footer="order", does="order"),
    Action("open_said", ("enter",), "said", "go to it", "Go to the statement in its article",
           footer="go to it", does="open"),
    Action("copy_said", ("y",), "said", "copy statement", "Copy the statement, with who said it",
           footer="copy", does="copy"),
    Action("find_said", ("/",), "said", "find words", "Only what has these words",
           footer="find", does="search", prior=True),
    Action("said_subjects", ("e",), "said", "names", "Only what speaks of a name; again: all",
           footer="names", does="subjects"),
    Action("clip_said", ("m",), "said", "keep statement",
           "Put the statement on the clippings list", footer="keep", does="clip"),
    Action("export_said", ("x",), "said", "export", "Write all that is listed into a file",
           footer="export", does="export"),
    Action("ask_again", ("a",), "said", "ask", "Ask for statements by words, voice, time, names",
           footer="ask", does="ask", prior=True),
    Action("indirect_said", ("i",), "said", "indirect statements",
           "Show or hide what is told in other words", footer="indirect", does="indirect"),
    Action("order_said", ("r",), "said", "order", "The newest first, the oldest, or the surest",
           footer="order", does="order"),
    Action("copy_listed", ("Y",), "said", "copy all", "Copy all that is listed, if it is not much",
           footer="copy all", does="copy_all"),
    Action("doubtful_said", ("I",), "said", "doubtful statements",
           "Show or hide what is hardly a statement at all", footer="doubtful", does="doubtful"),
    Action("choose_subject", ("enter",), "subjects", "choose", "Only what speaks of this name",
           footer="choose", does="open"),
    Action("choose_namesake", ("enter",), "namesakes", "choose", "Ask for what this one said",
           footer="choose", does="open"),
    Action("list_down", ("j", "n", "down"), "list", "down", "Go down to the next one",
           footer="move", does="move_line(1)", pair="list_up"),
    Action("list_up", ("k", "p", "up"), "list", "up", "Go up to the one before",
           does="move_line(-1)"),
    Action("list_page_down", ("space", "pagedown"), "list", "next page", "Go down one page",
           does="move_page(1)", pair="list_page_up"),
    Action("list_page_up", ("b", "pageup"), "list", "page before", "Go up one page",
           does="move_page(-1)"),
    Action("list_top", ("g", "home"), "list", "first", "Go to the first one",
           does="move_to_end(-1)", pair="list_end"),
    Action("list_end", ("G", "end"), "list", "last", "Go to the last one", does="move_to_end(1)"),
    Action("close_clippings", ("escape",), "clippings", "back", "Go back", footer="back",
           does="close", leads_back=True),
    Action("close_export", ("escape", "x"), "export", "back", "Go back to the article",
           footer="back", does="close", leads_back=True),
    Action("close_statements", ("escape", "o"), "statements", "back", "Go back to the article",
           footer="back", does="close", leads_back=True),
    Action("all_people", ("escape",), "corpus", "all people",
           "List all of them again; again: go back", does="end_search", in_search="all of them",
           in_list="back", leads_back=True),
    Action("close_said", ("escape",), "said", "back", "Undo the latest choice, then go back",
           footer="back", in_search="undo", does="close", leads_back=True),
    Action("close_subjects", ("escape", "e"), "subjects", "back", "Go back to the statements",
           footer="back", does="close", leads_back=True),
    Action("close_namesakes", ("escape",), "namesakes", "back", "Go back, and ask nothing",
           footer="back", does="close", leads_back=True),
    Action("close_help", ("escape", "q", "?"), "help", "close", "Close the help"),
    Action("help_down", ("j", "down", "space", "pagedown"), "help", "down", "Move down",
           does="move(1)", pair="help_up"),
    Action("help_up", ("k", "up", "b", "pageup"), "help", "up", "Move up", does="move(-1)"),
    Action("help_top", ("g", "home"), "help", "beginning", "Go to the beginning",
           does="move_to_end(-1)", pair="help_end"),
    Action("help_end", ("G", "end"), "help", "end", "Go to the end", does="move_to_end(1)"),
    Action("apply_correction", ("enter",), "correction", "apply", "Let it be the marked voice",
           footer="apply"),
    Action("next_scope", ("tab",), "correction", "more statements", "Let it hold for more",
           footer="this or more", does="step_scope(1)"),
    Action("previous_scope", ("shift+tab",), "correction", "fewer statements",
           "Let it hold for fewer", does="step_scope(-1)"),
    Action("cancel_correction", ("escape",), "correction", "cancel", "Leave all as it is",
           footer="cancel", leads_back=True),
    Action("voice_down", ("down",), "correction", "next voice", "Mark the next voice",
           footer="voice", does="step_voice(1)", pair="voice_up"),
    Action("voice_up", ("up",), "correction", "voice before", "Mark the voice before",
           does="step_voice(-1)"),
    Action("copy_selection", ("ctrl+c",), "everywhere", "copy selection",
           "Copy what was selected with the mouse"),
    Action("clippings", ("M",), "everywhere", "clippings", "Show the quotes that were kept"),
    Action("command_palette", ("ctrl+p",), "everywhere", "all commands",
           "Find any command, voice or theme by its name"),
    Action("next_theme", ("t",), "everywhere", "next theme", "Change the colours", footer="theme"),
    Action("help", ("?",), "everywhere", "help", "Show all keys", footer="help"),
    Action("quit", ("q",), "everywhere", "quit", "Close the reader", footer="quit"),
)  # fmt: skip
FIXED: Final = frozenset({"quit", "help"})
"""The actions that keep their own keys whatever the user's key map says."""


MODAL: Final = frozenset[Scope]({"help", "correction"})
"""The scopes of screens that lie over another and have their own actions alone."""

_NAMED: Final = re.compile(r"\{(\w+)\}")

LISTS: Final = frozenset[Scope](
    {"library", "statements", "clippings", "export", "corpus", "said", "subjects", "namesakes"}
)
"""The scopes of screens that are a list: what holds for a `list` holds on each."""


def meet(one: Scope, other: Scope) -> bool:
    """Whether there is a screen on which the actions of both scopes hold."""
    return any(one in _held(scope) and other in _held(scope) for scope in get_args(Scope))


def _held(scope: Scope) -> set[Scope]:
    if scope in MODAL:
        return {scope}
    return {scope, "everywhere", "list"} if scope in LISTS else {scope, "everywhere"}


def on_screen(actions: Iterable[Action], scope: Scope) -> tuple[Action, ...]:
    """The actions that hold on a screen of this scope."""
    return tuple(action for action in actions if action.scope in _held(scope))


def naming_keys(words: str, actions: Iterable[Action]) -> str:
    """Words in which an action is named by its id in braces, by its first key or else its title."""
    named = {a.id: a.shown_keys.split(" ")[0] if a.keys else a.title for a in actions}
    return _NAMED.sub(lambda match: named.get(match[1], match[0]), words)


def bindings(scope: Scope) -> list[BindingType]:
    """All bindings of a screen of this scope, with the keys of the table."""
    return [b for action in on_screen(TABLE, scope) for b in action.bindings()]


def paired(actions: Iterable[Action]) -> list[tuple[Action, Action | None]]:
    """The actions, each with the one that goes the other way; those do not come again."""
    by_id = {action.id: action for action in actions}
    seconds = {action.pair for action in by_id.values()}
    return [(a, by_id.get(a.pair)) for a in by_id.values() if a.id not in seconds]

"""Measure speakers across articles: whether statements of one person are one person's."""

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.corpus.article_voices import voices_of
from tui.corpus.people import People
from tui.corpus.people_model import Voice
from tui.training.accuracy import alignment
from tui.training.readings import Line, lines_of

WORD = re.compile(r"\w+")
TITLES = frozenset(
    "mr mrs ms miss dr sir president sen senator rep gov governor justice chief former the".split()
)

# One statement of an article: the article's id and the statement's.
Statement = tuple[str, str]
Clusters = Mapping[Statement, Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs of statements: how many both sides join, how many are found joined, how many are."""

    both: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision = self.both / self.found if self.found else 0.0
        recall = self.both / self.gold if self.gold else 0.0
        return told(precision, recall) + f"   {self.both:,} of {self.gold:,}, found {self.found:,}"


def main() -> None:
    """Analyse the articles of CORPUS, link their speakers, and compare with whom NAMES tells.

    CORPUS has lines {"id", "text", "attributions"}, NAMES lines {"id", "speakers": {attribution:
    [accepted names]}}. Statements with an accepted name in common are one person's, but for a bare
    surname that two full names end in. Those whose names are several persons' (`A and B said`) have
    no one speaker and are left out, as are those of nobody who could be named; with these among
    them the same is printed again, each a speaker of its own.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("names", type=Path)
    arguments = parser.parse_args()
    names = {line["id"]: line["speakers"] for line in lines_of(arguments.names)}
    analyses = {
        line["id"]: (line, analyse(article_from_text(line["text"])))
        for line in lines_of(arguments.corpus)
    }
    told_of = [analyses[article] for article in names if article in analyses]
    others = [(article, a) for article, (_, a) in analyses.items() if article not in names]
    for more in ([], others) if others else ([],):
        report([line for line, _ in told_of], names, [a for _, a in told_of], more)


def report(
    lines: Sequence[Line],
    names: Mapping[str, Mapping[str, Sequence[str]]],
    analyses: Sequence[Analysis],
    others: Sequence[tuple[str, Analysis]] = (),
) -> None:
    """Print the scores of the articles' analyses, end to end and of linking alone.

    `others` are articles that are linked with these, and in which nothing is counted.
    """
    print(f"linked among {len(lines) + len(others)} articles")
    gold, several = gold_clusters(names)
    unnamed = {
        (a, s): ("nobody", a, s) for a, said in names.items() for s, n in said.items() if not n
    }
    print(
        f"{len(lines)} articles, {len(gold)} statements of {len(set(gold.values()))} who are named;"
        f" left out {several} of several and {len(unnamed)} of nobody who could be named"
    )
    voices = [v for line, a in zip(lines, analyses, strict=True) for v in voices_of(line["id"], a)]
    beside = [v for article, a in others for v in voices_of(article, a)]
    person = {(m.article, m.speaker): m.person for m in People([*voices, *beside]).memberships()}
    found: dict[Statement, Hashable] = {}
    called: dict[Statement, str] = {}
    shown = {(v.article, v.speaker): v.name for v in voices}
    for line, analysis in zip(lines, analyses, strict=True):
        for statement, speaker in speakers_of(line, analysis).items():
            key = (line["id"], speaker)
            found[line["id"], statement] = person[key]
            called[line["id"], statement] = shown[key]
    right = {
        s: c for s, c in gold.items()
        if s in called and _same_name(called[s], names[s[0]][s[1]])
    }  # fmt: skip
    told_voices = list(named_voices(lines, names, analyses))
    linked = {m.speaker: m.person for m in People(told_voices).memberships()}
    alone = {s: linked[f"{s[0]} {_first(names[s[0]][s[1]])}"] for s in gold}
    print_scores("end to end", gold, found)
    print_scores("  and those whom nobody could name", {**gold, **unnamed}, found)
    if not others:
        print_scores("linking alone, of the true names", gold, alone)
    print_scores(f"linking where the article's own speaker is right ({len(right)})", right, found)


def print_scores(what: str, gold: Clusters, found: Clusters) -> None:
    """Print pairs across articles, all pairs, and B³, in percent."""
    print(what)
    print(f"  pairs across articles  {pairs(gold, found, across=True)}")
    print(f"  all pairs              {pairs(gold, found, across=False)}")
    print(f"  B³                     {told(*b_cubed(gold, found))}", flush=True)


def told(precision: float, recall: float) -> str:
    """Precision, recall and F1 in percent."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"


def gold_clusters(
    names: Mapping[str, Mapping[str, Sequence[str]]],
) -> tuple[dict[Statement, str], int]:
    """Whose each statement is that is one's; and how many are several's and left out.

    Statements are one person's if they share an accepted name that is not the surname of two.
    """
    lists = {tuple(n) for said in names.values() for n in said.values() if n}
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in lists:
        for full in map(_words, one):
            if len(full) > 1:
                bearers[full[-1]].add(full[0])
    usable = {
        one: {
            " ".join(w) for w in map(_words, one) if len(w) > 1 or len(bearers[w[0]]) < 2
        }
        for one in lists
    }  # fmt: skip
    joint = {one for one in lists if _is_joint(one)}
    # whatever joins what is apart without it is several's, too: `Falk`, `Lind`
    for one in sorted(lists - joint, key=lambda names: (-len(names), names)):
        rest = {other: usable[other] for other in lists - joint if other != one}
        if len({root for name in usable[one] if (root := _joined(rest).get(name))}) > 1:
            joint.add(one)
    roots = _joined({one: usable[one] for one in lists - joint})
    clusters: dict[Statement, str] = {}
    several = 0
    for article, said in names.items():
        for statement, accepted in said.items():
            one = tuple(accepted)
            several += one in joint
            if one and one not in joint:
                clusters[article, statement] = roots[min(usable[one])]
    return clusters, several


def _is_joint(names: Sequence[str]) -> bool:
    """Whether one of the names is two others: `A and B` beside `A`."""
    return any(
        sum(part in names or any(n.endswith(f" {part}") for n in names) for part in parts) > 1
        for name in names
        if len(parts := name.split(" and ")) > 1
    )


def _joined(lists: Mapping[tuple[str, ...], set[str]]) -> dict[str, str]:
    """For each name the first of all that it is joined with, by union-find."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for names in lists.values():
        first, *others = sorted(map(root, names))
        for other in others:
            one, two = sorted((root(first), root(other)))
            parent[two] = one
    return {name: root(name) for name in parent}


def _words(name: str) -> list[str]:
    low = unicodedata.normalize("NFKD", re.sub(r"[’']s\b", "", name)).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(c for c in low if not unicodedata.combining(c)))
    return [w for w in words if w not in TITLES] or words


def _same_name(name: str, accepted: Sequence[str]) -> bool:
    """As the scorer of who-said-what has it: the last name agrees, no given name contradicts."""
    mine = _words(name)
    for theirs in map(_words, accepted):
        last = mine[-1:] == theirs[-1:]
        if last and (len(mine) == 1 or len(theirs) == 1 or mine[0][0] == theirs[0][0]):
            return True
        if set(mine) == set(theirs):
            return True
    return False


def speakers_of(line: Line, analysis: Analysis) -> dict[str, str]:
    """For each gold statement that is found the speaker of the quote that has most of its words.

    Found is a statement if quotes cover half of its words.
    """
    places = alignment(analysis.article.text, line["text"])
    words = [match.span() for match in WORD.finditer(line["text"])]
    quotes = [
        (_covered(words, [(places[s.start], places[s.end - 1] + 1) for s in quote.spans]), quote)
        for quote in analysis.quotes
    ]
    heard = set().union(*(covered for covered, _ in quotes))
    found = {}
    for attribution in line["attributions"]:
        wanted = _covered(words, attribution["content"])
        if wanted and 2 * len(wanted & heard) >= len(wanted):
            _, best = max(quotes, key=lambda quote: len(quote[0] & wanted))
            if best.speaker is not None:
                found[attribution["id"]] = best.speaker
    return found


def _covered(words: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]]) -> set[int]:
    spans = [Span(s, e) for s, e in spans]
    return {i for i, (s, e) in enumerate(words) if any(s < b and a < e for a, b in spans)}


def named_voices(
    lines: Sequence[Line],
    names: Mapping[str, Mapping[str, Sequence[str]]],
    analyses: Sequence[Analysis],
) -> Iterable[Voice]:
    """The gold speakers of each article as voices, with kind and role as the engine has them.

    Their id is the article's with their first name. A kind that the engine does not tell is guessed
    from the name's words: it has no other speaker of that name.
    """
    for line, analysis in zip(lines, analyses, strict=True):
        entities = tuple(entity.name for entity in analysis.entities)
        seen: Counter[str] = Counter()
        for accepted in names[line["id"]].values():
            if not accepted or seen[_first(accepted)]:
                continue
            seen[_first(accepted)] += 1
            alike = [s for s in analysis.speakers if _same_name(s.name, accepted)]
            types = [e.type for e in analysis.entities if _same_name(e.name, accepted)]
            person = (alike and alike[0].kind == "person") or (not alike and "person" in types)
            voice = Voice(
                line["id"],
                f"{line['id']} {_first(accepted)}",
                _first(accepted),
                tuple(accepted[1:]),
                "person" if person else "organization",
                alike[0].role if alike else None,
                entities,
            )
            yield replace(voice, kind=alike[0].kind) if alike else voice


def _first(accepted: Sequence[str]) -> str:
    return accepted[0]


def pairs(gold: Clusters, found: Clusters, *, across: bool) -> Agreement:
    """Pairs of the gold's statements, of different articles only where `across`.

    What is not found is nobody's, and joined with nothing.
    """
    both = mine = theirs = 0
    for one, two in combinations(sorted(gold), 2):
        if across and one[0] == two[0]:
            continue
        joined = one in found and two in found and found[one] == found[two]
        same = gold[one] == gold[two]
        both += joined and same
        mine += joined
        theirs += same
    return Agreement(both, mine, theirs)


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float]:
    """Precision and recall: for each statement the share of its cluster that belongs there.

    Bagga and Baldwin, Entity-based cross-document coreferencing using the vector space model
    (COLING 1998).
    """
    own = {s: found.get(s, ("alone", s)) for s in gold}
    of_gold, of_found = Counter(gold.values()), Counter(own.values())
    shared = Counter((gold[s], own[s]) for s in gold)
    precision = sum(shared[gold[s], own[s]] / of_found[own[s]] for s in gold) / len(gold)
    recall = sum(shared[gold[s], own[s]] / of_gold[gold[s]] for s in gold) / len(gold)
    return precision, recall


if __name__ == "__main__":
    main()

"""Who appears in an article: names grouped into characters, with role, age and gender as told."""

import re
from collections.abc import Sequence

from tui.analysis.character import PRONOUN_GENDER, Character, NamedSpan, name_words
from tui.analysis.delayed_names import (
    name_kin,
    name_sole_bearers,
    name_who_is_apposed,
    name_who_is_told,
    name_who_leads,
)
from tui.analysis.descriptions import describe, title_gender
from tui.analysis.genders import Genders, prompts
from tui.analysis.main_bodies import name_main_bodies
from tui.analysis.name_register import NameRegister
from tui.analysis.noun_phrases import SUBJECT_PRONOUNS
from tui.analysis.predicate_roles import take_predicate
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.shared_roles import share_roles
from tui.analysis.shared_surnames import shared_surnames
from tui.analysis.units import Unit
from tui.article.model import Article

HEADLINES = ("title", "heading", "byline")
# What tells that a name is there for another's sake: `Falk’s`, `Falk spokesman Bo Lind`.
OWNER = re.compile(r"[’']s(?!\w)|(?: [a-z]+)?? (?P<noun>[a-z]+) (?=[A-Z])")


def characters(
    article: Article, units: Sequence[Unit], names: Sequence[NamedSpan]
) -> list[Character]:
    """Group the names of an article into characters, and gather what it tells of each.

    Full names come first, with what the article tells of their genders: that decides whose
    surname stands behind `Mrs` where a family shares it.
    """
    couples = shared_surnames(article.text, names)
    whole = {n.span for n in names if len(name_words(article.text[slice(*n.span)])) > 1}
    full = [n for n in names if n.span in whole or n.span.start in couples]
    single = [n for n in names if not (n.span in whole or n.span.start in couples)]
    body = next((b.span.start for b in article.blocks if b.kind not in HEADLINES), 0)
    known = NameRegister(body, couples)
    located = known.place(article.text, full)
    _observe(article, units, located)
    located += known.place(article.text, single)
    located.sort(key=lambda pair: pair[0].span.start)
    for character in known.characters:
        character.genders.clear()
        character.mentions.clear()
    _observe(article, units, located)
    name_main_bodies(units, known.characters)
    name_who_leads(article, units, known.characters)
    name_sole_bearers(units, known.characters)
    name_who_is_told(units, known.characters)
    name_who_is_apposed(article.text, units, known.characters)
    name_kin(units, known.characters)
    return known.characters


def bearers(found: Sequence[Character]) -> dict[int, tuple[str, ...]]:
    """Whose each mention of a person is, by its offset: the words of the fullest name, lower-case.

    Of `Mr Falk`, beside whom the article has another Falk, the title is among them.
    """
    whose = dict[int, tuple[str, ...]]()
    for character in found:
        if character.type == "person":
            words = character.words
            key = tuple(words) if len(words) > 1 else tuple(character.name.lower().split())
            whose |= dict.fromkeys((at for at, _, _ in character.mentions), key)
    return whose


def _observe(
    article: Article, units: Sequence[Unit], located: Sequence[tuple[NamedSpan, Character]]
) -> None:
    """Walk through the article: mentions, roles, ages, and the pronouns that tell a gender."""
    text = article.text
    index = 0
    genders = Genders()
    # whom a sentence is about that names no other person: in the next one `She is the mayor`
    about: Character | None = None
    for unit in units:
        here: list[tuple[NamedSpan, Character]] = []
        while index < len(located) and located[index][0].span.start < unit.span.end:
            if located[index][0].span.start >= unit.span.start:
                here.append(located[index])
            index += 1
        tokens = unit.tokens
        quoted = [(tokens[i].start, tokens[i].end) for i in unit.quoted]
        narrated: list[tuple[NamedSpan, Character]] = []
        first = [t.low for t in unit.narrative[:2]]
        # `She showed him what Ada wrote`: Ada does not lead; but `One of them, Ada, wrote` it
        led = first[:1] != [] and first[0] in SUBJECT_PRONOUNS and first != ["one", "of"]
        for named, character in here:
            # a title is in marks, but nobody utters it
            inside = not named.work and any(s <= named.span.start < e for s, e in quoted)
            owner = OWNER.match(text, named.span.end)
            possessive = owner is not None and (
                owner["noun"] is None or is_role_noun(owner["noun"])
            )
            leads = not (led or inside or possessive or prompts(tokens, named))
            led = led or leads
            if unit.kind != "byline":
                character.mentions.append((named.span.start, leads, inside))
            surface = text[slice(*named.span)]
            if surface not in character.forms:
                character.forms.append(surface)
            longer = len(name_words(surface)) - len(character.words)
            shouted = character.name.isupper() and not surface.isupper()
            if longer > 0 or (longer == 0 and shouted):
                character.name = surface
            gender = title_gender(text, named.span)
            if gender:
                character.titled = gender
            if named.work:
                character.roles.add(named.work)
            if not inside:
                narrated.append((named, character))
                if character.type == "person":
                    describe(text, unit, named, character)
        people = {id(c): c for _, c in narrated if c.type == "person"}
        pronoun = PRONOUN_GENDER.get(tokens[0].low) if tokens else None
        if people or pronoun is None:
            sole = next(iter(people.values())) if len(people) == 1 else None
            leads = sole is not None and any(leads for _, leads, _ in sole.mentions[-1:])
            about = sole if leads else None
        elif about is not None and about.gender in (None, pronoun):
            take_predicate(tokens, 1, about)
        share_roles(tokens, narrated)
        genders.read(unit, narrated)

"""Whom a description stands for, or that it is somebody new: `the visiting manager`, `an aide`."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tui.analysis.cast import NEAREST, Cast, Resolution, Voice
from tui.analysis.character import PRONOUN_GENDER, Character
from tui.analysis.described_bodies import (
    NAMED_HERE,
    has_article,
    is_not_owned,
    is_told_a_body,
    may_be_a_body,
    named_here,
    near_bodies,
    takes_up_a_body,
)
from tui.analysis.described_candidates import (
    DESCRIBED_FEATURES,
    SAME,
    SPOKE_LAST,
    SURELY,
    brought_in_last,
    from_there,
    is_called_so,
    last_unnamed,
    leading,
    politicians,
    prosecuting,
    unknown_so_far,
)
from tui.analysis.description_fit import (
    AGED,
    Description,
    core,
    deeds_of,
    fit,
    is_anothers,
    is_from_elsewhere,
    is_old_hand,
    may_be,
    told_of,
)
from tui.analysis.frames import DETERMINERS
from tui.analysis.names import COMPOUND
from tui.analysis.phrase_heads import REFLEXIVES, head_noun, kind_of
from tui.analysis.posts import APART
from tui.analysis.pronouns import (
    DIFFERS,
    OTHERS,
    Candidate,
    Chosen,
    Model,
    Place,
    candidates,
)
from tui.analysis.role_nouns import (
    BODIES,
    BUSINESSES,
    CLUB,
    EPITHETS,
    FEMALE,
    IN_LETTERS,
    KIN,
    MALE,
    MEMBERS,
    ON_TRIAL,
    PASSING_ROLES,
    PEOPLE,
    alike,
    in_full,
    is_role_noun,
    singular,
)
from tui.analysis.tokens import Token
from tui.article.model import Span

NEWCOMER = Voice("", "unknown")
NEW = tuple(float(name == "new") for name in DESCRIBED_FEATURES)
Choose = Callable[[Place, list[Candidate], Model], Chosen]
FEWEST_BEARERS = 4
# So sure at most is whom `the striker` takes up.
TAKEN_UP = 0.85
# Among so many persons one may be the only one of a gender.
FEW = 5
# So far behind a description it may tell where somebody is from.
REACH = 40
# What somebody without a name may be called next: `One Democrat ... the lawmaker said`.
ANYBODY = frozenset(
    """
person man woman individual source official insider worker employee staffer staff member resident
lawmaker legislator politician adviser advisor aide
""".split()
)
POSSESSIVES = frozenset("his her its their my our your".split())
DEFINITE = POSSESSIVES | {"the", "this", "that"}
INDEFINITE = frozenset(
    "a an one another some two three four five six several many most few both other".split()
)


class Descriptions:
    """Resolves the descriptions of one article, in order. Holds those that have spoken so far."""

    def __init__(self, text: str, cast: Cast, chosen: Choose) -> None:
        """`chosen` tells who of some candidates at a place is meant."""
        self._text = text
        self._cast = cast
        self._chosen = chosen
        self._by_words: dict[tuple[str, ...], Voice] = {}
        self._by_noun: dict[str, Voice] = {}
        self._groups: dict[str, list[Voice]] = defaultdict(list)
        self._brought_in: dict[str, Voice] = {}
        # who was described last as somebody new, and where
        self._latest: tuple[Voice, int] | None = None

    def bring_in(self, shown: str, noun: str, offset: int) -> None:
        """Remember somebody whom a sentence speaks of for the first time by a noun."""
        self._brought_in[noun] = Voice(shown, "person", roles={noun}, described_at=[offset])

    def remember(self, voice: Voice, words: Sequence[str], noun: str) -> None:
        """Remember by what words a voice without a name was described, and by what noun."""
        self._by_words[tuple(w for w in words if w not in DETERMINERS)] = voice
        self._by_noun[noun] = voice

    def resolve(
        self,
        place: Place,
        head: Span,
        tokens: Sequence[Token],
        shares: Mapping[int, float],
        gender: str | None,
        shown: str,
        owners: AbstractSet[int] = frozenset(),
    ) -> Resolution | None:
        """Who is described at `head`, whose words are `tokens`; None for two who are known.

        `shares` is how much of what these words point to is each one's, by identity; `gender` what
        the sentence tells of it; `shown` is the name for somebody new. None of the `owners`, by
        identity, is meant: `Falk's lawyer` is not Falk.
        """
        lows = [t.low for t in tokens]
        if len(lows) > 1 and lows[-1] in REFLEXIVES:
            # `the governor himself`
            gender = gender or PRONOUN_GENDER.get(lows[-1])
            tokens, lows = tokens[:-1], lows[:-1]
        mention = self._text[slice(*head)]
        aged = AGED.search(mention)
        of_age = self._cast.of_age(aged[1]) if aged else None
        if of_age is not None:
            voice = self._cast.voice_of(of_age)
            return Resolution(voice, 0.95, f"“{mention}” gives the speaker's age")
        lows = in_full(lows)
        words = tuple(w for w in lows if w not in DETERMINERS)
        noun = head_noun(lows)
        owned = lows[0] in POSSESSIVES or any(t.is_possessive for t in tokens[:-1])
        is_one = noun not in PEOPLE and not (noun.endswith("s") and singular(noun) in BODIES)
        definite = lows[0] in DEFINITE
        # a headline's `Foreign secretary vows` has no article
        bare = lows[0] not in DETERMINERS | INDEFINITE and is_role_noun(noun)
        newly = definite and len(words) == 1 and noun in ANYBODY
        latest = self._newcomer(place, noun) if newly else None
        if latest is not None:
            return Resolution(latest, TAKEN_UP, f"“{mention}” is who was described right before")
        known = self._by_words.get(words)
        again = None
        if known is None and lows == ["the", noun] and len(self._groups[noun]) == 1:
            known = self._groups[noun][0]  # `Two people briefed on it said no. The people said why`
        if known is not None and (definite or not is_one):
            again = Resolution(known, 0.8, f"“{mention}” spoke before")
        headed = known is not None and is_one and self._cast.is_of_the_headline(known)
        if again is not None and not headed:
            return again
        if is_one and (definite or bare):
            # a headline begins with what tells one minister from another: `British minister vows`
            named = tokens if bare and len(tokens) > 1 else tokens[1:]
            capitals = frozenset(t.low for t in named if t.is_capital)
            capitals -= IN_LETTERS.keys() | MEMBERS
            if noun in BODIES:  # `the Ostrand-based firm`
                words = tuple(w for w in words if not COMPOUND.search(w))
                capitals &= set(words)
            told = "m" if noun in MALE else "f" if noun in FEMALE else gender
            body = not owned and is_told_a_body(self._text, self._cast, place, noun, head.end)
            description = Description(
                noun, words, capitals, told, strict=(bare and not body) or owned, body=body
            )
            others = {*owners, id(known)} if headed else owners
            own = lows[0] in POSSESSIVES and not description.person
            found = self.choose(
                place,
                description,
                shares,
                lambda c: (
                    id(c) not in others
                    and not (own and is_not_owned(self._cast, c, noun, place))
                    and not is_anothers(c, mention, noun)
                    and not is_from_elsewhere(c, noun, self._text[head.start : head.end + REACH])
                ),
            )
            if found is None and again is not None:
                return again
            if found is not None:
                whom, probability = found
                if description.passing:
                    probability = min(probability, TAKEN_UP)
                if isinstance(whom, Character) and definite and probability >= SURELY:
                    self._cast.called(whom, words)
                if not description.person and may_be_a_body(whom):
                    self._cast.is_a_body(whom)
                voice = self._cast.voice(whom)
                if voice is self._brought_in.get(noun):
                    voice = self._cast.known(voice)
                return Resolution(voice, probability, f"“{mention}” stands for {voice.name}")
        two = self.two(noun, head.start) if {"two", "both"} & set(lows[:2]) else None
        if two is not None:
            return Resolution(two, 0.8, f"“{mention}” stands for {two.name}")
        old_hand = len(words) > 1 and tokens[-2].is_capital and is_old_hand(words)
        kind = "person" if aged or old_hand else kind_of(noun, lows)
        voice = self._cast.unnamed(shown, kind)
        voice.roles.update(core(tokens))
        voice.capitals = frozenset(
            t.low for i, t in enumerate(tokens) if t.is_capital and (i or t.is_possessive)
        )
        if voice.capitals and noun in CLUB:
            voice.kind = "organization"
        self._by_words[words] = voice
        if kind == "group":
            self._groups[noun].append(voice)
        else:
            self._by_noun[noun] = voice
        if kind in ("person", "unknown") and not definite and is_one:
            self._latest = voice, head.start
        return Resolution(voice, 0.8, f"“{mention}” is all that the article says of the speaker")

    def _newcomer(self, place: Place, noun: str) -> Voice | None:
        """Somebody without a name of the last sentence, or who has just spoken, where a noun that
        may stand for anybody does so for nobody else.
        """
        if self._latest is None:
            return None
        voice, offset = self._latest
        spoke = bool(self._cast.spoken) and self._cast.spoken[-1].voice is voice
        since = self._cast.spoken[-1].offset if spoke else offset
        distance = self._cast.unit_index(place.offset) - self._cast.unit_index(since)
        # `a spokesman` tells of `the man` as of another
        other = MALE if noun in FEMALE else FEMALE if noun in MALE else frozenset[str]()
        tells = noun in MALE | FEMALE and any(role.startswith("spokes") for role in voice.roles)
        bearers = (self._by_noun.get(noun), self._brought_in.get(noun))
        called = any(one is not None and one is not voice for one in bearers)
        if distance != 1 or tells or called or self._cast.with_role(noun, place.offset):
            return None
        return voice if noun not in voice.roles and other.isdisjoint(voice.roles) else None

    def two(self, noun: str, offset: int) -> Voice | None:
        """`The two ministers`, who are no third voice: the two who have spoken as one, or the two
        persons who are that, of all who were named, or spoke, before.
        """
        if (pair := self._cast.pair) is not None:
            return pair
        one = singular(noun)
        bearers = {id(c): c for name in alike(one) for c in self._cast.with_role(name, offset)}
        named = [c for c in bearers.values() if c.mentions and c.mentions[0][0] < offset]
        spoke = [c for c in named if (voice := self._cast.known_voice(c)) and voice.said_at]
        two = named if len(named) == 2 else spoke if len(spoke) == 2 else []
        in_order = sorted(two, key=lambda c: c.mentions[0][0])
        return self._cast.joint(in_order) if in_order else None

    def choose(
        self,
        place: Place,
        description: Description,
        shares: Mapping[int, float],
        may_be: Callable[[Character | Voice], bool] = lambda _: True,
    ) -> Chosen:
        """Whom a definite description stands for, and how sure that is; None if somebody new.

        Whoever not `may_be` meant is not.
        """
        # who asks something has not just spoken, unless an age or the like tells of anybody
        open_to_all = place.act != "asks" or description.passing
        found = [
            c
            for c in self.candidates(place, description, shares)
            if may_be(c.whom)
            and (is_called_so(c) or not (description.person and self._is_told_of(c.whom, place)))
            and (open_to_all or is_called_so(c) or not c.features[SPOKE_LAST])
        ]
        best = self._chosen(place, found, "role" if description.person else "body")
        if best is not None and best[0] is NEWCOMER and takes_up_a_body(description):
            here = named_here(self._cast, place)
            best = (here, NAMED_HERE) if here is not None and may_be(here) else best
        if best is None or best[0] is not NEWCOMER:
            return best
        if not description.person or description.strict:
            return None
        if len(description.words) == 1:
            near = unknown_so_far(found)
            # `the mother of four`: the only woman who is named
            parent = near is None and description.noun in KIN and description.gender is not None
            return self._only_one(place, description.gender) if parent else near
        if APART & set(description.words):
            return None
        epithet = description.noun in EPITHETS
        return self._only_one(place, description.gender, epithet=epithet)

    def _only_one(self, place: Place, gender: str | None, *, epithet: bool = False) -> Chosen:
        """Where one person alone who may be of a gender has been named by then, below the headline,
        and no role of theirs, unless an `epithet` may be anybody's: that one.
        """
        named = self._cast.persons_before(place.offset, FEW)
        if len(named) < FEW:
            named = [c for c in named if gender is None or c.lean(gender) >= 0]
        if len(named) != 1 or (not epithet and any(map(is_role_noun, named[0].roles))):
            return None
        if self._is_told_of(named[0], place):
            return None
        below = any(
            (unit := self._cast.unit_at(at)) is not None and unit.kind != "title"
            for at, _, _ in named[0].mentions
            if at < place.offset
        )
        return (named[0], SURELY) if below else None

    def _is_told_of(self, whom: Character | Voice, place: Place) -> bool:
        """Whether the sentence goes on to name somebody, who then is not described: `The attorney
        general is suing Falk`.
        """
        here = self._cast.unit_at(place.offset)
        if here is None or not isinstance(whom, Character):
            return False
        first, end = (bisect_left(whom.mentions, (at,)) for at in (place.offset + 1, here.span.end))
        behind = whom.mentions[first:end]
        return any(not self._text.endswith("he, ", 0, at) for at, _, _ in behind)

    def candidates(
        self, place: Place, description: Description, shares: Mapping[int, float]
    ) -> list[Candidate]:
        """Those whom a description may stand for, and last somebody new, a voice without a name.

        They have the values of DESCRIBED_FEATURES.
        """
        bearers = self._cast.with_role if description.person else self._cast.bodies_called
        names = sorted(alike(description.noun))
        # of nouns that may stand for many others a few bearers of each are enough
        reach = max(FEWEST_BEARERS, NEAREST // len(names))
        far: list[Character | Voice] = [
            c for name in names for c in bearers(name, place.offset, reach)
        ]
        far += [self._by_noun[name] for name in names if name in self._by_noun]
        far += [self._brought_in[name] for name in names if name in self._brought_in]
        every = [
            Candidate(c.whom, (*c.features, *fit(c.whom, description)))
            for c in candidates(self._cast, place, description.gender, shares, far)
        ]
        found = [
            c
            for c in every
            if may_be(c.whom, description)
            and not (
                description.noun in BUSINESSES and has_article(self._text, c.whom, description.noun)
            )
        ]
        # `the Halland minister` is who is told to be of Halland, where anybody is
        alike_named = [c for c in found if description.capitals & told_of(c.whom)]
        found = brought_in_last(description, alike_named or from_there(found, description))
        if len(description.words) > 1:
            # `the chief justice` is none of the other justices
            found = [c for c in found if set(description.words) <= told_of(c.whom)] or found
        if takes_up_a_body(description) and (
            near := near_bodies(self._text, description, found, every)
        ):
            return near  # `the company` is one that the text has just named
        if description.borrowed:
            found = [c for c in found if is_called_so(c)]  # `the former soap star`
        if description.noun in MEMBERS and (sole := politicians(found)):
            return sole
        if description.noun == "prosecutor" and (sole := prosecuting(found)):
            return sole
        if found and description.passing:
            if description.noun in ON_TRIAL:
                return [c for c in found if c.features[SAME]] or found
            if description.aged:
                return last_unnamed(found)
            return found if description.noun in PASSING_ROLES else leading(found)
        plain = description.person and len(description.words) == 1 and not description.strict
        if plain and any(c.features[SAME] and c.features[DIFFERS] < OTHERS for c in found):
            # `the mayor` is the mayor of whom the text has told, not his predecessor
            like = alike(description.noun)
            return [c for c in found if not like.isdisjoint(told_of(c.whom) | deeds_of(c.whom))]
        return [*found, Candidate(NEWCOMER, NEW)]

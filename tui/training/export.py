"""A checkpoint -> the network that the program runs: ONNX, its weights in eight bits."""

import argparse
import json
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from tui.analysis.encoder import NETWORK, VOCABULARY
from tui.training.network import Tagger
from tui.training.tagger import base_model


def main() -> None:
    """Write the network of CHECKPOINT and its tokenizer into a folder, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="folder of the pretrained encoder")
    parser.add_argument("--full", action="store_true", help="keep 32 bits, to compare")
    arguments = parser.parse_args()
    tokenizer = ((arguments.base or base_model()) / VOCABULARY).read_text(encoding="utf-8")
    arguments.output.mkdir(parents=True, exist_ok=True)
    (arguments.output / VOCABULARY).write_text(slim(tokenizer), encoding="utf-8")
    network = arguments.output / NETWORK
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        to_onnx(load(arguments.checkpoint), plain)
        if arguments.full:
            network.write_bytes(plain.read_bytes())
        else:
            to_eight_bits(plain, network)
    print(json.dumps({"bytes": network.stat().st_size}))


def load(checkpoint: Path) -> Tagger:
    """The tagger of a checkpoint, ready to be run."""
    saved = torch.load(checkpoint, weights_only=True)
    weights = saved["weights"]
    tagger = Tagger(len(weights["words.weight"]), saved["about"]["layers"])
    tagger.load_state_dict(weights)
    return tagger.eval()


def to_onnx(tagger: Tagger, path: Path) -> None:
    """Write the network for windows of any length, one at a time."""
    ids = torch.ones(1, 12, dtype=torch.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            tagger,
            (ids, ids, ids.clamp(max=1)),
            str(path),
            input_names=["ids", "case", "quoted"],
            output_names=["roles", "names", "links", "vectors"],
            dynamic_axes={n: {1: "pieces"} for n in ("ids", "case", "quoted")},
            opset_version=17,
            dynamo=False,
        )


def to_eight_bits(plain: Path, path: Path) -> None:
    """Weights in eight bits, what flows between them in eight bits where it is multiplied."""
    prepared = plain.with_name("prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )


def slim(tokenizer: str) -> str:
    """A tokenizer's description without indentation, padding and truncation."""
    about = json.loads(tokenizer)
    about["padding"] = about["truncation"] = None
    return json.dumps(about, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    main()

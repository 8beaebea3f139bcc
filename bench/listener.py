"""How much of the English lines an independent recogniser understands."""

import os
import re
from array import array

from backstretch import assets
from backstretch.figure.poses import load_poses
from backstretch.guide.repertoire import repertoire
from backstretch.routine.load import load
from backstretch.system.sound.mixer import RATE
from backstretch.system.voice.engines.engine import NoEngineError, Renderer
from backstretch.system.voice.engines.espeak import EspeakRenderer
from backstretch.system.voice.engines.recorded import RecordedRenderer
from backstretch.system.voice.recordings import RECORDED

_LEAST_WORDS = 4
_EACH = 6
"""Every sixth line: the recogniser takes about as long as the speech."""
_LISTENER_RATE = 16_000
_WORDS = re.compile(r"[a-z']+")


def words_understood() -> list[tuple[str, float]]:
    """For each voice, the share of the words that were recognised in order, 0 to 1."""
    renderers: list[tuple[str, Renderer]] = [
        (f"recorded, {voice}", RecordedRenderer(voice)) for voice in RECORDED
    ]
    try:
        renderers.append(("espeak-ng", EspeakRenderer("en-US")))
    except NoEngineError:
        print("espeak-ng is not installed, so it is not compared")
    lines = _lines()
    return [(name, _share(renderer, lines)) for name, renderer in renderers]


def _lines() -> list[str]:
    poses = load_poses()
    loaded = (load(file, poses) for file in sorted(assets.folder("routines").glob("*.yaml")))
    routines = tuple(one.routine for one in loaded if one.routine is not None)
    return [line for line in repertoire(routines) if len(_words(line)) >= _LEAST_WORDS][::_EACH]


def _share(renderer: Renderer, lines: list[str]) -> float:
    import miniaudio
    from pocketsphinx import Decoder

    decoder = Decoder(samprate=_LISTENER_RATE, logfn=os.devnull)
    form = miniaudio.SampleFormat.SIGNED16
    understood = asked = 0
    for line in lines:
        sound = renderer.render(line).tobytes()
        heard = bytes(miniaudio.convert_frames(form, 1, RATE, sound, form, 1, _LISTENER_RATE))
        silence = array("h", bytes(_LISTENER_RATE // 2)).tobytes()
        decoder.start_utt()
        decoder.process_raw(silence + heard + silence, full_utt=True)
        decoder.end_utt()
        hypothesis = decoder.hyp()
        wanted = _words(line)
        understood += _in_order(wanted, _words(hypothesis.hypstr) if hypothesis else [])
        asked += len(wanted)
    return understood / asked


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _in_order(wanted: list[str], heard: list[str]) -> int:
    """How many of `wanted` are in `heard`, in the same order (the longest common subsequence)."""
    best = [0] * (len(heard) + 1)
    for word in wanted:
        diagonal = 0
        for place, other in enumerate(heard, start=1):
            above = best[place]
            best[place] = diagonal + 1 if word == other else max(above, best[place - 1])
            diagonal = above
    return best[-1]

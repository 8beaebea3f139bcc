"""Brings the translations up to date with the texts in the program, and compiles them.

    python3 dev.py translate [LANGUAGE ...]

Every `backstretch_*.ts` here gets the texts that are new and loses those that are gone; a LANGUAGE
(`fr`, `pt_BR`) begins a new one. Translate by hand or with `pyside6-linguist`, then run this again
to compile the `.qm` files beside them. English holds plural forms only; its texts are the sources.
"""

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from pathlib import Path

from texts import Text, texts

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent / "backstretch"
PLURAL_FORMS = {"ja": 1, "ko": 1, "zh": 1, "cs": 3, "pl": 3, "ru": 3, "uk": 3, "ar": 6}


def language_of(catalogue: Path) -> str:
    return catalogue.stem.partition("_")[2]


def translated(catalogue: Path) -> dict[tuple[str, str, str], list[str]]:
    """What `catalogue` holds: (context, source, comment) to its forms, one unless plural."""
    if not catalogue.exists():
        return {}
    known = {}
    for context in ElementTree.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            key = tuple(
                node.findtext(name, "")
                for node, name in ((context, "name"), (message, "source"), (message, "comment"))
            )
            translation = message.find("translation")
            if translation is not None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                known[key] = forms or [translation.text or ""]
    return known


def forms_of(text: Text, language: str, known: Iterable[str]) -> list[str]:
    """The forms to write down for `text`: those known, else empty; English makes its own."""
    forms = list(known)
    if not text.plural:
        return forms[:1] or [""]
    if language == "en" and not any(forms):
        return [text.source.replace("(s)", ""), text.source.replace("(s)", "s")]
    count = PLURAL_FORMS.get(language.partition("_")[0], 2)
    return [*forms, *[""] * count][:count]


def update(catalogue: Path) -> None:
    """Writes the program's present texts into `catalogue`, keeping what is translated."""
    language = language_of(catalogue)
    known = translated(catalogue)
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for text in sorted(texts(PACKAGE), key=lambda text: text.context):
        if language == "en" and not text.plural:
            continue
        if text.context not in contexts:
            contexts[text.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[text.context], "name").text = text.context
        forms = forms_of(text, language, known.get((text.context, text.source, text.comment), ()))
        contexts[text.context].append(message(text, forms))
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    catalogue.write_text(head + body + "\n", encoding="utf-8")


def message(text: Text, forms: list[str]) -> ElementTree.Element:
    node = ElementTree.Element("message", {"numerus": "yes"} if text.plural else {})
    ElementTree.SubElement(node, "source").text = text.source
    if text.comment:
        ElementTree.SubElement(node, "comment").text = text.comment
    finished = {} if all(forms) else {"type": "unfinished"}
    translation = ElementTree.SubElement(node, "translation", finished)
    if not text.plural:
        translation.text = forms[0]
    else:
        for form in forms:
            ElementTree.SubElement(translation, "numerusform").text = form
    return node


def compile_catalogue(catalogue: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    target = catalogue.with_suffix(".qm")
    fresh = catalogue.with_suffix(".qm.new")
    subprocess.run([tool, "-silent", catalogue, "-qm", fresh], check=True)
    # In one piece: a program that runs has the old file mapped into its memory.
    fresh.replace(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="begin a translation")
    parser.add_argument("--into", type=Path, default=HERE, metavar="FOLDER")
    options = parser.parse_args()
    new = [options.into / f"backstretch_{language}.ts" for language in options.languages]
    for catalogue in sorted({*options.into.glob("backstretch_*.ts"), *new}):
        update(catalogue)
        compile_catalogue(catalogue)
        left = catalogue.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{catalogue.name}: {left} to translate" if left else f"{catalogue.name}: complete")


if __name__ == "__main__":
    main()

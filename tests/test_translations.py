"""Every text of the program has its entry in every language, and what ships is compiled."""

import re
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

I18N = Path(__file__).resolve().parent.parent / "resources" / "i18n"
CATALOGUES = sorted(I18N.glob("backstretch_*.ts"))


def messages(catalogue: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in ElementTree.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def texts_of(catalogue: Path) -> set[tuple[str, str]]:
    return {(context, message.findtext("source", "")) for context, message in messages(catalogue)}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as `python3 dev.py translate` would leave them now."""
    folder = tmp_path_factory.mktemp("i18n")
    for catalogue in CATALOGUES:
        shutil.copy(catalogue, folder)
    subprocess.run(
        [sys.executable, I18N / "build.py", "--into", folder], check=True, capture_output=True
    )
    return folder


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_catalogue_has_the_texts_of_the_program(catalogue: Path, fresh: Path) -> None:
    assert texts_of(catalogue) == texts_of(fresh / catalogue.name), "python3 dev.py translate"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated_with_the_same_places(catalogue: Path) -> None:
    for context, message in messages(catalogue):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        for form in forms:
            assert form, f"{context}: {source!r} is not translated"
            if message.get("numerus") != "yes":
                assert places(form) == places(source), f"{context}: {form!r}"
            else:
                assert places(form) | {"%n"} == places(source) | {"%n"}, f"{context}: {form!r}"


def places(text: str) -> set[str]:
    """The places to be filled in: `{name}` with its format, and `%n`."""
    named = {f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%n|%\d", text))


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_compiled_catalogue_is_up_to_date(catalogue: Path, fresh: Path) -> None:
    compiled = catalogue.with_suffix(".qm").read_bytes()
    assert compiled == (fresh / catalogue.name).with_suffix(".qm").read_bytes()


def test_texts_are_found_in_every_way_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'QCoreApplication.translate("Page", "%n day(s)", None, len(days) // 2)\n'
        'tr = QCoreApplication.translate("Page", "one " "line")\n'
        'TITLE = QT_TRANSLATE_NOOP("Page", "later")\n'
        "painter.translate(3, 4)\n"
        'QCoreApplication.translate("Page", "Back", "the body part")\n'
        'class Card:\n    def __init__(self): self.setText(self.tr("Hello"))\n'
    )
    sys.path.insert(0, str(I18N))
    try:
        from texts import Text, texts
    finally:
        sys.path.remove(str(I18N))
    assert set(texts(tmp_path)) == {
        Text("Page", "%n day(s)", plural=True),
        Text("Page", "one line"),
        Text("Page", "later"),
        Text("Page", "Back", comment="the body part"),
        Text("Card", "Hello"),
    }

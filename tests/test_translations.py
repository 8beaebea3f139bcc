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
    written, wanted = texts_of(catalogue), texts_of(fresh / catalogue.name)
    new, gone = sorted(wanted - written), sorted(written - wanted)
    assert not new and not gone, (
        f"run `python3 dev.py translate`; new in the program: {new}; no longer there: {gone}"
    )


def forms_of(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_no_text_lacks_its_translation(catalogue: Path, fresh: Path) -> None:
    lacking = [
        f"{context}: {message.findtext('source', '')!r}"
        for context, message in messages(fresh / catalogue.name)
        if not all(forms_of(message))
    ]
    assert not lacking, (
        f"{len(lacking)} texts lack their translation in {catalogue.name}: run "
        "`python3 dev.py translate`, write it where it says unfinished, run that again.\n"
        + "\n".join(lacking)
    )


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_translations_have_the_places_of_their_texts(catalogue: Path) -> None:
    differing = [
        f"{context}: {form!r} for {message.findtext('source', '')!r}"
        for context, message in messages(catalogue)
        for form in forms_of(message)
        if form and not fits(form, message)
    ]
    assert not differing, "\n".join(differing)


def fits(form: str, message: ElementTree.Element) -> bool:
    """Whether `form` has the places of its source; a plural form may leave its number out."""
    here, there = places(form), places(message.findtext("source", ""))
    plural = message.get("numerus") == "yes"
    return here | {"%n"} == there | {"%n"} if plural else here == there


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

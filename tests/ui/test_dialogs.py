"""Dialogs say what they should, obey keys, and are freed."""

import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.paths import places
from backstretch.routine.load import load
from backstretch.ui.actions import Actions
from backstretch.ui.dialogs.about import About
from backstretch.ui.dialogs.fault import fault_dialog
from backstretch.ui.dialogs.key_list import KeyCap, KeyList
from backstretch.ui.dialogs.question import Answer, Question
from backstretch.ui.dialogs.safety_advice import SafetyAdvice
from backstretch.ui.entries import ENTRIES
from backstretch.ui.theme import Appearance

ANSWERS = (Answer("stay", "Go on", "accent"), Answer("leave", "Leave"))


def words(widget: QDialog) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_enter_presses_the_first_button(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = Question(appearance, "Leave?", "It is kept.", ANSWERS)
    qtbot.addWidget(dialog)
    dialog.show()
    focus = dialog.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert dialog.answer == "stay"


def test_escape_closes_without_an_answer(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = Question(appearance, "Leave?", "It is kept.", ANSWERS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.answer, dialog.isVisible()) == ("", False)


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_should_ask_a_doctor_first_can_be_read_in_full(
    qtbot: QtBot, appearance: Appearance, language: str
) -> None:
    routine = load(folder("routines") / "balanced-back.yaml", load_poses(), language).routine
    assert routine is not None
    dialog = SafetyAdvice(appearance, routine)
    qtbot.addWidget(dialog)
    told = words(dialog)
    assert routine.safety in told
    assert len(routine.ask_first) == 6 and len(routine.see_doctor) == 3
    assert all(line in told for line in (*routine.ask_first, *routine.see_doctor))


def test_every_command_with_a_key_is_listed(
    qtbot: QtBot, appearance: Appearance, actions: Actions
) -> None:
    dialog = KeyList(appearance, actions)
    qtbot.addWidget(dialog)
    told = words(dialog)
    assert all(entry.text in told for entry in ENTRIES)
    caps = {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    assert {"Space", "Esc", "G", "→", "?"} <= caps


def test_a_fault_says_what_and_where(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = fault_dialog(appearance, "ValueError: five", places().log_file)
    qtbot.addWidget(dialog)
    assert "ValueError: five" in words(dialog)
    assert str(places().log_file) in words(dialog)


def test_about_says_where_the_data_is(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = About(appearance, places(), "Somebody's moves")
    assert "Somebody's moves" in dialog.words.text()
    qtbot.addWidget(dialog)
    assert str(places().data) in words(dialog)


@pytest.mark.parametrize("kind", ["question", "keys", "about"])
def test_dialogs_are_freed(appearance: Appearance, actions: Actions, kind: str) -> None:
    dialog: QDialog = {
        "question": lambda: Question(appearance, "Leave?", "It is kept.", ANSWERS),
        "keys": lambda: KeyList(appearance, actions),
        "about": lambda: About(appearance, places()),
    }[kind]()
    dialog.show()
    gone = weakref.ref(dialog)
    dialog.close()
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    import gc

    gc.collect()
    assert gone() is None

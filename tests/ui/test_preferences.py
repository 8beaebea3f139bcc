"""Every row of the settings page is named, bound to its preference, and reaches it."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.ports import Availability
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.settings import Settings
from backstretch.ui.actions import Actions
from backstretch.ui.parts.choice import Choice, Slider, Switch
from backstretch.ui.preferences.figures import FigureButton
from backstretch.ui.preferences.hooks import DataAction, Hooks
from backstretch.ui.preferences.key_settings import KeyField
from backstretch.ui.preferences.sections import mat_section
from backstretch.ui.preferences.settings_page import SettingsPage
from backstretch.ui.theme import Appearance


@pytest.fixture(scope="module")
def routine() -> Routine:
    found = load(folder("routines") / "balanced-back.yaml", load_poses()).routine
    assert found is not None
    return found


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings, routine: Routine
) -> SettingsPage:
    def services() -> Mapping[str, Availability]:
        return {"Voice": Availability(False, "", "Install espeak-ng.")}

    hooks = Hooks(
        figures=("moss", "clay"),
        preview=lambda name, side, ratio: QPixmap(side, side),
        languages={"en": "English", "de": "Deutsch"},
        routine=lambda: routine,
        places={"History": "/somewhere/journal.db"},
        data_actions=(DataAction("Export", "All of it", "Export…", lambda: None),),
        voices=lambda: {"anna": "Anna"},
        services=services,
        try_voice=lambda: None,
        try_sounds=lambda: None,
    )
    page = SettingsPage(appearance, settings, actions, hooks)
    qtbot.addWidget(page)
    return page


def controls(page: SettingsPage) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QAbstractSlider)
    found = [child for child in page.findChildren(QWidget) if isinstance(child, kinds)]
    return [child for child in found if type(child).__module__.startswith("backstretch")]


def named(page: SettingsPage, name: str) -> QWidget:
    return next(each for each in controls(page) if each.accessibleName() == name)


def test_every_control_has_a_name_and_the_keyboard(page: SettingsPage) -> None:
    assert len(controls(page)) > 50
    for control in controls(page):
        assert control.accessibleName(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_choices_take_effect_at_once(page: SettingsPage, settings: Settings) -> None:
    choice = named(page, "Light or dark")
    assert isinstance(choice, Choice)
    choice.activated.emit(choice.findData("dark"))
    assert settings.now.theme == "dark"
    switch = named(page, "Wait for me")
    assert isinstance(switch, Switch)
    switch.click()
    assert settings.now.wait_for_me
    slider = named(page, "Lead-in")
    assert isinstance(slider, Slider)
    slider.setValue(25)
    assert settings.now.lead_in_seconds == 25.0
    assert "25" in slider.accessibleDescription()


def test_controls_follow_what_is_changed_elsewhere(page: SettingsPage, settings: Settings) -> None:
    settings.change(theme="light", flash=True, viewing_metres=3.2)
    choice, switch, slider = (named(page, n) for n in ("Light or dark", "Flash", "Distance"))
    assert isinstance(choice, Choice) and choice.currentData() == "light"
    assert isinstance(switch, Switch) and switch.isChecked()
    assert isinstance(slider, Slider) and slider.value() == 32


def test_doses_stay_within_their_range(page: SettingsPage, settings: Settings) -> None:
    choice = named(page, "Upper back lifts")
    assert isinstance(choice, Choice)
    assert [choice.itemData(place) for place in range(choice.count())] == list(range(10, 16))
    assert choice.currentData() == 12
    choice.activated.emit(choice.findData(15))
    assert settings.now.moves["back-lifts"]["dose"] == 15


def test_a_figure_is_chosen_by_its_picture(page: SettingsPage, settings: Settings) -> None:
    figures = {button.text(): button for button in page.findChildren(FigureButton)}
    figures["Clay"].click()
    assert settings.now.figure == "clay"
    assert figures["Clay"].accessibleDescription() == "chosen"
    assert figures["Moss"].accessibleDescription() == ""


def test_a_command_takes_the_key_that_is_pressed(
    page: SettingsPage, actions: Actions, qtbot: QtBot
) -> None:
    fields = {
        field.accessibleName().partition(":")[0]: field for field in page.findChildren(KeyField)
    }
    gentler, enough = fields["Gentler"], fields["Enough"]
    gentler.click()
    qtbot.keyClick(gentler, Qt.Key.Key_E)
    assert actions.keys("gentler") == ("E",)
    assert actions.keys("enough") == ()
    assert enough.text() == "none"
    gentler.click()
    qtbot.keyClick(gentler, Qt.Key.Key_Escape)
    assert actions.keys("gentler") == ("E",)
    gentler.click()
    qtbot.keyClick(gentler, Qt.Key.Key_Backspace)
    assert actions.keys("gentler") == ()


def test_what_does_not_work_comes_with_advice(page: SettingsPage, qtbot: QtBot) -> None:
    page.show()
    texts = [label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")]
    assert any("Install espeak-ng." in str(text) for text in texts)
    voice = named(page, "Voice")
    assert isinstance(voice, Choice)
    assert voice.findData("anna") > 0
    page.hide()


def test_a_page_that_is_gone_no_longer_follows(
    qapp: QApplication, appearance: Appearance, settings: Settings
) -> None:
    section = mat_section(appearance, settings)
    section.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settings.change(flash=True, viewing_metres=3.0)

"""Every row of the settings page has a name, shows its preference and changes it."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from backstretch.assets import folder
from backstretch.figure.poses import load_poses
from backstretch.ports import Availability
from backstretch.routine.load import load
from backstretch.routine.model import Routine
from backstretch.settings import RULES, Rule, Settings, read
from backstretch.ui.actions import Actions
from backstretch.ui.language import speak
from backstretch.ui.parts.choice import Choice, Slider, Switch
from backstretch.ui.preferences.figures import FigureButton
from backstretch.ui.preferences.hooks import DataAction, Hooks
from backstretch.ui.preferences.key_settings import KeyField
from backstretch.ui.preferences.sections import mat_section
from backstretch.ui.preferences.settings_page import SettingsPage
from backstretch.ui.theme import Appearance
from backstretch.ui.words import settings_words
from tests.examples import examples


@pytest.fixture(scope="module")
def routine() -> Routine:
    found = load(folder("routines") / "balanced-back.yaml", load_poses()).routine
    assert found is not None
    return found


@pytest.fixture
def hooks(routine: Routine) -> Hooks:
    def services() -> Mapping[str, Availability]:
        return {"Voice": Availability(False, "", "Install espeak-ng.")}

    return Hooks(
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


@pytest.fixture
def page(
    qtbot: QtBot, appearance: Appearance, actions: Actions, settings: Settings, hooks: Hooks
) -> SettingsPage:
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
    choice = named(page, "Theme")
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
    choice, switch, slider = (named(page, n) for n in ("Theme", "Flash", "Distance"))
    assert isinstance(choice, Choice) and choice.currentData() == "light"
    assert isinstance(switch, Switch) and switch.isChecked()
    assert isinstance(slider, Slider) and "3.2 m" in slider.accessibleDescription()


def test_doses_stay_within_their_range(page: SettingsPage, settings: Settings) -> None:
    choice = named(page, "Upper back lifts")
    assert isinstance(choice, Choice)
    assert [choice.itemData(place) for place in range(choice.count())] == list(range(10, 16))
    assert choice.currentData() == 12
    choice.activated.emit(choice.findData(15))
    assert settings.now.moves["balanced-back/back-lifts"]["dose"] == 15


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
    gentler, enough = fields["Gentler"], fields["Finish this move"]
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


def test_a_missing_service_comes_with_advice(page: SettingsPage, qtbot: QtBot) -> None:
    page.show()
    texts = [label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")]
    assert any("Install espeak-ng." in str(text) for text in texts)
    voice = named(page, "Voice")
    assert isinstance(voice, Choice)
    assert voice.findData("anna") > 0
    page.hide()


def test_a_deleted_page_no_longer_listens_to_the_settings(
    qapp: QApplication, appearance: Appearance, actions: Actions, settings: Settings
) -> None:
    section = mat_section(appearance, settings, actions)
    section.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settings.change(flash=True, viewing_metres=3.0)


def number_values() -> st.SearchStrategy[dict[str, object]]:
    """A value within its bounds for every numeric choice, on a step of its row or between two."""

    def values_of(rule: Rule) -> st.SearchStrategy[object]:
        if rule.kind == "whole":
            return st.integers(round(rule.least), round(rule.most))
        within = st.floats(rule.least, rule.most, allow_nan=False)
        return within | st.none() if rule.may_be_unset else within

    numbers = {name: rule for name, rule in RULES.items() if rule.kind in ("number", "whole")}
    return st.fixed_dictionaries({name: values_of(rule) for name, rule in numbers.items()})


@settings_of_hypothesis(
    max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example({"viewing_metres": 2.55, "screen_inches": 110.0, "change_factor": 1.3})
@given(number_values())
def test_opening_the_page_changes_nothing(
    appearance: Appearance,
    actions: Actions,
    hooks: Hooks,
    tmp_path_factory: pytest.TempPathFactory,
    values: dict[str, object],
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    Settings(path).change(**values)
    kept = path.read_bytes() if path.exists() else b""
    settings = Settings(path)
    before = settings.now
    page = SettingsPage(appearance, settings, actions, hooks)
    page.show()
    page.hide()
    assert settings.now == before
    assert (path.read_bytes() if path.exists() else b"") == kept
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_value_between_two_steps_is_shown_exactly_and_kept_until_the_slider_moves(
    page: SettingsPage, settings: Settings
) -> None:
    settings.change(viewing_metres=2.55, change_factor=1.3)
    distance, changes = named(page, "Distance"), named(page, "Changes of position")
    assert "2.55 m" in distance.accessibleDescription()
    assert "130%" in changes.accessibleDescription()
    assert settings.now.viewing_metres == 2.55
    assert isinstance(distance, Slider)
    distance.triggerAction(Slider.SliderAction.SliderSingleStepAdd)
    assert settings.now.viewing_metres == pytest.approx(2.6)
    assert settings.now.change_factor == 1.3


def test_sliders_end_at_the_bounds_of_the_declaration(
    page: SettingsPage, settings: Settings
) -> None:
    slider = named(page, "Screen size")
    assert isinstance(slider, Slider)
    slider.setValue(slider.maximum())
    assert settings.now.screen_inches == RULES["screen_inches"].most
    slider.setValue(slider.minimum())
    assert settings.now.screen_inches == RULES["screen_inches"].least


def test_the_lead_in_is_the_routines_until_it_is_chosen_and_can_be_reset(
    page: SettingsPage, settings: Settings, routine: Routine, qtbot: QtBot
) -> None:
    slider, reset = named(page, "Lead-in"), named(page, "Lead-in: Reset")
    own = round(routine.lead_in)
    assert f"{own} s, as the routine has it" in slider.accessibleDescription()
    assert not reset.isEnabled()
    assert isinstance(slider, Slider)
    slider.setValue(own + 1)
    slider.setValue(own)
    assert settings.now.lead_in_seconds == routine.lead_in
    assert "as the routine has it" not in slider.accessibleDescription()
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert settings.now.lead_in_seconds is None


def test_the_page_names_the_keys_that_are_bound(
    qtbot: QtBot, appearance: Appearance, settings: Settings, hooks: Hooks
) -> None:
    actions = Actions({"go-on": ["N"], "faster": [], "slower": ["D"]})
    page = SettingsPage(appearance, settings, actions, hooks)
    qtbot.addWidget(page)
    assert named(page, "Wait for me").accessibleDescription().endswith("when you press N")
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert any("during a session, with Faster and D." in text for text in texts)


def test_what_is_wrong_with_the_file_is_said_in_the_windows_language(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"lead_in_seconds": 99, "theme": "purple", "flash": 1}))
    lead_in, flash = problem_texts(path)[1:]
    assert lead_in.endswith(
        "cannot be 99; it has to be a number from 0 to 60. Its default is used."
    )
    assert "has to be true or false" in flash
    speak(qapp, "de")
    try:
        theme, lead_in, _ = problem_texts(path)
        assert theme == (
            'Die Einstellung theme kann nicht "purple" sein, erlaubt ist: '
            'eines von "system", "light", "dark". Es gilt die Vorgabe.'
        )
        assert "eine Zahl von 0 bis 60" in lead_in
    finally:
        speak(qapp, "en")


def problem_texts(path: Path) -> list[str]:
    return [settings_words.problem_text(problem) for problem in read(path).problems]

"""The section for moves: how often, and in which variant."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker

from backstretch.routine.model import Move, Routine
from backstretch.session.preferred import usual_percent
from backstretch.settings import RULES, Preferences, Settings
from backstretch.settings.move_choices import choices_in, with_choice, without_choices
from backstretch.ui.actions import Actions
from backstretch.ui.parts.choice import Choice, Slider, Switch
from backstretch.ui.parts.label import Label
from backstretch.ui.preferences.setting_rows import Section
from backstretch.ui.theme import Appearance
from backstretch.ui.words import doses, settings_words

_RANGE = RULES["range_percent"]
RANGE_PERCENT = (round(_RANGE.least), round(_RANGE.most))
RANGE_STEP = round(_RANGE.step)


def moves_section(
    appearance: Appearance, settings: Settings, actions: Actions, routine: Routine
) -> Section:
    title = QCoreApplication.translate("Preferences", "Moves and doses")
    section = Section(appearance, settings, actions, title)
    note = QCoreApplication.translate(
        "Preferences",
        "How often each move is done, how far you go, and whether in its gentler variant. "
        "The pace is set during a session, with {faster} and {slower}.",
    )
    section.add_note(actions.with_keys(note))
    for move in routine.moves:
        _add_dose(section, appearance, settings, routine.id, move)
        _add_range(section, appearance, settings, routine.id, move)
        if move.gentler is not None:
            _add_gentler(section, appearance, settings, routine.id, move)
    section.add_button(
        QCoreApplication.translate("Preferences", "Reset to routine defaults"),
        QCoreApplication.translate("Preferences", "Doses, paces, ranges and variants"),
        QCoreApplication.translate("Preferences", "Reset"),
        lambda: settings.change(moves=without_choices(settings.now.moves, routine.id)),
    )
    return section


def _kept(now: Preferences, routine: str, move: Move, key: str) -> object:
    return choices_in(now.moves, routine).get(move.id, {}).get(key)


def _keep(settings: Settings, routine: str, move: Move, key: str, value: object) -> None:
    settings.change(moves=with_choice(settings.now.moves, routine, move.id, {key: value}))


def _add_dose(
    section: Section, appearance: Appearance, settings: Settings, routine: str, move: Move
) -> None:
    box = Choice(appearance)
    for count in range(move.dose.least, move.dose.most + 1):
        box.addItem(doses.dose(count, move.dose.unit, per_side=move.dose.per_side), count)

    def follow(now: Preferences) -> None:
        dose = _kept(now, routine, move, "dose")
        wanted = dose if isinstance(dose, int) else move.dose.start
        box.setCurrentIndex(max(0, box.findData(wanted)))

    box.activated.connect(lambda place: _keep(settings, routine, move, "dose", box.itemData(place)))
    section.bind(box, follow)
    section.add_row(move.title, "", box)


def _add_range(
    section: Section, appearance: Appearance, settings: Settings, routine: str, move: Move
) -> None:
    slider = Slider(appearance)
    slider.setRange(RANGE_PERCENT[0] // RANGE_STEP, RANGE_PERCENT[1] // RANGE_STEP)
    told = Label("", "body", "soft", wraps=False)

    def follow(now: Preferences) -> None:
        kept = _kept(now, routine, move, "range")
        percent = round(kept * 100) if isinstance(kept, float) else usual_percent(now)
        with QSignalBlocker(slider):
            slider.setValue(round(percent / RANGE_STEP))
        slider.update()
        told.setText(settings_words.amount(percent, "percent"))
        slider.setAccessibleDescription(told.text())

    slider.valueChanged.connect(
        lambda place: _keep(settings, routine, move, "range", place * RANGE_STEP / 100)
    )
    section.bind(slider, follow)
    title = QCoreApplication.translate("Preferences", "{move}, range")
    section.add_row(title.format(move=move.title), "", slider, told)
    widest = settings_words.amount(RANGE_PERCENT[1], "percent")
    told.setMinimumWidth(told.fontMetrics().horizontalAdvance(widest))


def _add_gentler(
    section: Section, appearance: Appearance, settings: Settings, routine: str, move: Move
) -> None:
    assert move.gentler is not None
    switch = Switch(appearance)
    switch.toggled.connect(lambda on: _keep(settings, routine, move, "gentler", on))
    section.bind(
        switch, lambda now: switch.setChecked(_kept(now, routine, move, "gentler") is True)
    )
    title = QCoreApplication.translate("Preferences", "{move}, gentler")
    section.add_row(title.format(move=move.title), move.gentler.how, switch)

"""The one builder of settings rows: each row follows from its choice's declaration.

A row shows the value as it is kept and writes only when the user moves its control: opening the
page changes nothing, even where a value lies between two steps of its slider.
"""

from collections.abc import Callable, Mapping
from typing import Any, assert_never

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.settings import RULES, Preferences, Settings
from backstretch.ui.actions import Actions
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.choice import Choice, Slider, Switch
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import settings_words


class Section(Card):
    """A card of rows. Each row follows its preference wherever it is changed."""

    def __init__(
        self, appearance: Appearance, settings: Settings, actions: Actions, title: str
    ) -> None:
        super().__init__(appearance, title)
        self._settings = settings
        self._actions = actions
        self._look = appearance
        self._scale = Scale.at(self)
        self.column.setSpacing(self._scale.space(4))

    def add(self, *names: str) -> None:
        """A row for each of these choices, by its name in `Preferences`. Raises ValueError for one
        whose options the declaration does not know; see `add_choice`."""
        for name in names:
            rule = RULES[name]
            match rule.kind:
                case "flag":
                    self._add_switch(name)
                case "one-of":
                    self.add_choice(name, settings_words.options(rule))
                case "number" | "whole":
                    self.add_slider(name)
                case "text" | "move-tables" | "keys" | "rectangle":
                    raise ValueError(f"{name} needs a control of its own")
                case _:
                    assert_never(rule.kind)

    def words_of(self, name: str) -> tuple[str, str]:
        """The title and the hint of a choice's row."""
        rule = RULES[name]
        return settings_words.title(rule), self._actions.with_keys(settings_words.hint(rule))

    def add_row(self, title: str, hint: str, *controls: QWidget) -> None:
        """Adds the controls beside their words, which name the first one for screen readers."""
        row = QHBoxLayout()
        row.setSpacing(self._scale.space(4))
        words = QVBoxLayout()
        words.setSpacing(self._scale.space(0.5))
        label = Label(title)
        words.addStretch(1)
        words.addWidget(label)
        if hint:
            words.addWidget(Label(hint, "small", "soft"))
        words.addStretch(1)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if controls:
            label.setBuddy(controls[0])
            controls[0].setAccessibleName(title)
            controls[0].setAccessibleDescription(hint)
        self.column.addLayout(row)

    def add_tall_row(self, title: str, hint: str, control: QWidget) -> None:
        """Adds a large control below its words."""
        self.add_row(title, hint)
        control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        self.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)

    def add_choice(self, name: str, options: Mapping[Any, str]) -> Choice:
        """`options` maps the values of the choice to their words."""
        box = Choice(self._look)
        for value, words in options.items():
            box.addItem(words, value)

        def follow(now: Preferences) -> None:
            value = getattr(now, name)
            box.setCurrentIndex(next((i for i, v in enumerate(options) if v == value), 0))

        box.activated.connect(lambda place: self._settings.change(**{name: box.itemData(place)}))
        self.bind(box, follow)
        self.add_row(*self.words_of(name), box)
        return box

    def _add_switch(self, name: str) -> None:
        switch = Switch(self._look)
        switch.toggled.connect(lambda on: self._settings.change(**{name: on}))
        self.bind(switch, lambda now: switch.setChecked(getattr(now, name)))
        self.add_row(*self.words_of(name), switch)

    def add_slider(
        self,
        name: str,
        *,
        late: bool = False,
        routine_has: Callable[[], float] | None = None,
    ) -> Slider:
        """With `late` a drag takes effect when it ends. `routine_has` returns the routine's own
        value, for a choice that may be left to it; a button then leaves it to the routine."""
        slider = NumberSlider(self._look, self._settings, name, self.words_of(name)[1], routine_has)
        slider.setTracking(not late)
        controls: list[QWidget] = [slider, slider.told]
        if routine_has is not None:
            controls.append(self._unset_button(name))
        self.bind(slider, slider.follow)
        self.add_row(*self.words_of(name), *controls)
        slider.follow(self._settings.now)
        return slider

    def _unset_button(self, name: str) -> Button:
        words = QCoreApplication.translate("Preferences", "Reset")
        button = Button(self._look, words)
        button.setAccessibleName(f"{self.words_of(name)[0]}: {words}")
        button.clicked.connect(lambda: self._settings.change(**{name: None}))
        self.bind(button, lambda now: button.setEnabled(getattr(now, name) is not None))
        return button

    def add_button(self, title: str, hint: str, words: str, press: Callable[[], object]) -> Button:
        button = Button(self._look, words)
        button.clicked.connect(lambda: press())
        self.add_row(title, hint, button)
        button.setAccessibleName(f"{title}: {words}")
        return button

    def add_note(self, text: str) -> Label:
        label = Label(text, "small", "soft")
        self.column.addWidget(label)
        return label

    def bind(self, control: QWidget, follow: Callable[[Preferences], None]) -> None:
        """Keeps the control in step with the preferences as long as it exists."""
        follow(self._settings.now)
        stop = self._settings.listen(follow)
        control.destroyed.connect(lambda: stop())


class NumberSlider(Slider):
    """A slider for a numeric choice, with its value in words in `told`."""

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        name: str,
        hint: str,
        routine_has: Callable[[], float] | None,
    ) -> None:
        super().__init__(appearance)
        self._settings = settings
        self._name = name
        self._rule = rule = RULES[name]
        self._hint = hint
        self._routine_has = routine_has
        self.setRange(0, round((rule.most - rule.least) / rule.step))
        self.setPageStep(max(1, self.maximum() // 8))
        self.told = self._label()
        self.valueChanged.connect(self._take)
        self.sliderMoved.connect(lambda place: self._tell(self._value_at(place)))

    def _label(self) -> Label:
        label = Label("", "body", "soft", wraps=False)
        label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        rule = self._rule
        places = (rule.least, rule.most, (rule.least + rule.most) / 2)
        texts = [settings_words.amount(value, rule.unit) for value in places]
        widest = max(map(label.fontMetrics().horizontalAdvance, texts))
        label.setMinimumWidth(widest + Scale.at(self).space(2))
        return label

    def follow(self, now: Preferences) -> None:
        """Shows the value in force. The handle stands at the nearest step, the words are exact."""
        value = getattr(now, self._name)
        if value is None:
            assert self._routine_has is not None
            value = self._routine_has()
            words = settings_words.unset(settings_words.amount(value, self._rule.unit))
        else:
            words = settings_words.amount(value, self._rule.unit)
        # Blocked, so that showing a value between two steps does not write the nearest step.
        with QSignalBlocker(self):
            self.setValue(round((value - self._rule.least) / self._rule.step))
        self.update()
        self._say(words)

    def _value_at(self, place: int) -> float:
        rule = self._rule
        value = round(min(rule.most, rule.least + place * rule.step), 6)
        return int(value) if rule.kind == "whole" else float(value)

    def _take(self, place: int) -> None:
        self._settings.change(**{self._name: self._value_at(place)})

    def _tell(self, value: float) -> None:
        self._say(settings_words.amount(value, self._rule.unit))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.setAccessibleDescription(f"{self._hint} {words}".strip())

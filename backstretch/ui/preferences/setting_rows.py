"""The one builder of settings rows: words on the one side, the control on the other, and the same
words as the control's accessible name and description."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backstretch.settings import Preferences, Settings
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.choice import Choice, Slider, Switch
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance


class Section(Card):
    """A card of rows. Each row is bound to one preference and follows it from wherever it is
    changed."""

    def __init__(self, appearance: Appearance, settings: Settings, title: str) -> None:
        super().__init__(appearance, title)
        self._settings = settings
        self._look = appearance
        self._scale = Scale.at(self)
        self.column.setSpacing(self._scale.space(4))

    def add_row(self, title: str, hint: str, *controls: QWidget) -> None:
        """Puts the controls beside their words. The first one is named by them."""
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
        """Puts a large control below its words."""
        self.add_row(title, hint)
        control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        self.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)

    def add_choice(self, key: str, title: str, hint: str, options: Mapping[Any, str]) -> Choice:
        """`options` maps a preference's values to their words."""
        box = Choice(self._look)
        for value, words in options.items():
            box.addItem(words, value)

        def follow(now: Preferences) -> None:
            value = getattr(now, key)
            box.setCurrentIndex(next((i for i, v in enumerate(options) if v == value), 0))

        box.activated.connect(lambda place: self._settings.change(**{key: box.itemData(place)}))
        self.bind(box, follow)
        self.add_row(title, hint, box)
        return box

    def add_switch(self, key: str, title: str, hint: str = "") -> Switch:
        switch = Switch(self._look)
        switch.toggled.connect(lambda on: self._settings.change(**{key: on}))
        self.bind(switch, lambda now: switch.setChecked(getattr(now, key)))
        self.add_row(title, hint, switch)
        return switch

    def add_slider(
        self,
        key: str,
        title: str,
        hint: str,
        steps: tuple[float, float, float],
        told: Callable[[float], str],
        *,
        late: bool = False,
    ) -> Slider:
        """`steps` are least, most and step of the preference; `told` words a value. With `late` a
        drag takes effect when it ends."""
        least, most, step = steps
        slider = Slider(self._look)
        slider.setRange(round(least / step), round(most / step))
        slider.setPageStep(max(1, round((most - least) / step / 8)))
        slider.setTracking(not late)
        value_label = Label("", "body", "soft", wraps=False)
        value_label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        widest = max((told(v) for v in (least, most, (least + most) / 2)), key=len)
        metrics = value_label.fontMetrics()
        value_label.setMinimumWidth(metrics.horizontalAdvance(widest) + self._scale.space(2))
        kind = type(getattr(Preferences(), key))

        def tell(place: int) -> None:
            value_label.setText(told(place * step))
            slider.setAccessibleDescription(f"{hint} {told(place * step)}".strip())

        def take(place: int) -> None:
            self._settings.change(**{key: kind(round(place * step, 6))})

        slider.valueChanged.connect(tell)
        slider.valueChanged.connect(take)
        slider.sliderMoved.connect(tell)
        self.bind(slider, lambda now: slider.setValue(round(getattr(now, key) / step)))
        self.add_row(title, hint, slider, value_label)
        tell(slider.value())
        return slider

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
        """Makes the control follow the preferences as long as it lives."""
        follow(self._settings.now)
        stop = self._settings.listen(follow)
        control.destroyed.connect(lambda: stop())

"""How far the current move goes: a slider from half of the range to all of it."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from backstretch.figure.motion import LEAST_RANGE
from backstretch.ui.parts.choice import Slider
from backstretch.ui.parts.label import Label
from backstretch.ui.scale import Scale
from backstretch.ui.theme import Appearance
from backstretch.ui.words import practice_words

_STEP_PERCENT = 5


class RangeSlider(QWidget):
    """`chosen` carries the share of the full range, 0.5 to 1, when the user moves the slider."""

    chosen = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scale = Scale.at(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(2))
        self._label = Label("", wraps=False)
        widest = practice_words.range_words(1.0)
        self._label.setMinimumWidth(self._label.fontMetrics().horizontalAdvance(widest))
        self.slider = Slider(appearance)
        self.slider.setRange(round(LEAST_RANGE * 100) // _STEP_PERCENT, 100 // _STEP_PERCENT)
        self.slider.setPageStep(2)
        self.slider.setFixedWidth(scale.space(28))
        self.slider.setToolTip(practice_words.range_tip())
        self.slider.setAccessibleName(practice_words.range_tip())
        self.slider.valueChanged.connect(self._choose)
        row.addWidget(self._label)
        row.addWidget(self.slider)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_share(1.0)

    def show_share(self, share: float) -> None:
        """Shows the range in force. The handle stands at the nearest step, the words are exact."""
        words = practice_words.range_words(share)
        if words == self._label.text():
            return
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(share * 100 / _STEP_PERCENT))
        self.slider.update()
        self._label.setText(words)
        self.slider.setAccessibleDescription(words)

    def _choose(self, place: int) -> None:
        self.chosen.emit(place * _STEP_PERCENT / 100)

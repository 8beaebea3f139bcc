"""A card that holds a chart, its sentence, and the same as a table at the press of a button."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from backstretch.ui.history.chart import Chart
from backstretch.ui.history.table import Row, Table
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance


class ChartCard(Card):
    """`beside` are further buttons for the card's head."""

    def __init__(
        self, appearance: Appearance, chart: Chart, beside: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(appearance)
        self.chart = chart
        self.table = Table(appearance)
        self._heading = Label("", "heading", wraps=False)
        self._switch = Button(appearance, look="bare", kind="small")
        self._switch.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        for widget in (*beside, self._switch):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._sentence = Label("", "small", "soft")
        self._faces = QStackedLayout()
        self._faces.addWidget(chart)
        self._faces.addWidget(self.table)
        self.column.addLayout(head)
        self.column.addLayout(self._faces, 1)
        self.column.addWidget(self._sentence)
        self.table.chosen.connect(chart.pressed)
        self._word()

    def show_words(
        self, title: str, sentence: str, headings: Sequence[str], rows: Sequence[Row]
    ) -> None:
        """The chart itself is given its data by its owner."""
        self._heading.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.chart.tell(title, sentence)
        self.table.setAccessibleName(title)
        self.table.setAccessibleDescription(sentence)
        self.table.show_rows(headings, rows)

    def _turn(self) -> None:
        self._faces.setCurrentIndex(1 - self._faces.currentIndex())
        self._word()

    def _word(self) -> None:
        if self._faces.currentIndex() == 0:
            text = QCoreApplication.translate("History", "Table")
        else:
            text = QCoreApplication.translate("History", "Picture")
        self._switch.set_words(text, "")

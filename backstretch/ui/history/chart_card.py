"""A card that holds a chart, its sentence, and the same as a table at the press of a button."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence = Label("", "small", "soft")
        self.table.hide()
        self.column.addLayout(head)
        self.column.addWidget(chart, 1)
        self.column.addWidget(self.table)
        self.column.addWidget(self._sentence)
        self.table.chosen.connect(chart.pressed)
        self._straighten()
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

    def _straighten(self) -> None:
        """Keeps the heading where a card without buttons has it."""
        excess = self._switch.sizeHint().height() - self._heading.sizeHint().height()
        margins = self.column.contentsMargins()
        margins.setTop(margins.top() - excess // 2)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(max(0, self.column.spacing() - excess // 2))

    def _turn(self) -> None:
        as_table = not self.table.isVisible()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._word()

    def _word(self) -> None:
        if self.table.isHidden():
            text = QCoreApplication.translate("History", "Table")
        else:
            text = QCoreApplication.translate("History", "Picture")
        self._switch.set_words(text, "")

"""A card with a chart and a sentence about it. A button shows the same data as a table."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backstretch.ui.history.chart import Chart
from backstretch.ui.history.table import Row, Table
from backstretch.ui.parts.button import Button
from backstretch.ui.parts.card import Card
from backstretch.ui.parts.label import Label
from backstretch.ui.theme import Appearance

Rows = Callable[[], tuple[Sequence[str], Sequence[Row]]]


class ChartCard(Card):
    """`beside` are further buttons for the card's head."""

    def __init__(
        self, appearance: Appearance, chart: Chart, beside: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(appearance)
        self.chart = chart
        self._words = ("", "")
        self._rows: Rows = lambda: ((), ())
        self._heading = Label("", "heading", wraps=False)
        self._switch = Button(appearance, look="bare", kind="small")
        self._switch.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        for widget in (*beside, self._switch):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sentence = Label("", "small", "soft")
        self.column.addLayout(head)
        self.column.addWidget(chart, 1)
        self.column.addWidget(self._sentence)
        self._straighten()
        self._word()

    @cached_property
    def table(self) -> Table:
        """Made when first shown; most users look at the chart only."""
        table = Table(self._appearance)
        table.hide()
        table.chosen.connect(self.chart.pressed)
        self._appearance.changed.connect(table.wear)
        self.column.insertWidget(self.column.indexOf(self.chart) + 1, table)
        return table

    def show_words(self, title: str, sentence: str, rows: Rows) -> None:
        """Shows title and sentence. `rows` returns the table's headings and rows and is called
        whenever the table is shown. The chart itself gets its data from the owner."""
        self._words = (title, sentence)
        self._rows = rows
        self._heading.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self.chart.tell(title, sentence)
        if self._shows_table:
            self._fill_table()

    @property
    def _shows_table(self) -> bool:
        return self.chart.isHidden()

    def _fill_table(self) -> None:
        title, sentence = self._words
        self.table.setAccessibleName(title)
        self.table.setAccessibleDescription(sentence)
        self.table.show_rows(*self._rows())

    def _straighten(self) -> None:
        """Takes the height that the buttons add to the head off the margin and spacing, so that the
        heading is level with that of a card without buttons beside it."""
        excess = self._switch.sizeHint().height() - self._heading.sizeHint().height()
        margins = self.column.contentsMargins()
        margins.setTop(margins.top() - excess // 2)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(max(0, self.column.spacing() - excess // 2))

    def _turn(self) -> None:
        as_table = not self._shows_table
        if as_table:
            self._fill_table()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._word()

    def _word(self) -> None:
        if self._shows_table:
            text = QCoreApplication.translate("History", "Picture")
        else:
            text = QCoreApplication.translate("History", "Table")
        self._switch.set_words(text, "")

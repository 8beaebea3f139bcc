"""The board: the stage with its words (title, pacer, cue) and the notices over it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from backstretch.routine.model import Routine
from backstretch.session.moment import Moment
from backstretch.session.timeline import Phase, Timeline
from backstretch.ui.actions import Actions
from backstretch.ui.parts.text_block import LINE_BREAK, Run, TextBlock
from backstretch.ui.practice.notices.notice import strip_height
from backstretch.ui.practice.notices.notice_strip import NoticeStrip
from backstretch.ui.practice.pacer.pacer import Pacer
from backstretch.ui.practice.pacer.ring import rep_phases, ring_at
from backstretch.ui.practice.stage.stage import Stage
from backstretch.ui.scale import Scale, sized
from backstretch.ui.theme import Appearance
from backstretch.ui.words import instruction_words, practice_words

SEPARATOR = " · "
"""Between the parts of the line under the title."""
MOST_ROOMY = 2.2
"""By this factor the words grow on a huge window, compared with an ordinary one."""

LEAST_STAGE_LINES = 24
"""On a stage lower than so many lines of text its words are written as if it had that many: the
figure, too, has to be seen."""
CUE_SHARE = 0.2
"""The cue takes no more of the height than this, so that the figure keeps its own."""
LEAST_CUE = 0.75
WORDS_SHARE = 0.42
"""Title and line keep to this part of the width, so that a figure that sits can stand between them
and the ring."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """The rectangle of each part of the board, in pixels."""

    title: QRectF
    place: QRectF
    pacer: QRectF
    cue: QRectF
    figure: QRectF
    """Below title and place, above the cue, over the whole width."""
    strip: QRectF
    """For notices, at the foot."""


class Board(QWidget):
    """The stage with the words and the pacer placed around it."""

    def __init__(
        self,
        stage: Stage,
        clock: Callable[[], float],
        actions: Actions,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        """`clock` reads seconds, for taking the user's own breath."""
        super().__init__(parent)
        self._actions = actions
        self._appearance = appearance
        self.stage = stage
        stage.setParent(self)
        stage.lower()
        self._title = TextBlock(appearance, self)
        self._place = TextBlock(appearance, self)
        self._pacer = Pacer(appearance, self)
        self._cue = TextBlock(appearance, self)
        self._cue.stand_at_bottom()
        self.notices = NoticeStrip(clock, actions, appearance, self)
        self._routine: Routine | None = None
        self._timeline: Timeline | None = None
        self._reserved: tuple[int, tuple[tuple[Run, ...], ...]] = (-1, ())
        self._shown = (-1, False)
        self._name: tuple[Run, ...] = ()
        self._longest_title: tuple[Run, ...] = ()
        self._line, self._caution, self._most_caution = "", "", ""
        self._covered = 0

    def show_timeline(self, routine: Routine, timeline: Timeline) -> None:
        self._routine, self._timeline = routine, timeline
        self._reserved = (-1, ())
        self._shown = (-1, False)

    def show_moment(self, moment: Moment) -> None:
        assert self._routine is not None and self._timeline is not None
        if (moment.index, self.stage.showing) != self._shown:
            self._shown = (moment.index, self.stage.showing)
            self._show_phase(moment, self._routine, self._timeline)
        shape = self.stage.shape_of(moment.phase)
        ring = ring_at(self._timeline, moment, self.stage.shape_of)
        self._pacer.show_moment(moment, ring, shape)
        self.notices.show_moment(moment, showing=self.stage.showing)

    def _show_phase(self, moment: Moment, routine: Routine, timeline: Timeline) -> None:
        move = routine.move(moment.phase.move_id)
        lead, name = practice_words.title(moment, move)
        before = self._title.text()
        self._title.write(
            Run(f"{lead} " if lead else "", "accent-text", bold=True), Run(name, bold=True)
        )
        phases = _usual_rep(timeline, moment.phase.move)
        slowly = self.stage.showing
        line = (
            practice_words.shown_slowly(self._actions.key_label("show-me"))
            if slowly
            else practice_words.place_line(moment, move, phases)
        )
        caution = instruction_words.caution_line(moment, move)
        self._line, self._caution = line, caution
        self._write_place(self._place.width())
        self._cue.write(*_cue(moment.phase))
        self._most_caution = move.caution
        self._name = (Run(move.title, bold=True),)
        self._longest_title = (Run(practice_words.heralded(move), bold=True),)
        if self._reserved[0] != moment.phase.move:
            cues = [_cue(phase) for phase in timeline.phases if phase.move == moment.phase.move]
            self._reserved = (moment.phase.move, tuple(dict.fromkeys(cues)))
            self._arrange()
        elif self._title.text() != before:
            self._arrange()

    def _write_place(self, width: float) -> None:
        """Leaves out the end of the line where it would need a second one."""
        parts = self._line.split(SEPARATOR)
        while len(parts) > 1 and self._place.width_used(10 * width, [_joined(parts)]) > width:
            parts.pop()
        caution = [Run(f"{LINE_BREAK}{self._caution}")] if self._caution else []
        self._place.write(_joined(parts), *caution)

    def take(self, stage: Stage) -> None:
        """Takes the stage back, for example from mat mode."""
        stage.setParent(self)
        stage.show()
        self._arrange()

    def cover(self, width: int) -> None:
        """Says that so many pixels at the far side lie under something; notices keep clear of
        them."""
        if width != self._covered:
            self._covered = width
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_letters()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit_letters()
            self._arrange()

    def _fit_letters(self) -> None:
        font = QApplication.font()
        most = self.height() / LEAST_STAGE_LINES
        self.setFont(sized(font, min(1.0, most / Scale.of(font).line)))

    def _arrange(self) -> None:
        scale = Scale.at(self)
        boxes = self._boxes(scale)
        for widget, box in (
            (self._title, boxes.title),
            (self._place, boxes.place),
            (self._pacer, boxes.pacer),
            (self._cue, boxes.cue),
        ):
            widget.setGeometry(self._mirrored(box).toAlignedRect())
        if self.stage.parent() is self:
            self.stage.setGeometry(self.rect())
            self.stage.lower()
            self._give_room(boxes, scale)
        strip = self._mirrored(boxes.strip.adjusted(0, 0, -self._covered, 0))
        self.notices.place(strip, covered=self._covered > 0)

    def _give_room(self, boxes: Boxes, scale: Scale) -> None:
        """Gives the figure everything above the cue but the pacer, the title and the line under it,
        and while one gets ready also what they have to say then."""
        air = min(scale.unit * 2, self.height() * 0.012)
        name, line = self._name, self._place.runs[:1]
        caution = (Run(f"{LINE_BREAK}{self._most_caution}"),) if self._most_caution else ()
        taken, before = (
            [self._mirrored(box.adjusted(-air, -air, air, air)) for box in boxes_taken]
            for boxes_taken in (
                [boxes.pacer, *self._words_boxes(boxes.title, name, line, scale)],
                self._words_boxes(boxes.title, self._longest_title, (*line, *caution), scale),
            )
        )
        ground = QRectF(0, 0, self.width(), boxes.figure.bottom())
        self.stage.set_figure_rect(ground, taken, before, air=air)

    def _words_boxes(
        self, title: QRectF, name: tuple[Run, ...], lines: tuple[Run, ...], scale: Scale
    ) -> list[QRectF]:
        """What the name of a move and the lines under it need within the width of `title`."""
        top, found = title.top(), []
        for words, runs in ((self._title, name), (self._place, lines)):
            wide = title.width()
            needed = words.width_used(wide, runs), words.height_needed(wide, runs)
            found.append(QRectF(title.left(), top, *needed))
            top = found[-1].bottom() + scale.unit
        return found

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        turned = QRectF(box)
        turned.moveRight(self.width() - box.left())
        return turned

    def _boxes(self, scale: Scale) -> Boxes:
        """Title and pacer on top, below them the cue with room for the longest one of the move, so
        that nothing jumps when the phase changes. The figure gets the rest."""
        width, height = float(self.width()), float(self.height())
        roomy = min(MOST_ROOMY, width / (scale.line * 52), height / (scale.line * 40))
        margin = scale.space(5 + 6 * roomy)
        most = scale.space(46) * max(1.0, roomy)
        ring = max(scale.space(22), min(most, 0.25 * height, 0.28 * width))
        self._dress(scale, roomy)
        cue, strip = self._foot(margin, scale)
        room = cue.top() - margin * 0.8 - scale.unit - (self._pacer.height_for(ring) - ring)
        ring = max(1.0, min(ring, width * 0.4, room))
        spare = min(margin * 0.8, ring * 0.25)
        pacer = QRectF(width - margin - ring, margin * 0.8, ring, self._pacer.height_for(ring))
        text = max(1.0, min(pacer.left() - spare - 1.5 * margin, width * WORDS_SHARE))
        pacer.adjust(-spare, 0, spare, 0)
        title_height = self._title.height_needed(text)
        title = QRectF(margin, margin * 0.75, text, title_height)
        place = QRectF(margin, title.bottom() + scale.unit, text, 0)
        self._write_place(text)
        place.setHeight(self._place.height_needed(text))
        reserved = self._title.height_needed(text, self._longest_title) - title_height
        top = max(place.bottom() + reserved + scale.unit, pacer.top() + ring * 0.45)
        figure = QRectF(0, top, width, max(1.0, cue.top() - scale.unit * 2 - top))
        return Boxes(title, place, pacer, cue, figure, strip)

    def _foot(self, margin: float, scale: Scale) -> tuple[QRectF, QRectF]:
        """Where the cue is, and below it the strip for notices."""
        across, air = self.width() - 2 * margin, scale.unit * 1.5
        high = strip_height(scale, self.height())
        strip = QRectF(margin, self.height() - air - high, across, high)
        tall = self._cue_height(across, self.height() * CUE_SHARE)
        return QRectF(margin, strip.top() - air - tall, across, tall), strip

    def _dress(self, scale: Scale, roomy: float) -> None:
        size = 0.25 + 0.75 * max(0.0, roomy)
        self._title.setFont(sized(scale.font, 2.8 * size, bold=True))
        self._place.setFont(sized(scale.font, 1.2 * min(max(size, 0.85), 1.6)))
        self._cue.setFont(sized(scale.font, 2.4 * size))

    def _cue_height(self, width: float, most: float) -> float:
        """The height of the move's longest cue in pixels. The letters shrink if it would need more
        than `most`, but never below three quarters of plain text."""
        least = sized(Scale.at(self).font, LEAST_CUE)
        while True:
            tall = max(
                (self._cue.height_needed(width, cue) for cue in self._reserved[1]), default=0
            )
            font = QFont(self._cue.font())
            if tall <= most or font.pointSizeF() <= least.pointSizeF() or font.pointSizeF() <= 0:
                return float(tall)
            font.setPointSizeF(font.pointSizeF() * 0.92)
            self._cue.setFont(font)


def _joined(parts: list[str]) -> Run:
    return Run(SEPARATOR.join(parts), "text-soft")


def _cue(phase: Phase) -> tuple[Run, ...]:
    word = practice_words.phase_word(phase)
    if phase.cue.casefold().startswith(word.casefold()):
        return Run(phase.cue[: len(word)], "accent-text", bold=True), Run(phase.cue[len(word) :])
    return Run(f"{word}. ", "accent-text", bold=True), Run(phase.cue)


def _usual_rep(timeline: Timeline, move: int) -> tuple[Phase, ...]:
    """The phases of the second rep, or of the only one: the first may be slower."""
    reps = [i for i, phase in enumerate(timeline.phases) if phase.move == move and phase.rep]
    second = (index for index in reps if timeline.phases[index].rep == 2)
    usual = next(second, reps[0] if reps else None)
    return rep_phases(timeline, usual) if usual is not None else ()

"""Which command to the player each action of a session stands for."""

from collections.abc import Mapping

from backstretch.session import commands

COMMANDS: Mapping[str, commands.Command] = {
    "toggle": commands.Toggle(),
    "next": commands.Next(),
    "back": commands.Back(),
    "go-on": commands.EndEarly(),
    "undo": commands.Undo(),
    "more": commands.OneMore(),
    "less": commands.OneLess(),
    "enough": commands.Enough(),
    "repeat-side": commands.RepeatSide(),
    "repeat-move": commands.RepeatMove(),
    "faster": commands.Pace(1),
    "slower": commands.Pace(-1),
    "gentler": commands.Gentle(),
}

"""A client of the accessibility bus, run by the system's Python: reads a line of JSON, does what it
says, writes the outcome as another. It knows nothing of the program but its name."""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = (
    "ENABLED",
    "FOCUSABLE",
    "FOCUSED",
    "SHOWING",
    "VISIBLE",
    "CHECKED",
    "CHECKABLE",
    "SELECTED",
)

heard = []


def listen(event):
    if event.source.get_application().get_name() == "backstretch":
        heard.append({"kind": event.type, "text": str(event.any_data), "detail": event.detail1})


def program():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "backstretch":
            return child
    return None


def walk(node, depth=0):
    """What is to be seen below the node, without closed drop-down lists. Each look at a node is a
    call to the program."""
    if node is None or depth > 40:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from walk(child, depth + 1)


def told(node):
    states, role = node.get_state_set(), node.get_role_name()
    # Plain text has neither, and asking costs as much as all the rest.
    is_text = role in ("label", "filler", "panel")
    interfaces = () if is_text else node.get_interfaces()
    return {
        "role": role,
        "name": node.get_name(),
        "label": "" if is_text else label(node),
        "description": node.get_description(),
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "actions": actions(node) if "Action" in interfaces else [],
        "value": Atspi.Value.get_current_value(node) if "Value" in interfaces else None,
    }


def label(node):
    """The name of what labels it."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


def actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


def tree():
    """Everything that is to be seen, with all there is to tell of it."""
    return [told(node) for node in walk(program())]


def named(name):
    """The same, but only what has that name: telling takes ten calls to the program for each."""
    return [told(node) for node in walk(program()) if node.get_name() == name]


def names():
    return [node.get_name() for node in walk(program())]


def has(name):
    """True if anything of that name is to be seen."""
    return any(node.get_name() == name for node in walk(program()))


def act(action, name):
    """Performs the action on the first control of that name; False if there is none."""
    for node in walk(program()):
        if node.get_name() == name and "Action" in node.get_interfaces():
            offered = actions(node)
            if action in offered:
                return Atspi.Action.do_action(node, offered.index(action))
    return False


def change(name, value):
    """Moves the slider of that name."""
    for node in walk(program()):
        if node.get_name() == name and "Value" in node.get_interfaces():
            return Atspi.Value.set_current_value(node, value)
    return False


def turn(seconds):
    """Lets events come in."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.01)


def announcements(seconds):
    heard.clear()
    turn(seconds)
    return list(heard)


def main():
    listener = Atspi.EventListener.new(listen)
    listener.register("object:announcement")
    commands = {
        "tree": tree,
        "named": named,
        "names": names,
        "has": has,
        "act": act,
        "change": change,
        "announcements": announcements,
    }
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        turn(0.05)
        try:
            answer = commands[name](*arguments)
        except GLib.Error as error:
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


main()

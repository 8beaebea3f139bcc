"""The problems of a routine file in plain English, and how to fix each."""

from backstretch.routine.problem import Code, Problem

_WORDS: dict[Code, str] = {
    "unreadable": "the file cannot be read: {said}",
    "not-a-file": "this is not a file; name a routine file that ends in .yaml",
    "too-big": "the file is bigger than {most} KB; a routine needs far less, so shorten it",
    "encoding": "the text is not UTF-8; save the file in that encoding",
    "syntax": "this is not YAML: {said}; look for a missing quote, colon or bracket at this line",
    "tab": "the line begins with a tab; indent with spaces instead",
    "alias": "'*{name}' refers to another place; write the text out again here",
    "tag": "tags such as '{tag}' are not read here; write the value alone",
    "control-character": "the character {character} is invisible and not read here; take it out",
    "too-deep": "this is nested more than {most} levels deep; write it flat as in the routines "
    "that ship",
    "many-documents": "a second document begins here; put each routine in a file of its own",
    "empty": "the file is empty; start from a copy of a routine that ships",
    "not-a-mapping": "'{key}' must hold keys with values, one 'key: value' a line",
    "not-a-list": "'{key}' must be a list; begin each entry with '- '",
    "not-a-text": "'{key}' must be a text; write one line of words after the colon",
    "not-a-number": "'{key}' must be a number, such as 4 or 2.5, without quotes",
    "not-a-whole-number": "'{key}' must be a whole number, such as 8",
    "not-yes-or-no": "'{key}' must be true or false",
    "unknown-key": "the key '{key}' is not known here; write one of {known}",
    "missing-key": "'{what}' lacks the key '{key}'; add it",
    "duplicate-key": "the key '{key}' stands here a second time; keep one of the two",
    "unknown-choice": "'{key}' cannot be '{word}'; write one of {known}",
    "unknown-pose": "there is no pose '{word}'; write one of {known}",
    "taken-pose": "there is a pose '{word}' already; give this one another name",
    "bad-pose": "{said}",
    "too-low": "'{key}' is {found}; write {least} or more",
    "too-high": "'{key}' is {found}; write {most} or less",
    "too-long": "'{key}' has {found} characters; shorten it to {most}",
    "too-many-words": "'{key}' is read from the mat; keep it to {most} words",
    "too-many": "'{key}' has {found} entries; keep it to {most}",
    "empty-text": "'{key}' is empty; write its value after the colon",
    "empty-list": "'{key}' is empty; give it at least one entry",
    "no-english": "'{key}' has no English text; add one under 'en:'",
    "bad-language": "'{key}' is no language; write a code such as en, de or pt_BR",
    "bad-id": "'{word}' cannot be an id; use small letters, digits and single hyphens",
    "taken-id": "the id '{word}' is taken; choose another",
    "upside-down": "'{key}' runs from {least} to {most}; write the smaller number under 'least'",
    "outside-bounds": "'{key}' starts from {found} s, outside of {least} to {most} s; move it "
    "inside or widen the bounds",
    "out-of-order": "the stops of 'through' must come in order; write each 'at' above the one "
    "before",
    "side-missing": "'{key}' is counted per side, so each step needs a side, and both sides must "
    "come; write 'side: right' or 'side: left'",
    "sides-mixed": "'{key}' changes sides to and fro; put all steps of one side before those of "
    "the other",
    "held-elsewhere": "'{name}' is held; that is only for a step of 'last' after another one of "
    "its side; leave 'held' out",
    "setup-elsewhere": "'setup' leads to the pose '{pose}' but the move begins in '{begins}'; make "
    "them the same",
    "too-long-session": "at the largest doses the moves come to {steps} steps and {hours} hours; "
    "keep them to {most_steps} steps and {most_hours} hours",
    "too-much": "there are more than {files} routine files here, or {megabytes} MB of them, or "
    "{added} poses and links of their own; {left_out} are not read, so take some out",
    "no-variant": "a step of '{move}' has a gentler way but the move has none; add 'gentler:' with "
    "its title and how",
}


def worded(problem: Problem) -> str:
    """`file:line: what is wrong and what to write instead`."""
    said = _WORDS[problem.code].format(**problem.values)
    close = problem.values.get("close")
    if close:
        said = said.partition("; write one of ")[0] + f"; did you mean '{close}'?"
    where = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return f"{where}: {said}"

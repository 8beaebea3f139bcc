"""What the pages say, in the language of the window: each number, time and dose worded once."""

"""Mat mode: the whole screen, with words large enough to be read from the mat."""

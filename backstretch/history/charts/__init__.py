"""Where the marks of a chart go: pure geometry, painted on the screen and on paper alike."""

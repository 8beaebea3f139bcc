"""The geometry of the charts, without Qt: the same on the screen and on paper."""

"""The stage: the figure on its mat, where the camera stands, and the move shown slowly."""

"""The web desk: the board, its reasons and its worth in a browser, on this machine."""

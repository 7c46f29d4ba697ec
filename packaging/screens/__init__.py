"""Every state of the window as a picture, on one page: ``dev.py screens``.

A state is a line in ``states.py``: its name, and the function that makes a window in that state.
``variants.py`` says in which looks each is drawn, ``fit.py`` finds text that does not fit.
"""

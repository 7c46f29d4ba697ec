"""Keeps ``assets/translations`` in step with the words in the code; see ``dev.py translations --help``."""

"""What tests/corpus.py compares screens with reports by."""

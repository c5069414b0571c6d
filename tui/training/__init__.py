"""How the files in analysis/weights were made, and how accuracy is measured."""

"""The commands of `python -m catalogue`, one module each; `__main__` lists them."""

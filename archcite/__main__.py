"""`python -m archcite`."""

from archcite.cli import main

if __name__ == "__main__":
    main()

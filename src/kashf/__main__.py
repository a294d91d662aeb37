"""`python -m kashf` is the `kashf` command."""

from kashf.cli.main import main

if __name__ == "__main__":
    main()

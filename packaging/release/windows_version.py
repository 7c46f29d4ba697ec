"""What Windows shows of a program's file under Properties, Details."""

from pathlib import Path


def version_resource(folder: Path, version: str) -> Path:
    """Write into ``folder`` what PyInstaller makes the resource of; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "version.txt"
    file.write_text(resource_text(version), "utf-8")
    return file


def resource_text(version: str) -> str:
    """The resource in PyInstaller's words. Windows wants four numbers, and takes no letters."""
    digits = [int(part) for part in version.split(".") if part.isdigit()]
    numbers = tuple((*digits, 0, 0, 0, 0)[:4])
    told = {
        "ProductName": "Persona Viewer",
        "FileDescription": "Persona Viewer",
        "CompanyName": "Persona Viewer contributors",
        "LegalCopyright": "Persona Viewer contributors, MIT licence",
        "OriginalFilename": "persona-viewer.exe",
        "FileVersion": version,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )

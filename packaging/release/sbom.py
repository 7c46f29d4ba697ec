"""The bill of materials: every part of the bundle as CycloneDX has it, libraries inside wheels included."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from release.contents import Component
from release.places import NAME, VERSION


def bill(name: str, components: Sequence[Component], made_at: int) -> str:
    """CycloneDX 1.6 as JSON; the same parts and time give the same text.

    Args:
        name: of the whole.
        made_at: in seconds since 1970.
    """
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(made_at, UTC)
    whole = Part(
        name=name,
        version=VERSION,
        type=ComponentType.APPLICATION,
        bom_ref=name,
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    bom.metadata.component = whole
    parts = {_reference(each): _part(each) for each in components if each.name != NAME}
    for part in parts.values():
        bom.components.add(part)
    direct = []
    for each in components:
        if each.name == NAME:
            continue
        owner = next((o for o in components if o.kind == "distribution" and o.name == each.owner), None)
        if owner is None:
            direct.append(parts[_reference(each)])
        else:
            bom.register_dependency(parts[_reference(owner)], [parts[_reference(each)]])
    bom.register_dependency(whole, direct)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(sorted(parts)))
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _part(component: Component) -> Part:
    return Part(
        name=component.name,
        version=component.version,
        type=ComponentType.LIBRARY,
        bom_ref=_reference(component),
        purl=_purl(component),
        licenses=[LicenseFactory().make_from_string(component.licence)],
    )


def _purl(component: Component) -> PackageURL:
    match component.kind:
        case "distribution":
            return PackageURL("pypi", None, component.name.lower().replace("_", "-"), component.version)
        case "debian":
            return PackageURL("deb", "debian", component.name, component.version)
    return PackageURL("generic", None, component.name.replace(" ", "-"), component.version)


def _reference(component: Component) -> str:
    """Names one part and no other: two wheels may bring the same library."""
    return f"{component.owner or component.kind}/{component.name}@{component.version}"

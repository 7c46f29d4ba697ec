"""The faces of this engine's characters."""

from collections.abc import Mapping
from typing import Final

from viewer.engine.cast.manner import Manner
from viewer.engine.face.look import Brows, Eyes, Glasses, Look, Moustache, Mouth, Nose

JOE_LOOK: Final = Look(
    "joe",
    Eyes(
        iris="#4a7a82",
        iris_rim="#263a42",
        iris_light="#80b2b0",
        lash="#34201c",
        crease="#a0644a",
        under="#be7a60",
    ),
    Brows("#462e24"),
    Nose(shade="#c48062", line="#aa644a", light="#ffecd8"),
    Mouth(upper_colour="#be685c", lower_colour="#d47e70", shade="#b06c54"),
    crown=(246, 30, 474, 246),
    chin=(260, 246, 460, 328),
)

LENA_LOOK: Final = Look(
    "lena",
    Eyes(
        iris="#5d8f52",
        iris_rim="#2c4a2c",
        iris_light="#a8cf84",
        lash="#3a1d18",
        crease="#b8735c",
        under="#d08f7c",
        distance=38.0,
        line=206.0,
        width=21.0,
        upper=14.5,
        lower=9.4,
        slant=2.5,
        radius=12.0,
        lash_weight=3.6,
        wing=6.0,
        lid="#b4745f",
        bags=0.25,
    ),
    Brows("#8a4526", height=31.0, length=24.0, thickness=4.6, arch=9.0),
    Nose(shade="#d99a80", line="#bf7660", light="#fff1e4", tip=249.0, width=13.5, length=46.0),
    Mouth(
        upper_colour="#bf4a55",
        lower_colour="#d9666c",
        shade="#c4806c",
        line=277.0,
        half=25.5,
        upper=7.2,
        lower=9.0,
        drop=23.0,
        gloss=0.6,
    ),
    crown=(240, 28, 480, 252),
    chin=(272, 252, 448, 332),
    locks=((240, 252, 314, 346), (406, 252, 480, 346)),
    behind=(246, 252, 474, 352),
    manner=Manner(blinks=(1.8, 4.2), looks_away=0.3, lively=1.2, listening_tilt=3.4, thinks_to=-1, smile=1.0),
)

MATEO_LOOK: Final = Look(
    "mateo",
    Eyes(
        iris="#6b4328",
        iris_rim="#3a2216",
        iris_light="#a8754a",
        lash="#4a3226",
        crease="#8f5a3c",
        under="#9c6443",
        distance=40.0,
        line=202.0,
        width=17.5,
        upper=10.6,
        lower=8.0,
        droop=0.5,
        radius=9.8,
        white="#f7f3ea",
        lash_weight=2.6,
        bags=0.7,
    ),
    Brows("#d6d2c8", height=36.0, length=27.0, thickness=11.0, arch=7.0, bushy=True),
    Nose(shade="#a3663f", line="#8a5233", light="#f3cfa4", tip=254.0, width=20.0, length=62.0),
    Mouth(
        upper_colour="#a85f4c",
        lower_colour="#bb7059",
        shade="#8f5a3c",
        line=285.0,
        half=27.0,
        upper=4.0,
        lower=7.0,
        drop=23.0,
    ),
    crown=(238, 28, 482, 258),
    chin=(262, 258, 458, 346),
    neck=(360.0, 336.0),
    figure=440.0,
    moustache=Moustache("#dedbd3", "#aaa59a", "#f7f5f0", top=258.0, half=52.0),
    glasses=Glasses("#3f2a20", "#9a7358", radius=(29.0, 26.0), temple=84.0),
    manner=Manner(
        blinks=(3.0, 6.5), looks_away=0.45, lively=0.75, listening_tilt=-1.8, thinks_to=1, smile=0.9
    ),
)

LOOKS: Final[Mapping[str, Look]] = {look.avatar_id: look for look in (JOE_LOOK, LENA_LOOK, MATEO_LOOK)}
"""By avatar ID."""

"""The ways in which one offence code is written in case records."""

import re
from collections.abc import Iterator

_CJS_CODE = re.compile(r"([A-Z]{2}\d{5}|COML\d{3})([A-Z]?)")
_CLASS_AND_SUBCLASS = re.compile(r"(\d{1,3})[/.-](\d{1,2})", re.ASCII)
_DIGITS = re.compile(r"\d{1,5}", re.ASCII)


def ways_to_write(code: str) -> Iterator[str]:
    """The code as the tables may list it, the closest form first; nothing for what is not a code.

    A Home Office code becomes five digits: ``831``, ``8/31``, ``008/31`` and ``00831`` are one code. A CJS
    code is tried as written and then without the letter at its end, which marks an attempt, a conspiracy
    or a later wording of the same offence.
    """
    plain = "".join(code.split()).upper()
    if cjs := _CJS_CODE.fullmatch(plain):
        yield plain
        yield cjs[1]
    elif split := _CLASS_AND_SUBCLASS.fullmatch(plain):
        yield split[1].zfill(3) + split[2].zfill(2)
    elif _DIGITS.fullmatch(plain):
        yield plain.zfill(5)

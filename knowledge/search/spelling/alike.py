"""Words that are written for each other, being said alike: right in themselves, so only their neighbours tell."""

from __future__ import annotations

ALIKE = {
    one: other
    for pair in ("principle principal", "role roll", "board bored", "council counsel", "councillor counsellor",
                 "councillors counsellors", "peer pier", "court caught", "carer career", "carers careers",
                 "affect effect", "practise practice", "advise advice", "patience patients", "heard herd")
    for one, other in (pair.split(), pair.split()[::-1])
}  # fmt: skip

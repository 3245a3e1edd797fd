"""Where the acts are said to have happened, and who says so."""

from views.parts import opening, pictures
from views.parts.sides import sides_in
from views.parts.source import opened

with opened() as db:
    chosen, totals = opening.view(db, "map", "Where, and who says so", "claims")
    opening.stop_if_empty(totals["claims"])
    pictures.map_of(db, chosen, sides_in(db, chosen.conflict), totals["claims"])

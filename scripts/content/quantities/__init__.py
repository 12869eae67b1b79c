"""Numbers with units in running text: found, compared with a record, and written out."""

from scripts.content.quantities.agreement import agrees
from scripts.content.quantities.finding import (
    Quantity,
    StatedDate,
    find_dates,
    find_quantities,
)
from scripts.content.quantities.writing import write_date, write_quantity

__all__ = [
    "Quantity",
    "StatedDate",
    "agrees",
    "find_dates",
    "find_quantities",
    "write_date",
    "write_quantity",
]

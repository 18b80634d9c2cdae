"""What the numbers of many people are held in, by the names that training calls them."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
"""Measured or worked out; nan is unknown."""
Outcomes = npt.NDArray[np.bool_]
"""Whether it happened, or whether any other thing is so."""
Rows = npt.NDArray[np.bool_]
"""Which rows are meant: one element a row."""
Cells = npt.NDArray[np.intp]
"""The number of the bin, or cell, that each lies in."""
Words = npt.NDArray[np.str_]
"""Names of groups."""

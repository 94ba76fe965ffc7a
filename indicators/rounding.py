"""One way of rounding, and of writing a number, for all that shows or hands over a figure."""

from decimal import ROUND_HALF_UP, Context, Decimal

# Room for every double there is with every decimal that anybody asks for.
_EXACT = Context(prec=800, rounding=ROUND_HALF_UP)


def half_up(figure: float | Decimal, decimals: int) -> Decimal:
    """A figure to so many decimals as Excel and Chinese bulletins round: 四舍五入.

    What is rounded is the decimal that was published and not the double that holds it: 1.005
    gives 1.01 though its double lies a little below, 2.125 gives 2.13 and −2.125 gives −2.13.
    """
    return _decimal(figure).quantize(Decimal((0, (1,), -int(decimals))), context=_EXACT)


def digits(figure: float | Decimal) -> int:
    """How many decimals a figure was published with: 2 of 445.28, none of 158."""
    exponent = _decimal(figure).normalize(_EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0  # what is no number has none


def written(figure: float | Decimal, decimals: int, *, signed: bool = False) -> str:
    """1234.5 as 1,234.5; a real minus sign in front of what is negative once it is rounded."""
    amount = half_up(figure, decimals)
    sign = "−" if amount < 0 else "+" if signed and amount > 0 else ""
    return f"{sign}{amount.copy_abs():,f}"


def _decimal(figure: float | Decimal) -> Decimal:
    """The shortest decimal that stands for the same double; also of numpy's numbers."""
    return Decimal(str(figure))

"""Prints every timing beside its target. `make bench`."""

from tools.bench import figures, first_load, images, ledger, reruns, servers

BARE_FIGURES = 1  # as many as the overview shows


def line(what: str, measured: str, target: str = "") -> None:
    print(f"{what:<58}{measured:>16}{target:>22}", flush=True)


def main() -> None:
    line("what", "measured", "target")
    _of_figures()
    with servers.dashboard() as (ours, process), servers.bare(BARE_FIGURES) as (bare, _):
        for page in reruns.PAGES:
            changed, same = reruns.medians(ours, page)
            name = page or "overview"
            line(f"rerun of {name}, filters changed", f"{changed * 1e3:.1f} ms", "< 50 ms")
            line(f"rerun of {name}, nothing changed", f"{same * 1e3:.1f} ms", "< 50 ms")
        overview, nothing = reruns.side_by_side(ours, bare)
        line("overview beside a bare page", f"{overview * 1e3:.1f} : {nothing * 1e3:.1f} ms")
        line("ratio", f"{overview / nothing:.2f}", "< 1.3")
        middle, slow, held = reruns.crowd(ours, process)
        line(f"{reruns.READERS} readers, median", f"{middle * 1e3:.1f} ms", "< 300 ms")
        line(f"{reruns.READERS} readers, 95th percentile", f"{slow * 1e3:.1f} ms")
        line("memory per open session", f"{held:.1f} MB")
        first, again = first_load.measure(ours)
        line("first visit: to the first chart", f"{first.seconds:.2f} s", "< 3.5 s")
        line("first visit: over the line", f"{first.megabytes:.2f} MB", "< 3 MB")
        line("first visit: requests and frames", f"{first.requests}")
        line("return: to the first chart", f"{again.seconds:.2f} s")
        line("return: over the line", f"{again.megabytes:.2f} MB")
        plain, _ = first_load.measure(bare)
        line("bare Streamlit: first visit", f"{plain.seconds:.2f} s, {plain.megabytes:.1f} MB")
        change = first_load.filter_change(ours)
        line("click on a year to the redrawn chart", f"{change * 1e3:.0f} ms")
        _of_images(ours)
    _of_a_ledger()


def _of_figures() -> None:
    """From a process that has read nothing yet to the first answer of the figures in force."""
    for many, target in ((None, 0.3), (10**6, 6), (10**7, 60)):
        cost = figures.measure(many)
        what = "the shipped data" if many is None else f"{many:,} generated figures"
        line(f"{what}: read, checked, saved", f"{cost.cold:.2f} s", f"< {target} s")
        line(f"{what}: after a restart", f"{cost.restart:.2f} s", "< 1 s")
        line(f"{what}: memory, at the most", f"{cost.gigabytes:.2f} GB", "< 3 GB")


def _of_a_ledger() -> None:
    """Ten million orders, as an office will never have; a hundred thousand are far quicker."""
    cost = ledger.measure()
    orders = f"{ledger.ITEMS:,} generated orders"
    line(f"{orders}: read, checked and shown", f"{cost.reading:.1f} s")
    line("their page's first view after that", f"{cost.first_view:.2f} s", "< 3 s")
    line("their page after a filter's change", f"{cost.filter_change * 1e3:.0f} ms", "< 500 ms")
    line("memory, at the most", f"{cost.gigabytes:.1f} GB", "< 4 GB")


def _of_images(address: str) -> None:
    taken = images.measure(address)
    line("click to file: first PNG, 2400 × 1350", f"{taken.first:.2f} s", "< 0.5 s")
    line("click to file: another chart's", f"{taken.later:.2f} s", "< 0.2 s")
    line("choice to file: 4800 × 2700", f"{taken.large:.2f} s", "< 1 s")
    line("click to file: all charts of a page", f"{taken.page:.2f} s")


if __name__ == "__main__":
    main()

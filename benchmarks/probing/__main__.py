"""Draw years, put them to the judge, print the figures: ``python -m benchmarks.probing --seeds 101 102``."""

import click

from benchmarks.probing.figures import page
from benchmarks.probing.replay import Replay, Tally
from benchmarks.probing.year import Year, draw

FRESH = (101,)
"""Seeds that no threshold was set on. Those below a hundred were used for that."""


@click.command(help="How many campaigns to find somebody are stopped, and what that costs ordinary work.")
@click.option("--enquiries", type=click.IntRange(min=1), default=200_000, show_default=True)
@click.option("--of-each", type=click.IntRange(min=1), default=20, show_default=True, help="Of each pattern.")
@click.option("--seed", "seeds", type=int, multiple=True, default=FRESH, show_default=True)
@click.option("--without-list", is_flag=True, help="As if there were no list of known premises.")
def main(enquiries: int, of_each: int, seeds: tuple[int, ...], without_list: bool) -> None:
    """One year for each seed, and the figures over all of them."""
    click.echo(page([replayed(seed, enquiries, of_each, with_list=not without_list) for seed in seeds]))


def replayed(seed: int, enquiries: int, of_each: int, *, with_list: bool = True) -> tuple[Year, Tally]:
    """One year, put to the judge."""
    year = draw(seed, enquiries, of_each)
    return year, Replay(year, with_list=with_list).run(
        lambda done: click.echo(f"... seed {seed}: {done:,}", err=True)
    )


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.probing")

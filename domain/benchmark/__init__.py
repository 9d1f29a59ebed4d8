"""A benchmark, such as the loan prime rate (贷款市场报价利率 LPR): what each tenor was quoted at.

Quotes are recorded by publication day, in any order of knowing, and corrected by an entry.  Loans
read them when they are repriced.
"""

from typing import Final, get_args

from domain.benchmark import labels, rules
from domain.benchmark.commands import BenchmarkCommand
from domain.benchmark.decisions import decide
from domain.benchmark.events import BenchmarkEvent
from domain.benchmark.state import Benchmark, evolve, fact
from domain.decider import Decider

BENCHMARK: Final[Decider[BenchmarkCommand, Benchmark, BenchmarkEvent]] = Decider(
    category="benchmark",
    identity="benchmark_id",
    initial=Benchmark(),
    decide=decide,
    evolve=evolve,
    commands=get_args(BenchmarkCommand),
    events=get_args(BenchmarkEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)

"""How many examples are tried: a few in every test run, many by `make fuzz`."""

import os

from hypothesis import HealthCheck, Phase, settings

# How many times as many examples as in the usual run; 0 is the usual run.
MANY = int(os.environ.get("LEERTRAJECT_FUZZ", "0"))


def examples(number: int, *, steps: int = 50) -> settings:
    """So many examples, the same in every run; with LEERTRAJECT_FUZZ that many times more, others each time.

    `steps` is how many actions one example of a state machine takes at most.
    """
    return settings(
        max_examples=number * (MANY or 1),
        stateful_step_count=steps * 2 if MANY else steps,
        derandomize=not MANY,
        phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if MANY else [])],
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )

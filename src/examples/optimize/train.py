#!/usr/bin/env python3
"""A program for `hone optimize`; its "training" is a formula. Python 3, standard library only.

    hone optimize --space src/examples/optimize/space.yaml --exec "python3 src/examples/optimize/train.py"
"""
import json
import math
import random
import sys


def say(**message):
    print(json.dumps(message), flush=True)  # without the flush, nothing arrives


def epochs(params, seed):
    """The loss after each epoch of a training."""
    noise = random.Random(seed)
    best_rate = 1e-3 if params["optimizer"] == "adam" else 1e-1 * (1 - params["momentum"])
    floor = 0.1 + 0.02 * abs(params["layers"] - 3) + 0.2 * abs(params["dropout"] - 0.2)
    floor += 0.05 * math.log10(params["rate"] / best_rate) ** 2
    for epoch in range(1, 11):
        yield floor + math.exp(-epoch / 3) + noise.gauss(0, 0.002)


for line in sys.stdin:  # a line per trial, until hone has enough
    order = json.loads(line)
    trial, pruned = order["trial"], False
    if order["params"]["rate"] > 0.8:
        say(trial=trial, fail="the loss is not a number")
        continue
    for epoch, loss in enumerate(epochs(order["params"], order["seed"]), 1):
        say(trial=trial, step=epoch, value=loss)
        if json.loads(sys.stdin.readline())["prune"]:
            pruned = True
            break
    if not pruned:
        say(trial=trial, values=[loss])

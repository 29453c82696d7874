package org.hone.engine.training;

/** What a training is made of. */
record Parts(
    LiveGraph graph,
    GraphRun run,
    BatchFeed feed,
    StepLoop loop,
    Clock clock,
    Evaluator validation) {}

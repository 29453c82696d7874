package org.hone.benchmark;

import java.util.stream.IntStream;
import org.hone.search.sampler.Samplers;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.Storage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.StudyBuilder;
import org.hone.search.study.Trial;

/**
 * The objective of all benchmarks, which costs nothing: the squared distance from the origin, of
 * real parameters in [-5, 5].
 */
record Bowl(int parameters) {
  private static final String NAME = "bowl";

  /** A study that is not there yet. */
  Study create(String sampler, Storage storage) {
    return study(sampler, storage).create();
  }

  /** The study that {@link #create} began, perhaps with another sampler. */
  Study open(String sampler, Storage storage) {
    return study(sampler, storage).open();
  }

  private StudyBuilder study(String sampler, Storage storage) {
    return Study.builder(NAME)
        .space(space())
        .sampler(Samplers.named(sampler))
        .storage(storage)
        .seed(1);
  }

  private SearchSpace space() {
    return SearchSpace.of(
        IntStream.range(0, parameters)
            .mapToObj(i -> Parameter.of("x" + i, FloatDistribution.of(-5, 5)))
            .toArray(Parameter[]::new));
  }

  /** Asks and tells so many times. */
  static void run(Study study, int trials) {
    for (int i = 0; i < trials; i++) {
      Trial trial = study.ask();
      study.tell(trial, Outcome.complete(value(trial.parameters())));
    }
  }

  private static double value(ParameterValues point) {
    return point.names().stream().mapToDouble(point::number).map(x -> x * x).sum();
  }
}

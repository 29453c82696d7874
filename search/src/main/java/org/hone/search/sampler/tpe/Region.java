package org.hone.search.sampler.tpe;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.math.Kernels;
import org.hone.search.math.ParzenEstimator;
import org.hone.search.math.Uniform;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialRecord;

/**
 * What a group may be, once the groups before it are chosen.
 *
 * @param given the values chosen for the groups before
 */
record Region(SearchSpace space, Group group, ParameterValues given) {

  /** A Parzen estimator over the group's parameters. */
  ParzenEstimator density(List<TrialRecord> trials) {
    List<Kernels> dimensions =
        group.parameters().stream().map(parameter -> kernels(parameter, trials)).toList();
    return new ParzenEstimator(Recency.weights(trials.size()), dimensions);
  }

  private static Kernels kernels(Parameter parameter, List<TrialRecord> trials) {
    double[] observations =
        trials.stream().mapToDouble(trial -> trial.parameters().raw(parameter.name())).toArray();
    return Kernels.of(parameter.distribution(), observations, parameter.preferred());
  }

  /** Whether the constraints leave a value for the group's parameter number {@code dimension}. */
  boolean allows(int dimension, double value, double[] soFar) {
    return space.constraints().isEmpty()
        || space.allows(group.parameters().get(dimension), value, join(soFar, dimension));
  }

  /** What is given, with values for all the group's parameters. */
  ParameterValues complete(double[] values) {
    return join(values, values.length);
  }

  private ParameterValues join(double[] values, int count) {
    ParameterValues joined = given;
    for (int d = 0; d < count; d++) {
      Parameter parameter = group.parameters().get(d);
      joined = joined.with(parameter.name(), parameter.distribution(), values[d]);
    }
    return joined;
  }

  /** What is given, with a uniform draw for each of the group's parameters. */
  ParameterValues uniform(RandomGenerator random) {
    ParameterValues drawn = given;
    for (Parameter parameter : group.parameters()) {
      ParameterValues soFar = drawn;
      double value =
          Uniform.draw(parameter.distribution(), v -> space.allows(parameter, v, soFar), random);
      drawn = drawn.with(parameter.name(), parameter.distribution(), value);
    }
    return drawn;
  }
}

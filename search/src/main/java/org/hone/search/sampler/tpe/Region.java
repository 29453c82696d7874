package org.hone.search.sampler.tpe;

import java.util.random.RandomGenerator;
import org.hone.search.math.Axis;
import org.hone.search.math.Kernels;
import org.hone.search.math.Window;
import org.hone.search.space.Allowed;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** Where a group may lie, once the groups before it are chosen. */
final class Region {
  private final Columns columns;
  private final Standings standings;
  private final Group group;
  private final boolean discrete;

  /** Coordinates of all parameters; those of the group are overwritten by every question. */
  private final double[] point;

  /**
   * @param given coordinates of all parameters, NaN unless they are chosen
   */
  Region(Columns columns, Standings standings, Group group, double[] given) {
    this.columns = columns;
    this.standings = standings;
    this.group = group;
    discrete = columns.plan().isDiscrete(group);
    point = given.clone();
  }

  /** Whether the group's parameter number {@code d} is a number that no constraint speaks of. */
  boolean isLine(int d) {
    return isFree(d) && !columns.plan().axes().get(group.parameter(d)).isCategorical();
  }

  private boolean isFree(int d) {
    return !columns.plan().isConstrained(group.parameter(d));
  }

  /**
   * A coordinate of the group's parameter number {@code d}, drawn from a kernel among those that
   * the constraints leave.
   *
   * @param soFar what is chosen of the group, NaN for the rest
   */
  double draw(Kernels kernels, int component, int d, double[] soFar, RandomGenerator random) {
    return kernels.draw(component, isFree(d) ? Window.ALL : window(d, soFar), random);
  }

  private Window window(int d, double[] soFar) {
    SearchSpace space = columns.plan().space();
    Parameter parameter = space.parameters().get(group.parameter(d));
    Distribution distribution = parameter.distribution();
    Allowed allowed = space.allowed(parameter, chosen(soFar));
    Axis axis = columns.plan().axes().get(group.parameter(d));
    if (axis.isCategorical()) {
      return new Window(0, 1, allowed);
    }
    return allowed.low() <= allowed.high()
        ? new Window(
            distribution.cell(distribution.ceiling(allowed.low())).low(),
            distribution.cell(distribution.floor(allowed.high())).high(),
            unit -> allowed.test(distribution.fromUnit(unit)))
        : Window.ALL;
  }

  private ParameterValues chosen(double[] soFar) {
    fillIn(soFar);
    ParameterValues chosen = ParameterValues.empty();
    for (int i = 0; i < point.length; i++) {
      if (!Double.isNaN(point[i]) && columns.plan().isConstrained(i)) {
        Parameter parameter = columns.plan().space().parameters().get(i);
        double value =
            columns.plan().axes().get(i).isCategorical()
                ? point[i]
                : parameter.distribution().fromUnit(point[i]);
        chosen = chosen.with(parameter.name(), parameter.distribution(), value);
      }
    }
    return chosen;
  }

  /** Whether a trial was, or is, at this point; no trial is known to be within a continuum. */
  boolean isTried(double[] x) {
    if (!discrete) {
      return false;
    }
    fillIn(x);
    for (int trial = 0; trial < columns.trials(); trial++) {
      if (standings.of(trial).rank() != Standing.Rank.UNKNOWN && columns.isAt(trial, point)) {
        return true;
      }
    }
    return false;
  }

  private void fillIn(double[] x) {
    for (int d = 0; d < x.length; d++) {
      point[group.parameter(d)] = x[d];
    }
  }
}

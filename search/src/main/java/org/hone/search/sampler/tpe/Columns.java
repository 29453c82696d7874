package org.hone.search.sampler.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.search.math.Observations;
import org.hone.search.math.Order;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * The coordinates of a study's trials, one column per parameter, each with its trials in ascending
 * order. Immutable; what the next trial needs follows from what the one before needed by putting in
 * the few that have changed.
 */
final class Columns {
  private static final int MOST_SPACES = 64;

  private final Plan plan;
  private final ParameterValues[] points;
  private final double[][] coordinates;
  private final int[][] ascending;

  /** By group, then trial: whether the trial has values for all its parameters. */
  private final boolean[][] covered;

  private Columns(
      Plan plan,
      ParameterValues[] points,
      double[][] coordinates,
      int[][] ascending,
      boolean[][] covered) {
    this.plan = plan;
    this.points = points;
    this.coordinates = coordinates;
    this.ascending = ascending;
    this.covered = covered;
  }

  private static Columns empty(Plan plan) {
    int d = plan.space().size();
    return new Columns(
        plan,
        new ParameterValues[0],
        new double[d][0],
        new int[d][0],
        new boolean[plan.groups().size()][0]);
  }

  /** Of all trials, in whatever state. */
  static Columns of(StudySnapshot snapshot, SearchSpace space, boolean multivariate) {
    List<Columns> kept =
        snapshot.memo(
            Columns.class,
            (Optional<List<Columns>> before) ->
                carriedOn(before.orElse(List.of()), snapshot, space, multivariate));
    return kept.get(0);
  }

  /** A study without a declared space has several: the common one, and each parameter alone. */
  private static List<Columns> carriedOn(
      List<Columns> kept, StudySnapshot snapshot, SearchSpace space, boolean multivariate) {
    List<Columns> next = new ArrayList<>();
    Optional<Columns> known =
        kept.stream().filter(columns -> columns.plan.isOf(space, multivariate)).findFirst();
    next.add(known.orElseGet(() -> empty(Plan.of(space, multivariate))).with(snapshot));
    kept.stream()
        .filter(columns -> known.isEmpty() || columns != known.get())
        .limit(MOST_SPACES - 1)
        .forEach(next::add);
    return List.copyOf(next);
  }

  Plan plan() {
    return plan;
  }

  /** How many trials there are. */
  int trials() {
    return points.length;
  }

  /** Whether the trial has values for all parameters of the group number {@code group}. */
  boolean covers(int group, int trial) {
    return covered[group][trial];
  }

  /** A parameter's coordinates, of which those of some trials are chosen. */
  Observations observations(int parameter, Observations.Chosen chosen) {
    return new Observations(coordinates[parameter], ascending[parameter], chosen);
  }

  /** Whether the trial lies at this point; NaN stands for inactive parameters. */
  boolean isAt(int trial, double[] point) {
    for (int d = 0; d < point.length; d++) {
      if (Double.compare(coordinates[d][trial], point[d]) != 0) {
        return false;
      }
    }
    return true;
  }

  private Columns with(StudySnapshot snapshot) {
    int n = snapshot.trials().size();
    ParameterValues[] now = new ParameterValues[n];
    int[] changed = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      now[i] = snapshot.trials().get(i).parameters();
      if (i >= points.length || !isSame(now[i], points[i])) {
        changed[count++] = i;
      }
    }
    if (count == 0 && n == points.length) {
      return this;
    }
    int[] these = Arrays.copyOf(changed, count);
    double[][] located = new double[count][];
    boolean goesOn = points.length <= n;
    for (int c = 0; c < count; c++) {
      located[c] = plan.space().coordinates(now[these[c]]);
      goesOn &= these[c] >= points.length || agrees(these[c], located[c]);
    }
    return goesOn ? with(now, these, located) : empty(plan).with(snapshot);
  }

  /** Only a shortcut: equal ones that are not the same are taken in anew. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(ParameterValues a, ParameterValues b) {
    return a == b;
  }

  /** Whether the trial keeps the values that it had. */
  private boolean agrees(int trial, double[] point) {
    for (int d = 0; d < point.length; d++) {
      double before = coordinates[d][trial];
      if (!Double.isNaN(before) && before != point[d]) {
        return false;
      }
    }
    return true;
  }

  private Columns with(ParameterValues[] now, int[] changed, double[][] located) {
    double[][] next = new double[coordinates.length][];
    int[][] orders = new int[coordinates.length][];
    for (int d = 0; d < next.length; d++) {
      next[d] = Arrays.copyOf(coordinates[d], now.length);
      int[] fresh = new int[changed.length];
      int count = 0;
      for (int c = 0; c < changed.length; c++) {
        boolean known = changed[c] < points.length && !Double.isNaN(next[d][changed[c]]);
        next[d][changed[c]] = located[c][d];
        if (!known && !Double.isNaN(located[c][d])) {
          fresh[count++] = changed[c];
        }
      }
      orders[d] = Order.merged(ascending[d], Arrays.copyOf(fresh, count), Order.ascending(next[d]));
    }
    return new Columns(plan, now, next, orders, covered(now.length, changed, located));
  }

  private boolean[][] covered(int n, int[] changed, double[][] located) {
    boolean[][] next = new boolean[covered.length][];
    for (int g = 0; g < next.length; g++) {
      next[g] = Arrays.copyOf(covered[g], n);
      for (int c = 0; c < changed.length; c++) {
        double[] point = located[c];
        next[g][changed[c]] =
            plan.groups()
                .get(g)
                .parameters()
                .noneMatch(parameter -> Double.isNaN(point[parameter]));
      }
    }
    return next;
  }
}

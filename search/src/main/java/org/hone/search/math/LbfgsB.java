package org.hone.search.math;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS within a box: the quasi-Newton direction over the coordinates that are free
 * to move, followed along its projection onto the box until Armijo's condition holds.
 *
 * <pre>{@code x' = P(x + t d), d = -H g over the free coordinates, 0 over the bound ones;
 * f(x') <= f(x) + 1e-4 g'(x' - x) }</pre>
 *
 * A coordinate is bound where it lies on the border and the gradient points outwards. A value or
 * gradient that is not finite counts as too far a step.
 *
 * @see <a href="https://doi.org/10.1007/BF01589116">Liu and Nocedal, On the limited memory BFGS
 *     method for large scale optimization, Mathematical Programming 45, 1989: the two loops</a>
 * @see <a href="https://doi.org/10.1137/0320018">Bertsekas, Projected Newton methods for
 *     optimization problems with simple constraints, SIAM J. Control 20, 1982: the projection</a>
 */
public final class LbfgsB {
  private static final int MEMORY = 10;
  private static final double SUFFICIENT = 1e-4;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double FLAT = 1e-12;

  /** What is minimised. */
  @FunctionalInterface
  public interface Objective {
    /**
     * The value at x.
     *
     * @param gradient is filled
     */
    double at(double[] x, double[] gradient);
  }

  /**
   * Where the search ended.
   *
   * @param evaluations how often the objective was asked
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Minimum(double[] x, double value, int evaluations) {}

  private static final class Correction {
    final double[] step;
    final double[] change;
    final double curvature;

    Correction(double[] step, double[] change) {
      this.step = step;
      this.change = change;
      this.curvature = dot(step, change);
    }
  }

  private final Objective objective;
  private final double[] low;
  private final double[] high;
  private final Deque<Correction> memory = new ArrayDeque<>();
  private double[] x;
  private double[] gradient;
  private double value;
  private int evaluations;

  private LbfgsB(Objective objective, double[] low, double[] high, double[] start) {
    this.objective = objective;
    this.low = low;
    this.high = high;
    this.x = start.clone();
    clip(x);
    this.gradient = new double[start.length];
    this.value = evaluate(x, gradient);
  }

  /**
   * A local minimum near the start.
   *
   * @param low of each coordinate, as {@code high}
   * @param budget evaluations of the objective, at least 1
   * @param precision the search ends when a step lowers the value by less than this times the
   *     larger of 1 and its size
   */
  public static Minimum minimize(
      Objective objective,
      double[] start,
      double[] low,
      double[] high,
      int budget,
      double precision) {
    LbfgsB search = new LbfgsB(objective, low, high, start);
    boolean hopeful = true;
    while (hopeful && search.evaluations < budget) {
      hopeful = search.step(budget, precision);
    }
    return new Minimum(search.x, search.value, search.evaluations);
  }

  private double evaluate(double[] at, double[] into) {
    evaluations++;
    double found = objective.at(at, into);
    for (double slope : into) {
      if (!Double.isFinite(slope)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
  }

  /** Whether there is reason to go on. */
  private boolean step(int budget, double precision) {
    boolean[] free = free();
    double[] direction = direction(free);
    double slope = dot(gradient, direction);
    if (!(slope < 0)) {
      if (memory.isEmpty()) {
        return false;
      }
      memory.clear();
      return true;
    }
    double before = value;
    if (!search(direction, budget)) {
      boolean hadMemory = !memory.isEmpty();
      memory.clear();
      return hadMemory;
    }
    return before - value > precision * Math.max(1, Math.abs(value));
  }

  private boolean[] free() {
    boolean[] free = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      free[i] = !(x[i] <= low[i] && gradient[i] >= 0) && !(x[i] >= high[i] && gradient[i] <= 0);
    }
    return free;
  }

  /** The two-loop recursion over the free coordinates. */
  private double[] direction(boolean[] free) {
    double[] d = new double[x.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = free[i] ? -gradient[i] : 0;
    }
    double[] alphas = new double[memory.size()];
    int k = 0;
    for (Correction pair : memory) {
      alphas[k] = dot(pair.step, d) / pair.curvature;
      add(d, -alphas[k++], pair.change);
    }
    if (memory.isEmpty()) {
      scale(d, Math.min(1, 1 / Math.max(FLAT, Math.sqrt(dot(d, d)))));
    } else {
      Correction last = memory.getFirst();
      scale(d, last.curvature / dot(last.change, last.change));
    }
    for (Iterator<Correction> oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Correction pair = oldest.next();
      add(d, alphas[--k] - dot(pair.change, d) / pair.curvature, pair.step);
    }
    for (int i = 0; i < d.length; i++) {
      d[i] = free[i] ? d[i] : 0;
    }
    return d;
  }

  /** Backtracks along the projected direction; whether a better point was found. */
  private boolean search(double[] direction, int budget) {
    double[] next = new double[x.length];
    double[] nextGradient = new double[x.length];
    double t = 1;
    while (evaluations < budget && t > SMALLEST_STEP) {
      double expected = project(direction, t, next);
      if (expected >= 0) {
        return false;
      }
      double found = evaluate(next, nextGradient);
      if (found <= value + SUFFICIENT * expected) {
        accept(next, nextGradient, found);
        return true;
      }
      t *= shrink(found, expected);
    }
    return false;
  }

  /** The minimum of the parabola through both values and the slope, kept within [0.1, 0.5]. */
  private double shrink(double found, double expected) {
    double parabola = -expected / (2 * (found - value - expected));
    return Double.isFinite(found) ? Math.min(0.5, Math.max(0.1, parabola)) : 0.1;
  }

  /** {@code next = P(x + t d)}; returns what the gradient expects of it. */
  private double project(double[] direction, double t, double[] next) {
    double expected = 0;
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.min(high[i], Math.max(low[i], x[i] + t * direction[i]));
      expected += gradient[i] * (next[i] - x[i]);
    }
    return expected;
  }

  private void accept(double[] next, double[] nextGradient, double found) {
    double[] step = next.clone();
    add(step, -1, x);
    double[] change = nextGradient.clone();
    add(change, -1, gradient);
    Correction correction = new Correction(step, change);
    if (correction.curvature > FLAT * dot(change, change)) {
      memory.addFirst(correction);
      if (memory.size() > MEMORY) {
        memory.removeLast();
      }
    }
    x = next;
    gradient = nextGradient;
    value = found;
  }

  private void clip(double[] point) {
    for (int i = 0; i < point.length; i++) {
      point[i] = Math.min(high[i], Math.max(low[i], point[i]));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] target, double factor, double[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }

  private static void scale(double[] target, double factor) {
    for (int i = 0; i < target.length; i++) {
      target[i] *= factor;
    }
  }
}

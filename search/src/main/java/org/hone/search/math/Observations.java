package org.hone.search.math;

import java.util.Arrays;

/** One parameter's coordinates in all trials, and those trials that a density is made of. */
public final class Observations {
  private final double[] coordinates;
  private final int[] ascending;
  private final Chosen chosen;

  /**
   * @param coordinates by trial; not copied
   * @param ascending trials by ascending coordinate, those that are not chosen do not matter; not
   *     copied
   */
  public Observations(double[] coordinates, int[] ascending, Chosen chosen) {
    this.coordinates = coordinates;
    this.ascending = ascending;
    this.chosen = chosen;
  }

  /** All of the coordinates, each with a kernel of its own number. */
  public static Observations of(double... coordinates) {
    int[] all = Order.identity(coordinates.length);
    return new Observations(
        coordinates,
        Order.sorted(all, Order.ascending(coordinates)),
        Chosen.of(all, coordinates.length));
  }

  /** Some of the trials, each with the number of its kernel. */
  public static final class Chosen {
    private final int[] trials;

    /** By trial, -1 for those that are not chosen. */
    private final int[] kernels;

    private Chosen(int[] trials, int[] kernels) {
      this.trials = trials;
      this.kernels = kernels;
    }

    /**
     * Numbers kernels in the order given.
     *
     * @param trials not copied
     * @param all how many trials there are, chosen or not
     */
    public static Chosen of(int[] trials, int all) {
      int[] kernels = new int[all];
      Arrays.fill(kernels, -1);
      for (int k = 0; k < trials.length; k++) {
        kernels[trials[k]] = k;
      }
      return new Chosen(trials, kernels);
    }
  }

  /** How many kernels there are. */
  int size() {
    return chosen.trials.length;
  }

  /** By trial. */
  double[] coordinates() {
    return coordinates;
  }

  /** Trials by ascending coordinate. */
  int[] ascending() {
    return ascending;
  }

  /** The number of each trial's kernel, -1 if it has none. */
  int[] kernels() {
    return chosen.kernels;
  }

  /** The coordinates in the order of the kernels, and room for the prior at the end. */
  double[] means() {
    double[] means = new double[size() + 1];
    for (int k = 0; k < size(); k++) {
      means[k] = coordinates[chosen.trials[k]];
    }
    return means;
  }
}

package org.hone.search.sampler.gp;

/** How much is to be expected of a trial, on a logarithmic scale: what the next point maximises. */
interface Acquisition {

  /** The value at a point, by its coordinates. */
  double at(double[] x);

  /**
   * The value at a point.
   *
   * @param gradient to which its slopes over the active numeric axes are added
   */
  double at(double[] x, double[] gradient);
}

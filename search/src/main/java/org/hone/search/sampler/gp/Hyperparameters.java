package org.hone.search.sampler.gp;

import java.util.Arrays;
import org.hone.search.math.Kumaraswamy;

/**
 * What the marginal likelihood decides, all positive and held by their logarithms, in one vector:
 * for each axis the length scale of the joint kernel, that of the additive kernel and the two
 * exponents of the warping; then the variances of joint kernel, additive kernel and noise.
 */
@SuppressWarnings("ArrayRecordComponent")
record Hyperparameters(double[] logs) {
  private static final int PER_AXIS = 4;
  private static final int VARIANCES = 3;

  static int size(Axes axes) {
    return PER_AXIS * axes.count() + VARIANCES;
  }

  int axes() {
    return (logs.length - VARIANCES) / PER_AXIS;
  }

  static int jointLength(int d) {
    return PER_AXIS * d;
  }

  static int ownLength(int d) {
    return PER_AXIS * d + 1;
  }

  static int warpA(int d) {
    return PER_AXIS * d + 2;
  }

  static int warpB(int d) {
    return PER_AXIS * d + 3;
  }

  static int jointVariance(Axes axes) {
    return PER_AXIS * axes.count();
  }

  static int additiveVariance(Axes axes) {
    return PER_AXIS * axes.count() + 1;
  }

  static int noiseVariance(Axes axes) {
    return PER_AXIS * axes.count() + 2;
  }

  private double value(int index) {
    return Math.exp(logs[index]);
  }

  /** Length scale of axis d in the joint kernel. */
  double jointLengthOf(int d) {
    return value(jointLength(d));
  }

  /** Length scale of axis d in its own part of the additive kernel. */
  double ownLengthOf(int d) {
    return value(ownLength(d));
  }

  Kumaraswamy warpingOf(int d) {
    return new Kumaraswamy(value(warpA(d)), value(warpB(d)));
  }

  double joint() {
    return value(PER_AXIS * axes());
  }

  double additive() {
    return value(PER_AXIS * axes() + 1);
  }

  double noise() {
    return value(PER_AXIS * axes() + 2);
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.stream(logs).map(Math::exp).toArray());
  }
}

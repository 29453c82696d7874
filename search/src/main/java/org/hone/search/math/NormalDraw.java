package org.hone.search.math;

import java.util.random.RandomGenerator;

/** Draws from normal distributions cut off by windows. */
final class NormalDraw {
  private static final int MOST_TRIES = 8;
  private static final int MOST_REJECTIONS = 100;
  private static final int MOST_UNIFORM = 10_000;

  private NormalDraw() {}

  /**
   * A number from the window: of the normal, or of a uniform distribution if the window allows
   * hardly anything near the normal; one that is not allowed if no other is found.
   */
  static double within(double mean, double deviation, Window window, RandomGenerator random) {
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double x = between(mean, deviation, window, random);
      if (window.allowed().test(x)) {
        return x;
      }
    }
    for (int i = 0; i < MOST_UNIFORM; i++) {
      double x = window.low() + (window.high() - window.low()) * random.nextDouble();
      if (window.allowed().test(x)) {
        return x;
      }
    }
    return window.low();
  }

  /** By rejection as long as that is quick, then by inversion. */
  private static double between(
      double mean, double deviation, Window window, RandomGenerator random) {
    for (int i = 0; i < MOST_TRIES; i++) {
      double x = mean + deviation * random.nextGaussian();
      if (x >= window.low() && x <= window.high()) {
        return x;
      }
    }
    return window.low() < window.high()
        ? new TruncatedNormal(mean, deviation, window.low(), window.high()).draw(random)
        : window.low();
  }
}

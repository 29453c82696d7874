package org.hone.api.recipe;

import java.util.OptionalDouble;

/**
 * What a schedule asks for at one step.
 *
 * @param factor multiplies the optimizer's learning rate; finite and not negative
 * @param momentum replaces the optimizer's momentum where it has one; in [0, 1); empty to leave it
 */
public record Rates(double factor, OptionalDouble momentum) {
  public Rates {
    if (!(factor >= 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "a learning rate's factor is finite and not negative, but is " + factor);
    }
    if (momentum.isPresent() && !(momentum.getAsDouble() >= 0 && momentum.getAsDouble() < 1)) {
      throw new IllegalArgumentException(
          "a momentum lies in [0, 1), but is " + momentum.getAsDouble());
    }
  }

  /** The learning rate times a factor, momentum left alone. */
  public static Rates of(double factor) {
    return new Rates(factor, OptionalDouble.empty());
  }
}

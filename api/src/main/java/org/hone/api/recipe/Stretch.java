package org.hone.api.recipe;

import java.util.Map;

/**
 * Neighbouring weights that are updated alike: a part of arrays that hold a number for each weight.
 * What lies outside of it is somebody else's.
 */
public final class Stretch {
  private final float[] gradient;
  private final Map<String, float[]> memories;
  private final int from;
  private final int to;

  /**
   * @param gradient of all weights, [n]
   * @param memories by name, [n] each
   * @param from the first of the weights
   * @param to behind the last
   */
  public Stretch(float[] gradient, Map<String, float[]> memories, int from, int to) {
    if (from < 0 || from > to || to > gradient.length) {
      throw new IllegalArgumentException(
          "there is no stretch from %d to %d of %d weights".formatted(from, to, gradient.length));
    }
    this.gradient = gradient;
    this.memories = Map.copyOf(memories);
    this.from = from;
    this.to = to;
  }

  /** The first place. */
  public int from() {
    return from;
  }

  /** Behind the last place. */
  public int to() {
    return to;
  }

  /** The batch-mean gradient, and after a step what is to be subtracted from the weights; live. */
  public float[] gradient() {
    return gradient;
  }

  /**
   * What a rule remembers under this name; live.
   *
   * @throws IllegalArgumentException if it is not among those the rule asked for
   */
  public float[] memory(String name) {
    float[] memory = memories.get(name);
    if (memory == null) {
      throw new IllegalArgumentException(
          "no memory '%s'; there are: %s".formatted(name, String.join(", ", memories.keySet())));
    }
    return memory;
  }

  /** The same weights and those that follow it, up to the end of another. */
  public Stretch upTo(Stretch next) {
    return new Stretch(gradient, memories, from, next.to);
  }
}

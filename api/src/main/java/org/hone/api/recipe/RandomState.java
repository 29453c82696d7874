package org.hone.api.recipe;

import java.util.random.RandomGenerator;

/**
 * A generator whose whole state is one number, so that a checkpoint can hold it: SplitMix64.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, OOPSLA 2014</a>
 */
public final class RandomState implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public RandomState(long state) {
    this.state = state;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The state: a generator made of it goes on where this one stands. */
  public long state() {
    return state;
  }

  /** Goes on where the generator stood that had this state. */
  public void restore(long earlier) {
    state = earlier;
  }
}

package org.hone.search.study;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The randomness of one trial, which follows from the study's seed and the trial's number alone:
 * whichever thread or process runs the trial, and whatever ran before, it draws the same numbers.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, Fast splittable
 *     pseudorandom number generators, OOPSLA 2014: the mixing function</a>
 */
final class TrialRandom {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private TrialRandom() {}

  static RandomGenerator of(long studySeed, int number) {
    return new SplittableRandom(mix(mix(studySeed) + GOLDEN_GAMMA * (number + 1)));
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}

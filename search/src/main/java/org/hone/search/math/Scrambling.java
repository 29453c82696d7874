package org.hone.search.math;

/**
 * Random bits that follow from a seed and a place, without a generator that would have to be walked
 * there: the finalizer of SplitMix64 applied to one key after the other.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, Fast splittable
 *     pseudorandom number generators, OOPSLA 2014</a>
 */
final class Scrambling {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Scrambling() {}

  /** 64 random bits of this place. */
  static long bits(long seed, long... place) {
    long hash = mix(seed + GOLDEN_GAMMA);
    for (long key : place) {
      hash = mix(hash + GOLDEN_GAMMA * (key + 1));
    }
    return hash;
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long x = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}

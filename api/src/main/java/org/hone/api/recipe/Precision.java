package org.hone.api.recipe;

/**
 * In which numbers a training computes. The weights that the optimizer updates are always in single
 * precision; where a format is narrower, passes see roundings of them.
 *
 * @see <a href="https://arxiv.org/abs/1710.03740">Micikevicius et al., Mixed Precision Training,
 *     ICLR 2018</a>
 */
public record Precision(Format format, LossScale scale) {

  /** A binary floating-point format. */
  public enum Format {
    /** IEEE 754 binary32. */
    FLOAT32(23, -126, Float.MAX_VALUE),
    /** IEEE 754 binary16. */
    FLOAT16(10, -14, 65_504),
    /** The upper half of binary32. */
    BFLOAT16(7, -126, 0x1.fep127f);

    private final int digits;
    private final int leastExponent;
    private final float largest;

    Format(int digits, int leastExponent, float largest) {
      this.digits = digits;
      this.leastExponent = leastExponent;
      this.largest = largest;
    }

    /** Binary digits behind the point of a normal number. */
    public int digits() {
      return digits;
    }

    /** Of normal numbers; smaller ones have fewer digits. */
    public int leastExponent() {
      return leastExponent;
    }

    /** The largest finite number. */
    public float largest() {
      return largest;
    }
  }

  /**
   * By what the loss is multiplied, so that small gradients do not become zero: doubled after so
   * many steps without an overflow, halved at each overflow, whose step is skipped.
   *
   * @param initial a power of two, at least 1
   * @param growthInterval steps; 0 for a scale that stays
   */
  public record LossScale(double initial, int growthInterval) {
    public LossScale {
      if (!(initial >= 1) || Math.scalb(1.0, Math.getExponent(initial)) != initial) {
        throw new IllegalArgumentException(
            "a loss scale is a power of two, at least 1, but is " + initial);
      }
      if (growthInterval < 0) {
        throw new IllegalArgumentException(
            "a loss scale grows after 0 or more steps, but after " + growthInterval);
      }
    }

    /** None. */
    public static LossScale none() {
      return new LossScale(1, 0);
    }

    /** Whether overflows and their absence change it. */
    public boolean isDynamic() {
      return growthInterval > 0;
    }
  }

  /** Single precision throughout. */
  public static Precision single() {
    return new Precision(Format.FLOAT32, LossScale.none());
  }
}

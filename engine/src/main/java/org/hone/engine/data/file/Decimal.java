package org.hone.engine.data.file;

import java.util.Locale;

/**
 * A number in a text: {@code [sign] digits [. digits] [e [sign] digits]}, or {@code inf}, {@code
 * infinity}. Unlike {@link Double#parseDouble}, {@code 1d}, {@code 0x1p3} and {@code NaN} are none.
 *
 * <p>Up to 15 digits and powers of ten up to 22 are both exact as doubles, so that one rounded
 * operation gives the nearest double, without a String.
 *
 * @see <a href="https://doi.org/10.1145/93542.93557">Clinger, How to read floating point numbers
 *     accurately, PLDI 1990</a>
 */
public final class Decimal {
  private static final long MOST_DIGITS = 900_000_000_000_000L;
  private static final int LARGEST_EXPONENT = 99_999;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final char[] text;
  private final int from;
  private final int to;
  private int at;
  private long digits;
  private int exponent;
  private boolean exact = true;

  private Decimal(char[] text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  /**
   * The number between two places of a text; NaN if that is no number, infinite if it is beyond
   * double.
   */
  static double parse(char[] text, int from, int to) {
    return new Decimal(text, from, to).parse();
  }

  private double parse() {
    boolean negative = sign();
    int begin = at;
    boolean whole = digits(0);
    boolean fraction = at < to && text[at] == '.' && fraction();
    if (!whole && !fraction) {
      return infinity(begin, negative);
    }
    if (at < to && !exponent()) {
      return Double.NaN;
    }
    double size = size();
    return negative ? -size : size;
  }

  private boolean sign() {
    if (at < to && (text[at] == '-' || text[at] == '+')) {
      return text[at++] == '-';
    }
    return false;
  }

  private boolean fraction() {
    at++;
    return digits(-1);
  }

  /** Reads digits, each of which moves the exponent; whether there is one. */
  private boolean digits(int step) {
    int begin = at;
    for (; at < to && isDigit(text[at]); at++) {
      if (digits >= MOST_DIGITS) {
        exact = false;
        continue;
      }
      digits = digits * 10 + (text[at] - '0');
      exponent += step;
    }
    return at > begin;
  }

  /** Reads an exponent; whether there is one, up to the end. */
  private boolean exponent() {
    if (text[at] != 'e' && text[at] != 'E') {
      return false;
    }
    at++;
    boolean negative = sign();
    int begin = at;
    int value = 0;
    for (; at < to && isDigit(text[at]); at++) {
      value = Math.min(LARGEST_EXPONENT, value * 10 + (text[at] - '0'));
    }
    exponent += negative ? -value : value;
    return at == to && at > begin;
  }

  private double size() {
    if (exact && exponent >= 0 && exponent < POWERS_OF_TEN.length) {
      return digits * POWERS_OF_TEN[exponent];
    }
    if (exact && exponent < 0 && -exponent < POWERS_OF_TEN.length) {
      return digits / POWERS_OF_TEN[-exponent];
    }
    return Math.abs(Double.parseDouble(new String(text, from, to - from)));
  }

  private double infinity(int begin, boolean negative) {
    String word = new String(text, begin, Math.min(to - begin, 9)).toLowerCase(Locale.ROOT);
    if (word.equals("inf") || word.equals("infinity")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.NaN;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

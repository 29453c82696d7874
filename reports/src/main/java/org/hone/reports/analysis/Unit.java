package org.hone.reports.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How a figure is written for people: with four significant digits, or two decimals of a percent,
 * the same in every locale. NaN and the infinities are written as NaN and ∞.
 */
public enum Unit {
  /** Whole things. */
  COUNT("") {
    @Override
    String finite(double value) {
      return BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }
  },
  /** A plain number. */
  NUMBER("") {
    @Override
    String finite(double value) {
      return significant(value);
    }
  },
  /** A parameter's value: four digits at most. */
  SETTING("") {
    @Override
    String finite(double value) {
      String text = significant(value);
      int exponent = text.indexOf('e');
      String digits = exponent < 0 ? text : text.substring(0, exponent);
      String tail = exponent < 0 ? "" : text.substring(exponent);
      return (digits.contains(".") ? digits.replaceFirst("\\.?0+$", "") : digits) + tail;
    }
  },
  /** A difference of plain numbers, with its sign. */
  SIGNED("") {
    @Override
    String finite(double value) {
      return signed(value, significant(value));
    }
  },
  /** A proportion, read as percent: 0.5 is 50.00%. */
  PERCENT("%") {
    @Override
    String finite(double value) {
      return hundredths(value);
    }
  },
  /** A difference of proportions in percentage points, with its sign: 0.01 is +1.00 points. */
  POINTS(" points") {
    @Override
    String finite(double value) {
      return signed(value, hundredths(value));
    }
  },
  /** A span of time in seconds, in the two largest units that matter. */
  SECONDS("") {
    @Override
    String finite(double value) {
      return span(value);
    }
  },
  /** The size of a file, in powers of 1000. */
  BYTES("") {
    @Override
    String finite(double value) {
      return size(value);
    }
  },
  /** A p-value. */
  PROBABILITY("") {
    @Override
    String finite(double value) {
      return value < 0.001 ? "< 0.001" : decimals(value, 3);
    }
  };

  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final char MINUS = '−';

  private final String suffix;

  Unit(String suffix) {
    this.suffix = suffix;
  }

  abstract String finite(double value);

  /** The figure with its unit. */
  public String text(double value) {
    return bare(value) + (Double.isNaN(value) ? "" : suffix);
  }

  /** Both ends of a range, the unit once. */
  public String range(double low, double high) {
    return bare(low) + " to " + bare(high) + suffix;
  }

  private String bare(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : MINUS + "∞";
    }
    return finite(value + 0.0).replace('-', MINUS);
  }

  private static String significant(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(FOUR_DIGITS);
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent > 6) {
      return rounded.movePointLeft(exponent).setScale(3, RoundingMode.UNNECESSARY) + "e" + exponent;
    }
    return rounded.setScale(Math.max(0, 3 - exponent), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static String hundredths(double value) {
    return decimals(100 * value, 2);
  }

  private static String decimals(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String signed(double value, String text) {
    boolean zero = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    if (zero) {
      return "±" + text.replace("-", "");
    }
    return value > 0 ? "+" + text : text;
  }

  private static String span(double seconds) {
    if (Math.abs(seconds) < 0.01) {
      return significant(1000 * seconds) + " ms";
    }
    if (seconds < 60) {
      return (seconds < 10 ? decimals(seconds, 2) : decimals(seconds, 1)) + " s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    long minutes = whole / 60;
    return minutes < 24 * 60
        ? minutes / 60 + " h " + minutes % 60 + " min"
        : minutes / (24 * 60) + " d " + minutes / 60 % 24 + " h";
  }

  private static String size(double bytes) {
    if (bytes < 1000) {
      return decimals(bytes, 0) + " B";
    }
    if (bytes < 1_000_000) {
      return significant(bytes / 1000) + " kB";
    }
    return significant(bytes / 1_000_000) + " MB";
  }
}

package org.hone.api.training;

import java.util.List;
import java.util.Locale;
import org.hone.api.recipe.LayerPlan;

/**
 * The shape of one row's features.
 *
 * @param kind what the dimensions mean
 * @param sizes [columns] for a table; [height, width, channels] for an image; [features, steps] for
 *     a sequence, [vocabulary, tokens] for a text, both of the longest row
 */
public record InputShape(Kind kind, List<Integer> sizes) {

  /** Kinds of input. */
  public enum Kind {
    TABLE(1, "rows of a table"),
    IMAGE(3, "images"),
    SEQUENCE(2, "sequences"),
    TEXT(2, "texts");

    private final int dimensions;
    private final String plural;

    Kind(int dimensions, String plural) {
      this.dimensions = dimensions;
      this.plural = plural;
    }

    /** What enters the first layer of a network. */
    public LayerPlan.Form form() {
      return switch (this) {
        case TABLE -> LayerPlan.Form.FLAT;
        case IMAGE -> LayerPlan.Form.PLACES;
        case SEQUENCE -> LayerPlan.Form.STEPS;
        case TEXT -> LayerPlan.Form.WORDS;
      };
    }

    /** What several of them are called. */
    public String plural() {
      return plural;
    }

    /** The word for it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public InputShape {
    sizes = List.copyOf(sizes);
    if (sizes.size() != kind.dimensions || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "%s input has %d positive sizes, but has %s"
              .formatted(kind.id(), kind.dimensions, sizes));
    }
  }

  /** Rows of numbers. */
  public static InputShape table(int columns) {
    return new InputShape(Kind.TABLE, List.of(columns));
  }

  /** Images. */
  public static InputShape image(int height, int width, int channels) {
    return new InputShape(Kind.IMAGE, List.of(height, width, channels));
  }

  /** Sequences of numbers: so many at each step. */
  public static InputShape sequence(int features, int steps) {
    return new InputShape(Kind.SEQUENCE, List.of(features, steps));
  }

  /** Sequences of tokens out of a vocabulary; number 0 is that of padding. */
  public static InputShape text(int vocabulary, int tokens) {
    return new InputShape(Kind.TEXT, List.of(vocabulary, tokens));
  }
}

package org.hone.api.training;

import java.util.List;
import java.util.Locale;

/**
 * The shape of one row's features.
 *
 * @param kind what the dimensions mean
 * @param sizes [columns] for a table; [height, width, channels] for an image
 */
public record InputShape(Kind kind, List<Integer> sizes) {

  /** Kinds of input. */
  public enum Kind {
    TABLE,
    IMAGE
  }

  public InputShape {
    sizes = List.copyOf(sizes);
    int dimensions = kind == Kind.TABLE ? 1 : 3;
    if (sizes.size() != dimensions || sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "%s input has %d positive sizes, but has %s"
              .formatted(kind.name().toLowerCase(Locale.ROOT), dimensions, sizes));
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
}

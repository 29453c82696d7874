package org.hone.engine.data;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.api.training.InputShape;

/**
 * What the columns are called that hold the pixels of images, such as {@code p0}, {@code p1} ... A
 * file of larger images has columns of all these names, but they make no picture: that it has more
 * columns called alike gives it away.
 *
 * @param names in the file of training
 */
record PixelNames(InputShape shape, Set<String> names) {

  PixelNames {
    names = Set.copyOf(names);
  }

  /**
   * Refuses another file that has more pixels.
   *
   * @param known whether the column of that number, from 0, may be one that the file of training
   *     has, but not for a pixel
   * @throws DataException that names the first column called like a pixel
   */
  void requireNoMore(ColumnNames columns, IntPredicate known) {
    Set<String> stems =
        names.stream().map(PixelNames::withoutDigits).collect(Collectors.toUnmodifiableSet());
    List<String> all = columns.names();
    int[] alike =
        IntStream.range(0, columns.width())
            .filter(column -> !names.contains(all.get(column)))
            .filter(column -> stems.contains(withoutDigits(all.get(column))))
            .toArray();
    if (!IntStream.of(alike).allMatch(known)) {
      throw columns
          .file()
          .error(
              "has the column '%s', which is none of the %d pixels of images of %s; images of another size are not read"
                  .formatted(all.get(alike[0]), names.size(), shape.sizes()));
    }
  }

  private static String withoutDigits(String name) {
    return name.replaceAll("\\d", "");
  }
}

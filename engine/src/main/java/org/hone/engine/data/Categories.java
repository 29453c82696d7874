package org.hone.engine.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.engine.data.file.Cell;

/**
 * The distinct values of a column, by place. Texts that are numbers are the same if the numbers
 * are: 1.0 is 1.
 */
final class Categories {
  /** From here on doubles leave integers out. */
  private static final double LAST_INTEGER = 9e15;

  /** Stands for all that are too rare to have a place of their own. */
  static final String OTHER = "(other)";

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  Categories(List<String> names) {
    this.names = List.copyOf(names);
    names.forEach(name -> places.put(name, places.size()));
  }

  /** Those of some texts: in numerical order if all are numbers, else in alphabetical order. */
  static Categories of(Collection<String> texts) {
    List<String> names = texts.stream().map(Categories::canonical).distinct().toList();
    boolean numbers = names.stream().noneMatch(name -> Double.isNaN(number(name)));
    Comparator<String> order =
        numbers ? Comparator.comparingDouble(Categories::number) : Comparator.naturalOrder();
    return new Categories(names.stream().sorted(order).toList());
  }

  List<String> names() {
    return names;
  }

  /** Where a text stands among the names, from 0; at {@link #OTHER} if there is such a place. */
  Optional<Integer> place(String text) {
    return Optional.ofNullable(places.get(text))
        .or(() -> Optional.ofNullable(places.get(canonical(text))))
        .or(() -> Optional.ofNullable(places.get(OTHER)));
  }

  /** The same with a place for all others. */
  Categories withOther() {
    return new Categories(Stream.concat(names.stream(), Stream.of(OTHER)).toList());
  }

  /** The name of a text. */
  static String canonical(String text) {
    double number = number(text);
    if (Double.isNaN(number) || Math.abs(number) > LAST_INTEGER) {
      return text;
    }
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static double number(String text) {
    return Cell.of(text).number();
  }
}

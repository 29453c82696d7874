package org.hone.engine.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hone.engine.data.file.DataException;

/** Which column of a file has which of the {@link Roles}. Columns count from 0. */
final class Assignment {
  private final ColumnNames names;
  private final List<Integer> labels;
  private final Set<Integer> ignored;
  private final Set<Integer> categorical;
  private final Optional<Integer> group;
  private final Optional<Integer> time;
  private final Optional<Integer> weight;

  /**
   * Finds the columns.
   *
   * @param text the column that alone is learnt from; empty if all others are
   * @throws DataException if there is no such column, if one has two roles, or if none is left to
   *     learn from
   */
  Assignment(Roles roles, Layout layout, Optional<Integer> text) {
    this.names = layout.names();
    this.labels =
        roles.labels().isEmpty()
            ? List.of(last(text))
            : roles.labels().stream().map(name -> names.resolve(name, Purpose.LABEL)).toList();
    this.ignored = resolve(roles.ignore(), Purpose.IGNORE);
    this.categorical = resolve(roles.categorical(), Purpose.CATEGORICAL);
    this.group = roles.group().map(name -> names.resolve(name, Purpose.GROUP));
    this.time = roles.time().map(name -> names.resolve(name, Purpose.TIME));
    this.weight = roles.weight().map(name -> names.resolve(name, Purpose.WEIGHT));
    requireOneRoleEach(text);
    if (features().length == 0) {
      throw nothingToLearnFrom(layout, roles);
    }
  }

  /** The last column that is not the text. */
  private int last(Optional<Integer> text) {
    int last = names.width() - 1;
    return last > 0 && isAt(text, last) ? last - 1 : last;
  }

  private Set<Integer> resolve(List<String> columns, Purpose purpose) {
    Set<Integer> resolved = new HashSet<>();
    columns.forEach(column -> resolved.add(names.resolve(column, purpose)));
    return resolved;
  }

  private void requireOneRoleEach(Optional<Integer> text) {
    Map<Integer, String> seen = new HashMap<>();
    text.ifPresent(column -> claim(seen, column, "the text"));
    labels.forEach(column -> claim(seen, column, "the label"));
    group.ifPresent(column -> claim(seen, column, "the group"));
    time.ifPresent(column -> claim(seen, column, "the time"));
    weight.ifPresent(column -> claim(seen, column, "the weight"));
    for (int column : ignored) {
      String role = seen.get(column);
      if (role != null) {
        throw names.place(column).error("is %s, and cannot be ignored".formatted(role));
      }
    }
  }

  private void claim(Map<Integer, String> seen, int column, String role) {
    String other = seen.put(column, role);
    if (other != null) {
      throw names
          .place(column)
          .error(
              other.equals(role)
                  ? "is listed as label twice"
                  : "is %s, and cannot be %s too".formatted(other, role));
    }
  }

  private DataException nothingToLearnFrom(Layout layout, Roles roles) {
    List<String> predicted = labels.stream().map(names.names()::get).toList();
    return layout
        .file()
        .error(
            "has %d columns (separator %s); besides the label '%s' and the ignored %s there must be one to learn from"
                .formatted(
                    names.width(),
                    layout.separatorName(),
                    String.join("', '", predicted),
                    roles.ignore()));
  }

  /** What is predicted, in the order in which the roles have it. */
  List<Integer> labels() {
    return labels;
  }

  Optional<Integer> group() {
    return group;
  }

  Optional<Integer> time() {
    return time;
  }

  Optional<Integer> weight() {
    return weight;
  }

  /** Whether a column's numbers are names. */
  boolean isCategorical(int column) {
    return categorical.contains(column);
  }

  /** What is learnt from, in the order of the file. */
  int[] features() {
    return IntStream.range(0, names.width())
        .filter(column -> !labels.contains(column) && !ignored.contains(column))
        .filter(column -> !isAt(group, column) && !isAt(time, column) && !isAt(weight, column))
        .toArray();
  }

  private static boolean isAt(Optional<Integer> role, int column) {
    return role.filter(at -> at == column).isPresent();
  }
}

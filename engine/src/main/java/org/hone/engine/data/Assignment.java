package org.hone.engine.data;

import java.util.ArrayList;
import java.util.EnumMap;
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
  private final Layout layout;
  private final ColumnNames names;
  private final Map<Purpose, Integer> single = new EnumMap<>(Purpose.class);
  private final List<Integer> labels;
  private final Set<Integer> ignored;
  private final Set<Integer> categorical;

  /**
   * Finds the columns.
   *
   * @param ofForm those that the form of the rows speaks of: the text, which alone is learnt from;
   *     or the id and the order of steps
   * @throws DataException if there is no such column, if one has two roles, or if none is left to
   *     learn from
   */
  Assignment(Roles roles, Layout layout, Map<Purpose, String> ofForm) {
    this.layout = layout;
    this.names = layout.names();
    ofForm.forEach(this::resolve);
    this.labels =
        roles.labels().isEmpty()
            ? List.of(last())
            : roles.labels().stream().map(name -> names.resolve(name, Purpose.LABEL)).toList();
    this.ignored = resolve(roles.ignore(), Purpose.IGNORE);
    this.categorical = resolve(roles.categorical(), Purpose.CATEGORICAL);
    roles.group().ifPresent(name -> resolve(Purpose.GROUP, name));
    roles.time().ifPresent(name -> resolve(Purpose.TIME, name));
    roles.weight().ifPresent(name -> resolve(Purpose.WEIGHT, name));
    requireOneRoleEach(ofForm.keySet());
    if (find(Purpose.TEXT).isEmpty() && features().length == 0) {
      throw nothingToLearnFrom();
    }
  }

  private void resolve(Purpose purpose, String column) {
    single.put(purpose, names.resolve(column, purpose));
  }

  private Set<Integer> resolve(List<String> columns, Purpose purpose) {
    Set<Integer> resolved = new HashSet<>();
    columns.forEach(column -> resolved.add(names.resolve(column, purpose)));
    return resolved;
  }

  /** The last column that the form does not speak of. */
  private int last() {
    return IntStream.range(0, names.width())
        .filter(column -> !single.containsValue(column))
        .max()
        .orElse(names.width() - 1);
  }

  private void requireOneRoleEach(Set<Purpose> ofForm) {
    Map<Integer, Purpose> seen = new HashMap<>();
    ofForm.forEach(purpose -> claim(seen, require(purpose), purpose));
    labels.forEach(column -> claim(seen, column, Purpose.LABEL));
    single.keySet().stream()
        .filter(purpose -> !ofForm.contains(purpose))
        .forEach(purpose -> claim(seen, require(purpose), purpose));
    for (int column : ignored) {
      Purpose role = seen.get(column);
      if (role != null) {
        throw names.place(column).error("is the %s, and cannot be ignored".formatted(role.noun()));
      }
    }
  }

  /** Steps may be in the order of the time by which sequences are split. */
  private void claim(Map<Integer, Purpose> seen, int column, Purpose role) {
    Purpose other = seen.put(column, role);
    if (other != null && !(other == Purpose.ORDER && role == Purpose.TIME)) {
      throw names
          .place(column)
          .error(
              other == role
                  ? "is listed as label twice"
                  : "is the %s, and cannot be the %s too".formatted(other.noun(), role.noun()));
    }
  }

  private DataException nothingToLearnFrom() {
    List<String> others = new ArrayList<>();
    single.forEach((role, column) -> others.add(named(role.noun(), column)));
    labels.forEach(column -> others.add(named("label", column)));
    ignored.stream().sorted().forEach(column -> others.add(named("ignored", column)));
    return layout
        .file()
        .error(
            "has no column to learn from (separator %s), but only %s%s"
                .formatted(
                    layout.separatorName(),
                    String.join(", ", others),
                    names.width() > 1
                        ? ""
                        : "; allowed separators are tab, semicolon, comma and blanks, and no comment or title stands above the header"));
  }

  private String named(String noun, int column) {
    return "the %s '%s'".formatted(noun, names.names().get(column));
  }

  /** What is predicted, in the order in which the roles have it. */
  List<Integer> labels() {
    return labels;
  }

  /** The column of that purpose, one that a single column has. */
  Optional<Integer> find(Purpose purpose) {
    return Optional.ofNullable(single.get(purpose));
  }

  /** The column of that purpose, which is known to be there. */
  int require(Purpose purpose) {
    return find(purpose).orElseThrow();
  }

  /** Whether a column's numbers are names. */
  boolean isCategorical(int column) {
    return categorical.contains(column);
  }

  /** Columns without a role, in the order of the file: what is learnt from, unless it is a text. */
  int[] features() {
    return IntStream.range(0, names.width())
        .filter(column -> !labels.contains(column) && !ignored.contains(column))
        .filter(column -> !single.containsValue(column))
        .toArray();
  }

  /** How the file is laid out, as a model remembers it. */
  ColumnCoding.Origin origin() {
    return new ColumnCoding.Origin(
        layout.header(), names.width(), labels.stream().map(label -> label + 1).toList());
  }
}

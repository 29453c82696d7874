package org.hone.config;

import java.util.List;

/** Keys set on the command line, such as {@code --set study.trials=20}. */
final class Overrides {
  private Overrides() {}

  /** The section with the given keys replaced, one after the other. */
  static Section apply(List<String> overrides, Section section) {
    Section changed = section;
    for (String override : overrides) {
      changed = apply(override, changed);
    }
    return changed;
  }

  private static Section apply(String override, Section section) {
    Origin start = Origin.of("--set " + override);
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw ConfigException.at(start, "is not key=value, such as study.trials=20");
    }
    String key = override.substring(0, equals).strip();
    Node value = YamlText.parseValue(override.substring(equals + 1), start.below(key));
    return section.with(Section.path(key), value);
  }
}

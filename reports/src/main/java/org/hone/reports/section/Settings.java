package org.hone.reports.section;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hone.reports.analysis.Unit;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.Catalogue;

/** A trial's parameter values in words. */
record Settings(ParameterValues values) {

  /** A technique's own parameters, such as {@code alpha 0.2, per batch true}. */
  String of(Catalogue.Entry technique) {
    return technique.parameters().stream()
        .filter(values::contains)
        .map(name -> local(name, technique.id()) + " " + value(name))
        .collect(Collectors.joining(", "));
  }

  /** The names of the parameters that belong to no technique, switches left out. */
  List<String> others(Catalogue catalogue) {
    Set<String> known = new TreeSet<>();
    catalogue
        .techniques()
        .forEach(
            technique -> {
              known.addAll(technique.parameters());
              known.add(technique.on().parameter());
            });
    return values.names().stream().filter(name -> !known.contains(name)).toList();
  }

  /** One value as the user writes it, numbers with four digits at most. */
  String value(String name) {
    return values.external().get(name) instanceof Double number
        ? Unit.SETTING.text(number)
        : values.category(name);
  }

  /** The name without the technique's own, behind which it stands in the search space. */
  private static String local(String name, String technique) {
    int end = name.lastIndexOf(technique) + technique.length() + 1;
    return name.contains(technique) && end < name.length() ? name.substring(end) : name;
  }
}

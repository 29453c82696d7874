package org.hone.search.space;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and distributions that many points share, each at its place. */
final class Layout {
  final List<String> names;
  final List<Distribution> distributions;
  private final Map<String, Integer> places = new HashMap<>();

  Layout(List<String> names, List<Distribution> distributions) {
    this.names = List.copyOf(names);
    this.distributions = List.copyOf(distributions);
    for (int i = 0; i < this.names.size(); i++) {
      places.put(this.names.get(i), i);
    }
  }

  static Layout of(List<Parameter> parameters) {
    return new Layout(
        parameters.stream().map(Parameter::name).toList(),
        parameters.stream().map(Parameter::distribution).toList());
  }

  int size() {
    return names.size();
  }

  /** The place of a name; -1 if it has none. */
  int place(String name) {
    return places.getOrDefault(name, -1);
  }
}

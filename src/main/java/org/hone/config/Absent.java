package org.hone.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys that are as good as not there: programs that write space files put {@code null}. */
final class Absent {
  private static final Set<String> NOTHING = Set.of("", "~", "null");

  private Absent() {}

  /** Whether nothing is said. */
  static boolean is(Node node) {
    return node instanceof Node.Scalar scalar
        && !scalar.quoted()
        && NOTHING.contains(scalar.text().strip());
  }

  /** What stands under a key; empty if nothing does. */
  static Optional<Node> find(Section section, String name) {
    return section.find(name).filter(node -> !is(node));
  }

  /** The items under a key; none if nothing is there. */
  static List<Node> items(Section section, String name) {
    return find(section, name).map(Node::items).orElse(List.of());
  }
}

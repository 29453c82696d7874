package org.hone.config;

import java.util.List;
import java.util.function.Function;

/**
 * A piece of a study file before it means anything: a text, a list or a section, with the place
 * where it stands.
 */
sealed interface Node permits Node.Scalar, Node.Sequence, Section {

  Origin origin();

  /** The value of a single text. */
  <T> T as(ValueType<T> type);

  /**
   * The items of a list; anything else is a list of itself, so that brackets around one item can be
   * left out.
   */
  List<Node> items();

  /**
   * The section this is. An empty text is an empty section: all of its keys may be commented out.
   */
  Section asSection(List<String> allowed);

  /** The same node with every text in it changed. */
  Node map(Function<Scalar, Node> change);

  /** What the function for this kind of node makes of it. */
  <T> T match(
      Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Section, T> section);

  /**
   * A text, without quotes; what it means is up to the key.
   *
   * @param quoted whether it stood in quotes, which makes a text of a number where the key leaves
   *     the choice
   */
  record Scalar(String text, boolean quoted, Origin origin) implements Node {

    /** A text that stood there as it is. */
    Scalar(String text, Origin origin) {
      this(text, false, origin);
    }

    @Override
    public <T> T as(ValueType<T> type) {
      return type.read(text, origin);
    }

    @Override
    public List<Node> items() {
      return List.of(this);
    }

    @Override
    public Section asSection(List<String> allowed) {
      if (text.isBlank()) {
        return Section.empty(origin);
      }
      throw Section.notSection(origin, "'%s'".formatted(text), allowed);
    }

    @Override
    public Node map(Function<Scalar, Node> change) {
      return change.apply(this);
    }

    @Override
    public <T> T match(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Section, T> section) {
      return scalar.apply(this);
    }
  }

  /** A list. */
  record Sequence(List<Node> items, Origin origin) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public <T> T as(ValueType<T> type) {
      throw type.refuse(origin, "a list");
    }

    @Override
    public Section asSection(List<String> allowed) {
      throw Section.notSection(origin, "a list", allowed);
    }

    @Override
    public Node map(Function<Scalar, Node> change) {
      return new Sequence(items.stream().map(item -> item.map(change)).toList(), origin);
    }

    @Override
    public <T> T match(
        Function<Scalar, T> scalar, Function<Sequence, T> sequence, Function<Section, T> section) {
      return sequence.apply(this);
    }
  }
}

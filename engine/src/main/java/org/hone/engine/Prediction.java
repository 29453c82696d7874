package org.hone.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model makes of one row. */
public sealed interface Prediction {

  /** The class, or the labels with a semicolon between two of them; empty for numbers. */
  Optional<String> label();

  /**
   * Each class or label with its probability, or each predicted column with its number, in order.
   */
  Map<String, Double> values();

  /**
   * One of several classes.
   *
   * @param name the most probable one
   * @param probabilities of all classes; they add up to 1
   */
  record OfClass(String name, Map<String, Double> probabilities) implements Prediction {
    public OfClass {
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    @Override
    public Optional<String> label() {
      return Optional.of(name);
    }

    @Override
    public Map<String, Double> values() {
      return probabilities;
    }
  }

  /**
   * Any number of labels.
   *
   * @param names those with a probability above 0.5
   * @param probabilities of all labels, each by itself
   */
  record OfLabels(Set<String> names, Map<String, Double> probabilities) implements Prediction {
    public OfLabels {
      names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
      probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }

    @Override
    public Optional<String> label() {
      return Optional.of(String.join(";", names));
    }

    @Override
    public Map<String, Double> values() {
      return probabilities;
    }
  }

  /**
   * Numbers.
   *
   * @param numbers by the name of the predicted column, in the units of the data
   */
  record OfNumbers(Map<String, Double> numbers) implements Prediction {
    public OfNumbers {
      numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    @Override
    public Optional<String> label() {
      return Optional.empty();
    }

    @Override
    public Map<String, Double> values() {
      return numbers;
    }
  }
}

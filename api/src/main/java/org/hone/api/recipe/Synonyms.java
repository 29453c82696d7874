package org.hone.api.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which words of a vocabulary mean the same as others, by their numbers.
 *
 * @param byWord the others, for each word that has any
 */
public record Synonyms(Map<Integer, List<Integer>> byWord) {
  private static final Synonyms NONE = new Synonyms(Map.of());

  public Synonyms {
    Map<Integer, List<Integer>> copy = new TreeMap<>();
    byWord.forEach(
        (word, others) -> {
          if (others.isEmpty() || others.contains(word)) {
            throw new IllegalArgumentException(
                "a word has other words for synonyms, but %d has %s".formatted(word, others));
          }
          copy.put(word, List.copyOf(others));
        });
    byWord = Collections.unmodifiableMap(new LinkedHashMap<>(copy));
  }

  /** Of no word. */
  public static Synonyms none() {
    return NONE;
  }

  /** All words of a group stand for one another; a word may be in several groups. */
  public static Synonyms of(List<List<Integer>> groups) {
    Map<Integer, List<Integer>> byWord = new TreeMap<>();
    for (List<Integer> group : groups) {
      for (Integer word : group) {
        List<Integer> others = byWord.computeIfAbsent(word, key -> new ArrayList<>());
        group.stream()
            .filter(other -> !other.equals(word) && !others.contains(other))
            .forEach(others::add);
      }
    }
    byWord.values().removeIf(List::isEmpty);
    return new Synonyms(byWord);
  }

  /** Whether no word has any. */
  public boolean isEmpty() {
    return byWord.isEmpty();
  }

  /** Of one word; empty if it has none. */
  public List<Integer> of(int word) {
    return byWord.getOrDefault(word, List.of());
  }
}

package org.hone.search.importance;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Amounts turned into shares of their sum. */
final class Shares {
  private Shares() {}

  /** Largest first, equal ones as they came; all 0 if the sum is. */
  static Map<String, Double> of(Map<String, Double> amounts) {
    double sum = amounts.values().stream().mapToDouble(amount -> amount).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    amounts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> shares.put(entry.getKey(), sum > 0 ? entry.getValue() / sum : 0));
    return Collections.unmodifiableMap(shares);
  }
}

package org.hone.search.storage.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hone.search.space.Distribution;

/**
 * Distributions and their stored form, remembered both ways: a study has few, and every parameter
 * of every trial repeats one. Thread-safe.
 */
final class DistributionTexts {
  /** More than any declared space needs; ranges that change with every trial start it over. */
  private static final int MOST = 10_000;

  private final Map<String, Distribution> distributions = new ConcurrentHashMap<>();
  private final Map<Distribution, String> texts = new ConcurrentHashMap<>();

  Distribution read(String text) {
    Distribution known = distributions.get(text);
    if (known != null) {
      return known;
    }
    Distribution read = DistributionJson.read(Json.read(text));
    keep(distributions, text, read);
    return read;
  }

  String write(Distribution distribution) {
    String known = texts.get(distribution);
    if (known != null) {
      return known;
    }
    String written = Json.write(DistributionJson.write(distribution));
    keep(texts, distribution, written);
    return written;
  }

  private static <K, V> void keep(Map<K, V> kept, K key, V value) {
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.put(key, value);
  }
}

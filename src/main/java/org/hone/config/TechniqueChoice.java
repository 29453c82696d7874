package org.hone.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a study file says about one technique. */
public sealed interface TechniqueChoice {
  /**
   * The key beside a technique's parameters that says how it is used; no parameter has this name.
   */
  String USE = "use";

  /** Where it says so. */
  Origin origin();

  /** What it says about parameters, by name; the technique decides about the others. */
  Map<String, Setting> settings();

  /** The word for it in a study file. */
  String word();

  /**
   * As it is written in a study file: the word, or a map of the settings and, unless it is implied,
   * the word.
   */
  default Object written() {
    if (settings().isEmpty()) {
      return word();
    }
    Map<String, Object> written = new LinkedHashMap<>();
    if (!word().equals(impliedBy(settings()))) {
      written.put(USE, word());
    }
    settings().forEach((name, setting) -> written.put(name, setting.written()));
    return written;
  }

  /**
   * The word that need not be written: whoever leaves something to be searched searches, whoever
   * fixes all means it.
   */
  static String impliedBy(Map<String, Setting> settings) {
    return settings.values().stream().anyMatch(Setting::isSearched) ? "search" : "on";
  }

  /** Whether to use it is what the study finds out. */
  record Search(Map<String, Setting> settings, Origin origin) implements TechniqueChoice {
    public Search {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    @Override
    public String word() {
      return "search";
    }
  }

  /** Every trial uses it, the baseline too. */
  record On(Map<String, Setting> settings, Origin origin) implements TechniqueChoice {
    public On {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    @Override
    public String word() {
      return "on";
    }
  }

  /** No trial uses it. */
  record Off(Origin origin) implements TechniqueChoice {
    @Override
    public Map<String, Setting> settings() {
      return Map.of();
    }

    @Override
    public String word() {
      return "off";
    }
  }
}

package org.hone.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which techniques a study is about. */
public sealed interface TechniqueChoices {

  /** As they are written in a study file: the word for a preset, or a map by id. */
  Object written();

  /** Those of a preset that apply to the task, each to be searched. */
  record Preset(TechniquePreset preset) implements TechniqueChoices {
    @Override
    public Object written() {
      return preset.id();
    }
  }

  /**
   * The named ones; all others are off.
   *
   * @param byId what is said of each
   */
  record Listed(SortedMap<String, TechniqueChoice> byId) implements TechniqueChoices {
    public Listed {
      byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /** The named ones, in any order. */
    public static Listed of(Map<String, TechniqueChoice> byId) {
      return new Listed(new TreeMap<>(byId));
    }

    @Override
    public Object written() {
      Map<String, Object> written = new LinkedHashMap<>();
      byId.forEach((id, choice) -> written.put(id, choice.written()));
      return written;
    }
  }
}

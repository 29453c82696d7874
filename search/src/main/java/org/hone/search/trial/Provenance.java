package org.hone.search.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a trial's result came about, so that it can be made again.
 *
 * @param seed from which all randomness of the trial follows
 * @param studyFile SHA-256 of the study file, hexadecimal
 * @param recipe the recipe as text
 * @param plugins version by technique id
 * @param engine name and version of the training engine
 * @param device what it ran on
 * @param artifacts SHA-256 by name of what went in: data, teacher, pretrained weights
 */
public record Provenance(
    long seed,
    String studyFile,
    String recipe,
    Map<String, String> plugins,
    String engine,
    String device,
    Map<String, String> artifacts) {

  public Provenance {
    plugins = Collections.unmodifiableMap(new LinkedHashMap<>(plugins));
    artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
  }
}

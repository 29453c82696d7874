package org.hone.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.technique.Technique;

/**
 * What a technique is to achieve.
 *
 * @param planted where it has something to do
 * @param share what it may leave of the error
 */
public record Effect(Technique technique, Map<String, ?> strengths, Planted planted, double share) {

  /** Each at its defaults. */
  public static Effect byDefault(Technique technique, Planted planted, double share) {
    return new Effect(technique, Map.of(), planted, share);
  }

  /** The mean error with the technique is at most this share of that without. */
  void holds() {
    assertThat(planted.with(technique, strengths))
        .as("the error with %s", technique.id())
        .isFinite()
        .isLessThan(share * planted.without());
  }
}

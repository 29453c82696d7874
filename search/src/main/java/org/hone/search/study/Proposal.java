package org.hone.search.study;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/** Where the value of a parameter comes from that a trial asks for by name. */
@FunctionalInterface
interface Proposal {

  /**
   * @throws IllegalArgumentException if the trial may not ask for this
   */
  double value(String name, Distribution distribution);

  /** For a study with a declared space, which all parameters come from. */
  static Proposal declared(ParameterValues parameters) {
    return (name, distribution) -> {
      throw new IllegalArgumentException(
          "the study's space has no active parameter '%s'; active: %s"
              .formatted(name, String.join(", ", parameters.names())));
    };
  }

  /**
   * Fixed values first, then the point sampled jointly, then one parameter alone.
   *
   * @param notes takes what the sampler notes about the joint point, if anything
   */
  static Proposal asTheyCome(
      FixedParameters fixed,
      Sampler sampler,
      StudySnapshot snapshot,
      RandomGenerator random,
      Consumer<Map<String, Object>> notes) {
    SearchSpace common = IntersectionSpace.of(snapshot);
    Suggestion suggestion = sampler.sample(snapshot, common, random);
    ParameterValues joint = suggestion.point();
    if (!suggestion.notes().isEmpty()) {
      notes.accept(suggestion.notes());
    }
    return (name, distribution) -> {
      OptionalDouble given = fixed.value(name, distribution);
      if (given.isPresent()) {
        return given.getAsDouble();
      }
      if (joint.contains(name) && common.parameter(name).distribution().equals(distribution)) {
        return joint.raw(name);
      }
      SearchSpace alone = SearchSpace.of(Parameter.of(name, distribution));
      return sampler.sample(snapshot, alone, random).point().raw(name);
    };
  }
}

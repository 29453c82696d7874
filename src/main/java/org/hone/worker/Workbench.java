package org.hone.worker;

import java.util.Optional;
import org.hone.agent.SharedSplits;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.api.technique.Techniques;
import org.hone.api.training.TrainingEngine;
import org.hone.config.StudyFile;
import org.hone.search.space.SearchSpace;

/**
 * What a worker works at: a study whose data it has read.
 *
 * @param space of the study
 * @param data their hash
 */
public record Workbench(TrialRunner runner, SearchSpace space, String data) {

  /**
   * Reads the study's data.
   *
   * @throws RuntimeException if file, data and techniques do not fit together
   */
  public static Workbench of(StudyFile file, TrainingEngine engine, Techniques techniques) {
    return of(file, engine, techniques, Optional.empty());
  }

  /**
   * Reads the study's data, unless the splits that it needs are shared.
   *
   * @throws RuntimeException if file, data and techniques do not fit together
   */
  public static Workbench of(
      StudyFile file, TrainingEngine engine, Techniques techniques, Optional<SharedSplits> shared) {
    TuningPlan plan = TuningPlan.of(file, engine, techniques, shared);
    return new Workbench(
        new InProcessRunner(engine, plan.source(), plan.assembly()),
        plan.assembly().space(),
        plan.source().dataHash());
  }

  /** How a worker comes to its bench. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Reads the study's data.
     *
     * @param study the study file's text
     * @param shared where splits may lie that need not be read
     * @throws RuntimeException if that is not possible
     */
    Workbench open(String study, Optional<SharedSplits> shared);
  }
}

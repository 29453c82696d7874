package org.hone.search.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Where studies live. Every implementation promises:
 *
 * <ul>
 *   <li>Any number of threads may call it at once; so may other processes where the medium is
 *       shared.
 *   <li>When a call returns, what it wrote is kept; a process that dies afterwards loses nothing.
 *   <li>What it returns never changes.
 *   <li>Ids are never reused; numbers of a study's trials are 0, 1, 2, ... without gaps.
 *   <li>State changes are compare-and-set: of several callers exactly one succeeds.
 *   <li>A finished trial is immutable: whoever tries to change it gets an {@link
 *       IllegalStateException}.
 * </ul>
 *
 * An unknown id is an {@link IllegalArgumentException}; a medium that fails is a {@link
 * StorageException}.
 */
public interface Storage extends AutoCloseable {

  /**
   * Creates a study.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  long createStudy(StudyDefinition definition);

  /** The study of this name. */
  OptionalLong findStudy(String name);

  /** The names of all studies, in the order of creation. */
  List<String> studyNames();

  /** Deletes a study with all its trials. */
  void deleteStudy(long study);

  /** Everything samplers and reports need, read at one moment. */
  StudySnapshot snapshot(long study);

  /** Sets an attribute of the study; types as in {@link TrialRecord}. */
  void setStudyAttribute(long study, AttributeKind kind, String key, Object value);

  /**
   * Creates a trial. A WAITING one keeps its parameters as the system attribute {@link
   * TrialRecord#FIXED_PARAMETERS} and has none of its own, until whoever claims it sets them.
   *
   * @param state RUNNING or WAITING
   * @param parameters may be empty and be completed by {@link #setParameters} while the trial runs
   * @return the trial as created, with its number
   */
  TrialRecord createTrial(
      long study,
      TrialState state,
      ParameterValues parameters,
      Map<String, Object> systemAttributes);

  /** The trial as it is now. */
  TrialRecord trial(long trial);

  /**
   * The WAITING trial with the smallest number becomes RUNNING and the caller's own; empty if none
   * waits.
   */
  Optional<TrialRecord> claimWaiting(long study);

  /**
   * Adds parameters to a running trial, and what there is to note about them.
   *
   * @param notes become system attributes
   * @throws IllegalArgumentException if the study knows a name with an incompatible distribution
   */
  void setParameters(long trial, ParameterValues parameters, Map<String, Object> notes);

  /** Records an intermediate value, replacing what was there for the step. */
  void report(long trial, int step, double value);

  /** Records what the trial's meters read at a step, replacing what was there. */
  void appendSeries(long trial, int step, Map<String, Double> readings);

  /** Records how the trial came about. */
  void setProvenance(long trial, Provenance provenance);

  /** Notes that whoever runs the trial is alive now. Nothing happens unless it is RUNNING. */
  void beat(long trial);

  /**
   * The RUNNING trials whose last beat is longer ago than this, in the order of their numbers: who
   * ran them is probably gone. One that never beat is not among them.
   */
  List<TrialRecord> staleTrials(long study, Duration grace);

  /** Sets an attribute of a trial that is not finished. */
  void setTrialAttribute(long trial, AttributeKind kind, String key, Object value);

  /**
   * Ends a trial.
   *
   * @param state COMPLETE, PRUNED or FAIL
   * @param values one per objective if COMPLETE, at most one per objective otherwise; not NaN
   * @param reason why it failed or stopped; empty for none
   * @return false if it was finished already, in which case nothing changed
   */
  boolean finish(long trial, TrialState state, List<Double> values, Optional<String> reason);

  /** The series and provenance of a trial. */
  TrialDetails details(long trial);

  @Override
  void close();
}

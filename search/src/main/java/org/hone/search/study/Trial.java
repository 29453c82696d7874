package org.hone.search.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.Provenance;

/**
 * A running trial, in the hands of whoever runs it. One thread at a time.
 *
 * <p>In a study with a declared space its parameters are there from the beginning. Otherwise they
 * come into being as they are asked for: those that all trials before had are drawn jointly, others
 * on their own. Asking again for the same name gives the same value.
 */
public final class Trial {
  private final long id;
  private final int number;
  private final Study study;
  private final Proposal proposal;
  private final Map<String, Double> constraints = new LinkedHashMap<>();
  private ParameterValues parameters;

  Trial(long id, int number, Study study, ParameterValues parameters, Proposal proposal) {
    this.id = id;
    this.number = number;
    this.study = study;
    this.parameters = parameters;
    this.proposal = proposal;
  }

  /** Unique within the storage. */
  public long id() {
    return id;
  }

  /** The 0-based position within the study. */
  public int number() {
    return number;
  }

  /** The parameters so far; all of them if the study has a declared space. */
  public ParameterValues parameters() {
    return parameters;
  }

  /** A real number from low to high, both inclusive. */
  public double suggestFloat(String name, double low, double high) {
    return suggestFloat(name, FloatDistribution.of(low, high));
  }

  /** A real number. */
  public double suggestFloat(String name, FloatDistribution distribution) {
    return suggest(name, distribution);
  }

  /** A whole number from low to high, both inclusive. */
  public int suggestInt(String name, int low, int high) {
    return suggestInt(name, IntDistribution.of(low, high));
  }

  /** A whole number. */
  public int suggestInt(String name, IntDistribution distribution) {
    return Math.toIntExact((long) suggest(name, distribution));
  }

  /**
   * One of the choices.
   *
   * @param choices distinct strings, booleans or numbers, the same in all trials
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final <T> T suggestCategorical(String name, T... choices) {
    return choices[(int) suggest(name, CategoricalDistribution.of((Object[]) choices))];
  }

  private double suggest(String name, Distribution distribution) {
    if (parameters.contains(name)) {
      return known(name, distribution);
    }
    double value = proposal.value(name, distribution);
    study.setParameters(this, ParameterValues.empty().with(name, distribution, value));
    parameters = parameters.with(name, distribution, value);
    return value;
  }

  private double known(String name, Distribution distribution) {
    Distribution before = parameters.distribution(name);
    before.requireCompatible(name, distribution);
    double value = parameters.raw(name);
    if (!distribution.contains(value)) {
      throw new IllegalArgumentException(
          "'%s' is %s in this trial, which is not one of: %s"
              .formatted(name, before.external(value), distribution.describe()));
    }
    return value;
  }

  /**
   * Reports how it goes, for the pruner to judge.
   *
   * @param step 0 or more; a second report at a step replaces the first
   * @param values one per objective; possibly NaN or infinite
   * @throws IllegalArgumentException if there is not one value for every objective
   */
  public void report(int step, double... values) {
    if (step < 0) {
      throw new IllegalArgumentException("a step is 0 or more, but is " + step);
    }
    study.report(this, step, Arrays.stream(values).boxed().toList());
  }

  /**
   * Says how far the trial is beyond a constraint on its outcome, such as a latency less its limit;
   * samplers look for points that respect all of them.
   *
   * @param name of the constraint
   * @param value at most 0 if it is respected; NaN counts as broken
   */
  public void setConstraint(String name, double value) {
    constraints.put(name, value);
    study.setConstraints(this, constraints);
  }

  /**
   * Whether the pruner would end the trial now; whoever runs it decides, and tells {@link
   * Outcome#pruned}.
   */
  public boolean shouldPrune() {
    return study.shouldPrune(this);
  }

  /**
   * Notes something about the trial.
   *
   * @param value a String, Boolean, Number, or a List or Map of such
   */
  public void setUserAttribute(String key, Object value) {
    study.setUserAttribute(this, key, value);
  }

  /** Records what meters read at a step (the epoch, from 1), by their names. */
  public void appendSeries(int step, Map<String, Double> readings) {
    study.appendSeries(this, step, readings);
  }

  /** Records how the trial comes about. */
  public void setProvenance(Provenance provenance) {
    study.setProvenance(this, provenance);
  }
}

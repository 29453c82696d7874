package org.hone.search.study;

import static org.hone.search.storage.AttributeKind.SYSTEM;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.SpaceExhaustedException;
import org.hone.search.sampler.Suggestion;
import org.hone.search.sampler.Untried;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Ending;
import org.hone.search.storage.Storage;
import org.hone.search.trial.Memo;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * An optimisation: asks the sampler for points, hands them out as trials, and keeps what is told of
 * them. The only writer of its storage. Thread-safe.
 *
 * <p>With one thread, the same seed gives the same sequence of trials.
 */
public final class Study {
  private final Storage storage;
  private final long id;
  private final StudyDefinition definition;
  private final Strategy strategy;
  private final List<StudyListener> listeners;
  private final Memo memo = new Memo();

  /** Held while a sampler that takes turns is asked. */
  private final Object turn = new Object();

  private final Set<Allowance> allowances = ConcurrentHashMap.newKeySet();
  private final Optional<Pulse> pulse;

  Study(
      Storage storage,
      long id,
      StudyDefinition definition,
      Strategy strategy,
      List<StudyListener> listeners) {
    this.storage = storage;
    this.id = id;
    this.definition = definition;
    this.strategy = strategy;
    this.listeners = List.copyOf(listeners);
    this.pulse = strategy.heartbeat().map(beats -> new Pulse(storage, id, beats, System::nanoTime));
  }

  /** Begins to describe a study. */
  public static StudyBuilder builder(String name) {
    return new StudyBuilder(name);
  }

  /** Unique within the storage. */
  public long id() {
    return id;
  }

  /** What the study is, fixed when it began. */
  public StudyDefinition definition() {
    return definition;
  }

  /** Everything as it stands now. */
  public StudySnapshot snapshot() {
    return storage.snapshot(id).with(memo);
  }

  /**
   * The best complete trial.
   *
   * @throws IllegalStateException if the study has several objectives
   */
  public Optional<TrialRecord> best() {
    return snapshot().best();
  }

  /** The series and provenance of a trial. */
  public TrialDetails details(TrialRecord trial) {
    return storage.details(trial.id());
  }

  /**
   * Notes something about the study.
   *
   * @param value a String, Boolean, Number, or a List or Map of such
   */
  public void setUserAttribute(String key, Object value) {
    storage.setStudyAttribute(id, AttributeKind.USER, key, value);
  }

  /**
   * Notes something that a program about studies wants to find again, out of the user's sight.
   *
   * @param value a String, Boolean, Number, or a List or Map of such
   */
  public void setSystemAttribute(String key, Object value) {
    storage.setStudyAttribute(id, SYSTEM, key, value);
  }

  /**
   * Begins the next trial: the longest waiting one if any was enqueued, and a new one otherwise. A
   * waiting trial whose values do not fit the space fails, and the next one is taken.
   *
   * @throws SpaceExhaustedException if the sampler has tried every point, and none waits
   */
  public Trial ask() {
    pulse.ifPresent(Pulse::recoverIfDue);
    if (!strategy.sampler().takesTurns()) {
      return next();
    }
    synchronized (turn) {
      return next();
    }
  }

  private Trial next() {
    Optional<TrialRecord> waiting = storage.claimWaiting(id);
    while (waiting.isPresent()) {
      try {
        return begin(waiting.get());
      } catch (UnfitException e) {
        waiting = storage.claimWaiting(id);
      }
    }
    if (isExhausted()) {
      throw new SpaceExhaustedException(strategy.sampler().id());
    }
    return begin(storage.createTrial(id, TrialState.RUNNING, ParameterValues.empty(), Map.of()));
  }

  private boolean isExhausted() {
    return definition
        .space()
        .map(space -> strategy.sampler().isExhausted(snapshot(), space))
        .orElse(false);
  }

  /**
   * Begins a trial with these values.
   *
   * @throws IllegalArgumentException if the study has a space and they are not one of its points
   */
  public Trial ask(ParameterValues parameters) {
    ParameterValues point = requirePoint(parameters);
    TrialRecord record = storage.createTrial(id, TrialState.RUNNING, point, Map.of());
    return begin(record);
  }

  /**
   * Puts a trial with these values into the queue that {@link #ask} serves first.
   *
   * @return the trial's number
   * @throws IllegalArgumentException if the study has a space and they are not one of its points
   */
  public int enqueue(ParameterValues parameters) {
    ParameterValues point = requirePoint(parameters);
    return storage.createTrial(id, TrialState.WAITING, point, Map.of()).number();
  }

  /**
   * Takes over a finished trial of another study, or one evaluated elsewhere: its parameters,
   * values, reports and attributes.
   *
   * @return the trial's number
   * @throws IllegalArgumentException if it is not finished, its parameters do not fit the study, or
   *     it has not one value for every objective
   */
  public int add(TrialRecord finished) {
    return new Addition(storage, id).add(finished, requirePoint(finished.parameters()));
  }

  private ParameterValues requirePoint(ParameterValues parameters) {
    return definition
        .space()
        .map(space -> space.fromExternal(parameters.external()))
        .orElse(parameters);
  }

  /**
   * A running trial, for whoever did not begin it here: trials can be asked for in one process and
   * told of in another.
   *
   * @throws IllegalArgumentException if there is none of this number, or it is not running
   */
  public Trial running(int number) {
    List<TrialRecord> trials = snapshot().trials();
    if (number < 0 || number >= trials.size()) {
      throw new IllegalArgumentException(
          "study '%s' has no trial %d; it has %d, numbered from 0"
              .formatted(definition.name(), number, trials.size()));
    }
    TrialRecord record = trials.get(number);
    if (record.state() != TrialState.RUNNING) {
      throw new IllegalArgumentException(
          "trial %d of study '%s' is %s; only a running one can be told of"
              .formatted(number, definition.name(), record.state()));
    }
    return new Trial(
        record.id(), number, this, record.parameters(), Proposal.declared(record.parameters()));
  }

  /** Gives a running trial its parameters; whatever goes wrong also fails the trial. */
  private Trial begin(TrialRecord record) {
    try {
      pulse.ifPresent(beats -> beats.begin(record.id()));
      return definition.space().isPresent() ? beginDeclared(record) : beginOpen(record);
    } catch (RuntimeException e) {
      pulse.ifPresent(beats -> beats.end(record.id()));
      storage.finish(record.id(), TrialState.FAIL, List.of(), Optional.of(Failure.reason(e)));
      throw e;
    }
  }

  private Trial beginDeclared(TrialRecord record) {
    ParameterValues parameters = record.parameters();
    if (parameters.isEmpty()) {
      Suggestion chosen = choose(record);
      parameters = chosen.point();
      storage.setParameters(record.id(), parameters, chosen.notes());
    }
    return new Trial(record.id(), record.number(), this, parameters, Proposal.declared(parameters));
  }

  private Suggestion choose(TrialRecord record) {
    RandomGenerator random = strategy.randomOf(record.number());
    SearchSpace space = definition.space().orElseThrow();
    FixedParameters fixed = FixedParameters.of(record);
    StudySnapshot snapshot = snapshot();
    Suggestion suggestion = strategy.sampler().sample(snapshot, space, random);
    return fixed.isEmpty()
        ? Untried.instead(suggestion, snapshot, space, random, strategy.sampler()::mightSuggest)
        : Suggestion.of(fixed.complete(space, suggestion.point(), random));
  }

  private Trial beginOpen(TrialRecord record) {
    Proposal proposal =
        Proposal.asTheyCome(
            FixedParameters.of(record),
            strategy.sampler(),
            snapshot(),
            strategy.randomOf(record.number()),
            notes -> storage.setParameters(record.id(), record.parameters(), notes));
    return new Trial(record.id(), record.number(), this, record.parameters(), proposal);
  }

  /**
   * Ends a trial. NaN makes it fail; a pruned trial keeps its last report, unless NaN, as its
   * value.
   *
   * @return false if it was finished already, in which case nothing changed
   * @throws IllegalArgumentException if there is not one value for every objective
   */
  public boolean tell(Trial trial, Outcome outcome) {
    Ending ending = outcome.ending(storage.trial(trial.id()).lastReport());
    boolean ended = storage.finish(trial.id(), ending.state(), ending.values(), ending.reason());
    pulse.ifPresent(beats -> beats.end(trial.id()));
    if (ended && !(listeners.isEmpty() && strategy.terminator().isEmpty())) {
      StudySnapshot snapshot = snapshot();
      TrialRecord record = snapshot.trials().get(trial.number());
      listeners.forEach(listener -> listener.finished(snapshot, record));
      strategy.terminator().filter(it -> it.shouldStop(snapshot)).ifPresent(it -> stop());
    }
    return ended;
  }

  /** Runs so many trials, one after the other. */
  public void optimize(int trials, Objective objective) {
    optimize(Budget.trials(trials), 1, objective);
  }

  /**
   * Runs trials until the budget is used up or the calling thread is interrupted. An exception of
   * the objective fails the trial, and the next one begins; an {@link Error} fails the trial and
   * ends the optimisation.
   *
   * @param threads how many trials run at once
   */
  public void optimize(Budget budget, int threads, Objective objective) {
    Allowance allowance = new Allowance(budget, System::nanoTime);
    allowances.add(allowance);
    try {
      new Optimization(this, objective, allowance, strategy.deadline()).run(threads);
    } finally {
      allowances.remove(allowance);
    }
  }

  /**
   * Ends every {@link #optimize} of this object that runs now, once the trials that have begun are
   * finished; for listeners and objectives that have seen enough.
   */
  public void stop() {
    allowances.forEach(Allowance::withdraw);
  }

  /**
   * Cleans up after a process that is known to be gone: every running trial fails, and one with the
   * same parameters is put into the queue, with Optuna's attributes {@code failed_trial} and {@code
   * retry_history}.
   *
   * @return the numbers of the trials that were running
   */
  public List<Integer> recoverInterrupted() {
    return recoverInterrupted(trial -> true);
  }

  /**
   * The same for some of the running trials; the others can be taken up by {@link #running}.
   *
   * @param which those to recover
   */
  public List<Integer> recoverInterrupted(Predicate<TrialRecord> which) {
    List<TrialRecord> running = storage.snapshot(id).in(TrialState.RUNNING).filter(which).toList();
    return new Recovery(storage, id, Integer.MAX_VALUE).run(running);
  }

  void setParameters(Trial trial, ParameterValues parameters) {
    storage.setParameters(trial.id(), parameters, Map.of());
  }

  void report(Trial trial, int step, List<Double> values) {
    int objectives = definition.directions().size();
    if (values.size() != objectives) {
      throw new IllegalArgumentException(
          "a report has one value per objective: %d, but got %d"
              .formatted(objectives, values.size()));
    }
    if (objectives > 1) {
      storage.setTrialAttribute(trial.id(), SYSTEM, TrialRecord.REPORT + step, values);
    }
    storage.report(trial.id(), step, values.get(0));
  }

  void setConstraints(Trial trial, Map<String, Double> constraints) {
    constraints.forEach(
        (name, value) ->
            storage.setTrialAttribute(trial.id(), SYSTEM, TrialRecord.CONSTRAINT + name, value));
    List<Double> all = List.copyOf(constraints.values());
    storage.setTrialAttribute(trial.id(), SYSTEM, TrialRecord.CONSTRAINTS, all);
  }

  boolean shouldPrune(Trial trial) {
    StudySnapshot snapshot = snapshot();
    return strategy.pruner().shouldPrune(snapshot, snapshot.trials().get(trial.number()));
  }

  void setUserAttribute(Trial trial, String key, Object value) {
    storage.setTrialAttribute(trial.id(), AttributeKind.USER, key, value);
  }

  void appendSeries(Trial trial, int step, Map<String, Double> readings) {
    storage.appendSeries(trial.id(), step, readings);
  }

  void setProvenance(Trial trial, Provenance provenance) {
    storage.setProvenance(trial.id(), provenance);
  }
}

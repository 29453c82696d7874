package org.hone.search.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hone.search.pruner.NopPruner;
import org.hone.search.pruner.PerformanceCurvePruner;
import org.hone.search.pruner.Pruner;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.auto.AutoSampler;
import org.hone.search.space.Direction;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.terminator.Terminator;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;

/** Says what a study is and how it goes about it. Every setting has a default. */
public final class StudyBuilder {
  private final String name;
  private List<Direction> directions = List.of(Direction.MINIMIZE);
  private Optional<SearchSpace> space = Optional.empty();
  private Catalogue catalogue = Catalogue.empty();
  private Optional<Sampler> sampler = Optional.empty();
  private Optional<Pruner> pruner = Optional.empty();
  private Optional<Storage> storage = Optional.empty();
  private long seed;
  private Optional<Duration> deadline = Optional.empty();
  private Optional<Heartbeat> heartbeat = Optional.empty();
  private Optional<Terminator> terminator = Optional.empty();
  private final List<StudyListener> listeners = new ArrayList<>();

  StudyBuilder(String name) {
    this.name = name;
  }

  /** The only objective's direction; default {@link Direction#MINIMIZE}. */
  public StudyBuilder direction(Direction direction) {
    return directions(List.of(direction));
  }

  /** One direction per objective. */
  public StudyBuilder directions(List<Direction> all) {
    directions = List.copyOf(all);
    return this;
  }

  /** What is searched; default: what the trials declare as they run. */
  public StudyBuilder space(SearchSpace declared) {
    space = Optional.of(declared);
    return this;
  }

  /** The techniques on offer; default none. */
  public StudyBuilder catalogue(Catalogue offered) {
    catalogue = offered;
    return this;
  }

  /** How points are chosen; default {@link AutoSampler}. */
  public StudyBuilder sampler(Sampler chosen) {
    sampler = Optional.of(chosen);
    return this;
  }

  /**
   * How unpromising trials are found; default by the study's own curves, with several objectives
   * not at all.
   */
  public StudyBuilder pruner(Pruner chosen) {
    pruner = Optional.of(chosen);
    return this;
  }

  /** Where the study lives; default in memory. It stays the caller's to close. */
  public StudyBuilder storage(Storage chosen) {
    storage = Optional.of(chosen);
    return this;
  }

  /** What all randomness follows from; default 0. */
  public StudyBuilder seed(long chosen) {
    seed = chosen;
    return this;
  }

  /**
   * How long a trial of {@link Study#optimize} may take before it is interrupted and fails; default
   * as long as it likes.
   */
  public StudyBuilder deadline(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("a trial needs time, but its deadline is " + limit);
    }
    deadline = Optional.of(limit);
    return this;
  }

  /**
   * Notes at every interval that the trials of this process are alive, and runs again those whose
   * process died; see {@link Heartbeat#every}. Default not at all.
   */
  public StudyBuilder heartbeat(Duration interval) {
    return heartbeat(Heartbeat.every(interval));
  }

  /** Notes that the trials of this process are alive, and runs again those whose process died. */
  public StudyBuilder heartbeat(Heartbeat settings) {
    heartbeat = Optional.of(settings);
    return this;
  }

  /**
   * What ends {@link Study#optimize} before its budget is used up; asked after every trial. Default
   * nothing. Several are combined by {@link Terminator#or}.
   */
  public StudyBuilder terminator(Terminator chosen) {
    terminator = Optional.of(chosen);
    return this;
  }

  /** Who is told of trials that end; may be called several times. */
  public StudyBuilder listener(StudyListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * A new study.
   *
   * @throws IllegalArgumentException if the storage has a study of this name already
   */
  public Study create() {
    Storage home = storage.orElseGet(InMemoryStorage::new);
    StudyDefinition definition = definition();
    return study(home, home.createStudy(definition), definition);
  }

  /**
   * The study of this name if the storage has one, and a new study otherwise.
   *
   * @throws IllegalArgumentException if there is one with another definition; the message names
   *     what differs
   */
  public Study openOrCreate() {
    Storage home = storage.orElseGet(InMemoryStorage::new);
    OptionalLong found = home.findStudy(name);
    return found.isPresent() ? openLike(home, found.getAsLong()) : createOrOpen(home);
  }

  /** Of several processes that begin at once, one creates the study. */
  private Study createOrOpen(Storage home) {
    try {
      return storage(home).create();
    } catch (IllegalArgumentException e) {
      return openLike(home, home.findStudy(name).orElseThrow(() -> e));
    }
  }

  private Study openLike(Storage home, long id) {
    StudyDefinition stored = home.snapshot(id).definition();
    DefinitionDifference.between(stored, definition()).requireNone();
    return study(home, id, stored);
  }

  /**
   * The study of this name with the definition it began with; what the builder says of directions,
   * space and catalogue does not matter.
   *
   * @throws IllegalArgumentException if the storage has none; the message lists those it has
   */
  public Study open() {
    Storage home = storage.orElseGet(InMemoryStorage::new);
    long id =
        home.findStudy(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no study '%s'; known: %s"
                            .formatted(name, String.join(", ", home.studyNames()))));
    return study(home, id, home.snapshot(id).definition());
  }

  private StudyDefinition definition() {
    return new StudyDefinition(name, directions, space, catalogue);
  }

  private Study study(Storage home, long id, StudyDefinition definition) {
    boolean several = definition.directions().size() > 1;
    Strategy strategy =
        new Strategy(
            sampler.orElseGet(AutoSampler::new),
            pruner.orElseGet(() -> several ? new NopPruner() : new PerformanceCurvePruner()),
            seed,
            deadline,
            heartbeat,
            terminator);
    return new Study(home, id, definition, strategy, listeners);
  }
}

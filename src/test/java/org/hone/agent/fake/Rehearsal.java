package org.hone.agent.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.agent.RunFolder;
import org.hone.agent.Tuner;
import org.hone.agent.TuningListener;
import org.hone.agent.TuningPlan;
import org.hone.agent.TuningSummary;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Metric;
import org.hone.api.training.TrainingEngine;
import org.hone.config.Known;
import org.hone.config.StudyFile;
import org.hone.config.StudyFiles;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.Metrics;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.worker.InProcessRunner;

/**
 * A small study that runs in no time.
 *
 * @param folder for data, study file and output
 * @param techniques on offer
 */
public record Rehearsal(Path folder, TrainingEngine engine, List<? extends Technique> techniques) {
  /** The study's name. */
  public static final String NAME = "rehearsal";

  /** Gains as much as its strength, 0.1 by default. */
  public static final FakeTechnique LIFT =
      FakeTechnique.of("lift", Slot.LOSS)
          .with(SearchSpace.of(Parameter.of("amount", FloatDistribution.of(0, 0.2), 0.1)))
          .gaining(values -> values.number("amount"));

  /** Does harm. */
  public static final FakeTechnique DRAG =
      FakeTechnique.of("drag", Slot.GRADIENT).gaining(values -> -0.1);

  /** What a user does without saying anything. */
  public static final TuningListener SILENT = new TuningListener() {};

  public static final BooleanSupplier NEVER = () -> false;
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  /** One technique that helps and one that harms. */
  public static Rehearsal in(Path folder) {
    return new Rehearsal(folder, new GainEngine(), List.of(LIFT, DRAG));
  }

  public Rehearsal with(Technique... others) {
    return new Rehearsal(folder, engine, List.of(others));
  }

  public Rehearsal with(TrainingEngine other) {
    return new Rehearsal(folder, other, techniques);
  }

  /** The study file as a user would have it, with overrides. */
  public StudyFile file(String... overrides) throws IOException {
    Path data = folder.resolve("rows.csv");
    if (!Files.exists(data)) {
      Files.writeString(data, rows(60));
    }
    String text =
        """
        study: {trials: 6}
        data: {file: rows.csv, label: kind}
        network: {mlp: [3]}
        training: {epochs: 3, batch-size: 8}
        output: '%s'
        """
            .formatted(output());
    Path file = Files.writeString(folder.resolve(NAME + ".yaml"), text);
    Set<String> metrics = Metrics.all().stream().map(Metric::id).collect(Collectors.toSet());
    Known known =
        new Known(
            Set.copyOf(catalogue().ids()),
            Set.copyOf(Samplers.known()),
            Set.copyOf(Pruners.known()),
            metrics,
            Arrays.stream(Cost.values()).map(Cost::id).collect(Collectors.toSet()));
    return new StudyFiles(known).load(file, List.of(overrides));
  }

  /** Rows of two classes that a line tells apart. */
  public static String rows(int count) {
    return Stream.concat(
            Stream.of("x,y,kind"),
            IntStream.range(0, count)
                .mapToObj(i -> "%d,%d,%s".formatted(i % 7, i % 5, i % 7 > 3 ? "far" : "near")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Forgets the study, as one that starts over does. */
  public void forget() throws IOException {
    try (RunFolder held = RunFolder.hold(output())) {
      held.forget(NAME);
    }
  }

  /** Where the study writes. */
  public Path output() {
    return folder.resolve("out");
  }

  public Techniques catalogue() {
    return Techniques.of(techniques);
  }

  public TuningPlan plan(String... overrides) throws IOException {
    return TuningPlan.of(file(overrides), engine, catalogue());
  }

  public TuningSummary tune(String... overrides) throws IOException {
    return tune(SILENT, NEVER, overrides);
  }

  public TuningSummary tune(TuningListener listener, BooleanSupplier stop, String... overrides)
      throws IOException {
    TuningPlan plan = plan(overrides);
    InProcessRunner runner = new InProcessRunner(engine, plan.source(), plan.assembly());
    try (RunFolder held = RunFolder.hold(plan.file().output())) {
      return new Tuner(plan, runner, listener, stop, CLOCK).tune(held, "hone tune");
    }
  }

  /** The study as the database has it. */
  public StudySnapshot stored() {
    return stored(NAME);
  }

  /** A study as the database has it. */
  public StudySnapshot stored(String name) {
    try (Storage storage = JdbcStorage.open(RunFolder.database(output()))) {
      return storage.snapshot(storage.findStudy(name).orElseThrow());
    }
  }

  /** The names of all studies in the database. */
  public List<String> storedNames() {
    try (Storage storage = JdbcStorage.open(RunFolder.database(output()))) {
      return storage.studyNames();
    }
  }

  /** What made the trials of the study, by number. */
  public List<Provenance> provenances() {
    try (Storage storage = JdbcStorage.open(RunFolder.database(output()))) {
      return stored().trials().stream()
          .map(trial -> storage.details(trial.id()).provenance().orElseThrow())
          .toList();
    }
  }

  /** The files of the teachers that were trained for the study. */
  public List<Path> teachers() throws IOException {
    try (Stream<Path> files = Files.list(output().resolve("teacher"))) {
      return files.sorted().toList();
    }
  }
}

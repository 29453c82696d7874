package org.hone.api.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Inference;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Decision;
import org.hone.api.training.Terms;

/** Terms that remember what was reported, and stop where they were told to. For one training. */
public final class RecordedTerms implements Terms {
  private final long seed;
  private final int epochs;
  private final List<Report> reports = new ArrayList<>();
  private int lastEpoch = Integer.MAX_VALUE;
  private int lastLook = Integer.MAX_VALUE;
  private int looks;
  private final List<String> notes = new ArrayList<>();
  private Optional<Inference> teacher = Optional.empty();
  private Optional<Checkpointing> checkpointing = Optional.empty();

  /** What an engine reported after an epoch. */
  public record Report(int epoch, double score, Map<String, Double> readings) {}

  private RecordedTerms(long seed, int epochs) {
    this.seed = seed;
    this.epochs = epochs;
  }

  /** Terms that let the training run. */
  public static RecordedTerms of(long seed, int epochs) {
    return new RecordedTerms(seed, epochs);
  }

  /** Answers STOP to this report, counted from 1. */
  public RecordedTerms stoppingAfter(int epoch) {
    lastEpoch = epoch;
    return this;
  }

  /** Requests a stop from this look on, counted from 1. */
  public RecordedTerms requestingStopAtLook(int look) {
    lastLook = look;
    return this;
  }

  /** Offers a teacher. */
  public RecordedTerms withTeacher(Inference predictor) {
    teacher = Optional.of(predictor);
    return this;
  }

  /** Keeps the state after each epoch. */
  public RecordedTerms withCheckpoint(Path file) {
    checkpointing = Optional.of(new Checkpointing(file, Double.POSITIVE_INFINITY));
    return this;
  }

  /** What the user was told. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** All reports so far. */
  public List<Report> reports() {
    return List.copyOf(reports);
  }

  /** The readings of one meter, one per epoch. */
  public List<Double> series(String meter) {
    return reports.stream().map(report -> report.readings().get(meter)).toList();
  }

  /** How often the engine asked whether to stop. */
  public int looks() {
    return looks;
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public Decision report(int epoch, double score, Map<String, Double> readings) {
    reports.add(new Report(epoch, score, readings));
    return epoch >= lastEpoch ? Decision.STOP : Decision.CONTINUE;
  }

  @Override
  public boolean stopRequested() {
    looks++;
    return looks >= lastLook;
  }

  @Override
  public Optional<Checkpointing> checkpointing() {
    return checkpointing;
  }

  @Override
  public void note(String line) {
    notes.add(line);
  }

  @Override
  public Optional<Inference> teacher() {
    return teacher;
  }
}

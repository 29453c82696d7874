package org.hone.search.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hone.search.space.Direction;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The complete trials of a study that have reported on their way, and a {@link CurveModel} for each
 * step that was asked for. Immutable but for models made when they are needed. Thread-safe.
 */
public final class CompleteCurves {
  /** Half of them the best, half the newest, which bounds the cost of a model. */
  private static final int MOST = 64;

  private final List<TrialRecord> trials;
  private final Direction direction;
  private final Optional<SearchSpace> space;
  private final CurveScale scale;
  private final Map<Integer, CurveModel> models = new ConcurrentHashMap<>();

  private CompleteCurves(List<TrialRecord> trials, StudySnapshot snapshot) {
    this.trials = trials;
    direction = snapshot.direction();
    space = snapshot.definition().space();
    scale =
        CurveScale.of(
            trials.stream().mapToDouble(this::finalLoss).toArray(),
            trials.stream()
                .flatMap(trial -> trial.intermediate().values().stream())
                .mapToDouble(direction::toLoss)
                .toArray());
  }

  /**
   * Those of the study now, carried on if none has been added.
   *
   * @return empty if there are fewer
   * @throws IllegalStateException if the study has several objectives
   */
  public static Optional<CompleteCurves> of(StudySnapshot snapshot, int fewest) {
    return usable(snapshot, snapshot.trials(), fewest)
        .map(
            kept ->
                snapshot.memo(
                    CompleteCurves.class,
                    before ->
                        before
                            .filter(curves -> curves.isOf(kept))
                            .orElseGet(() -> new CompleteCurves(kept, snapshot))));
  }

  /**
   * Those of some of the study's trials.
   *
   * @return empty if there are fewer
   * @throws IllegalStateException if the study has several objectives
   */
  public static Optional<CompleteCurves> of(
      StudySnapshot snapshot, List<TrialRecord> trials, int fewest) {
    return usable(snapshot, trials, fewest).map(kept -> new CompleteCurves(kept, snapshot));
  }

  private static Optional<List<TrialRecord>> usable(
      StudySnapshot snapshot, List<TrialRecord> trials, int fewest) {
    List<TrialRecord> complete = trials.stream().filter(CompleteCurves::isUsable).toList();
    return complete.size() < fewest
        ? Optional.empty()
        : Optional.of(thinned(complete, snapshot.direction()));
  }

  private static boolean isUsable(TrialRecord trial) {
    return trial.state() == TrialState.COMPLETE
        && !trial.intermediate().isEmpty()
        && Double.isFinite(trial.value().orElse(Double.NaN));
  }

  private static List<TrialRecord> thinned(List<TrialRecord> complete, Direction direction) {
    if (complete.size() <= MOST) {
      return complete;
    }
    int older = complete.size() - MOST / 2;
    List<TrialRecord> kept =
        new ArrayList<>(
            complete.subList(0, older).stream()
                .sorted(
                    Comparator.comparingDouble(
                        trial -> direction.toLoss(trial.value().orElseThrow())))
                .limit(MOST / 2)
                .toList());
    kept.addAll(complete.subList(older, complete.size()));
    return kept;
  }

  /** A complete trial never changes. */
  private boolean isOf(List<TrialRecord> others) {
    return trials.stream()
        .map(TrialRecord::id)
        .toList()
        .equals(others.stream().map(TrialRecord::id).toList());
  }

  private double finalLoss(TrialRecord trial) {
    return direction.toLoss(trial.value().orElseThrow());
  }

  /** The last step of the longest. */
  public int longest() {
    return trials.stream().mapToInt(trial -> trial.intermediate().lastKey()).max().orElseThrow();
  }

  /**
   * The probability that a trial will end at least as good, by its reports up to the last; 1 if
   * nothing is known, or if it is as good already.
   *
   * @param value to compare with, as the study has it
   */
  public double chanceOfReaching(double value, TrialRecord trial) {
    int step = trial.intermediate().lastKey();
    PartialCurve curve = curve(trial, step);
    double loss = scale.of(direction.toLoss(value));
    if (Double.isNaN(curve.level()) || curve.level() <= loss) {
      return 1;
    }
    return models
        .computeIfAbsent(step, this::model)
        .chanceBelow(loss, curve, Place.of(space, trial.parameters()));
  }

  /**
   * The loss that a trial is expected to end with, by its reports up to the last.
   *
   * @return NaN if nothing is known, or its last reports are NaN
   */
  public double expectedLoss(TrialRecord trial) {
    if (trial.intermediate().isEmpty()) {
      return Double.NaN;
    }
    int step = trial.intermediate().lastKey();
    PartialCurve curve = curve(trial, step);
    return Double.isNaN(curve.level())
        ? Double.NaN
        : scale.inverse(
            models
                .computeIfAbsent(step, this::model)
                .expected(curve, Place.of(space, trial.parameters())));
  }

  private PartialCurve curve(TrialRecord trial, int step) {
    return PartialCurve.of(trial.intermediate(), step, direction, scale);
  }

  private CurveModel model(int step) {
    List<CurveModel.Example> examples = new ArrayList<>();
    for (TrialRecord trial : trials) {
      PartialCurve curve = curve(trial, step);
      if (!Double.isNaN(curve.level())) {
        examples.add(
            new CurveModel.Example(
                curve, Place.of(space, trial.parameters()), scale.of(finalLoss(trial))));
      }
    }
    return new CurveModel(examples);
  }
}

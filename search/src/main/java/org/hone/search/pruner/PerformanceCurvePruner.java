package org.hone.search.pruner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.hone.search.curve.CompleteCurves;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Ends a trial that will hardly become the best one, by what the study's own complete curves have
 * shown of how curves go on: the performance curve stopping rule. A regression from the curve so
 * far and the parameters to the final value learns, step by step, how much is known early; where
 * curves cross or fall late it says so by its uncertainty, and trials go on. For one objective.
 *
 * <pre>{@code end if P(final value reaches the best) < threshold * (share of steps left) / (N + 1)
 * N = finished trials: 1 / (N + 1) is what a new trial's chance would be, were all alike }</pre>
 *
 * <p>So it is bold while there are few trials, when halving the cost of bad ones counts most, and
 * careful when there are many, when sampling from a good model leads and every report is worth its
 * cost. It looks at the first report, then at each that is a quarter later than the last it looked
 * at, and not in the last twentieth of a trial. A share of the trials, drawn by a hash of their
 * numbers, is never ended, so that it goes on learning about what it would end.
 *
 * <p>NaN: a trial whose last report is NaN is ended; NaN of complete trials is left out. Infinite
 * reports count as very good or very bad; complete trials of infinite value do not count.
 *
 * @param startupTrials nothing is ended before so many trials are complete, at least 1
 * @param threshold more ends more: 0 ends nothing, and at 1 a trial must be as promising for what
 *     it still costs as a new one
 * @param controlShare of the trials that are never ended, from 0 to 1
 * @see <a href="https://doi.org/10.1145/3097983.3098043">Golovin et al., Google Vizier, KDD 2017,
 *     section 3.2.1</a>
 * @see <a href="https://www.ijcai.org/Abstract/15/487">Domhan, Springenberg and Hutter, IJCAI 2015:
 *     ending trials by predicted curves</a>
 * @see <a href="https://arxiv.org/abs/1705.10823">Baker et al., 2017: regression on the study's own
 *     curves and parameters</a>
 */
public record PerformanceCurvePruner(int startupTrials, double threshold, double controlShare)
    implements Pruner {
  private static final double STRIDE = 1.25;
  private static final double LAST_CHANGE = 0.95;

  public PerformanceCurvePruner {
    if (startupTrials < 1) {
      throw new IllegalArgumentException("startup trials are at least 1, but are " + startupTrials);
    }
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("a threshold is at least 0, but is " + threshold);
    }
    if (!(controlShare >= 0 && controlShare <= 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1, but is " + controlShare);
    }
  }

  /** After three complete trials, at half of a new trial's promise; one in ten is spared. */
  public PerformanceCurvePruner() {
    this(3, 0.5, 0.1);
  }

  @Override
  public String id() {
    return "performance-curve";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    Objectives.only(snapshot, this);
    SortedMap<Integer, Double> reported = trial.intermediate();
    boolean lost = Double.isNaN(trial.lastReport().orElse(0));
    if (!lost && (!isDue(reported.size()) || isSpared(snapshot, trial))) {
      return false;
    }
    Optional<CompleteCurves> curves = CompleteCurves.of(snapshot, startupTrials);
    if (lost || curves.isEmpty()) {
      return lost && curves.isPresent();
    }
    double left = 1 - reported.lastKey() / (double) Math.max(1, curves.get().longest());
    Optional<TrialRecord> best = snapshot.best();
    if (left < 1 - LAST_CHANGE || best.isEmpty()) {
      return false;
    }
    long finished = snapshot.trials().stream().filter(t -> t.state().isFinished()).count();
    return curves.get().chanceOfReaching(best.get().value().orElseThrow(), trial)
        < threshold * left / (finished + 1);
  }

  /** Whether this many reports are a power of the stride, rounded up; 1 is. */
  private static boolean isDue(int reports) {
    return reports == 1 || (reports > 1 && power(reports) > power(reports - 1));
  }

  private static int power(int reports) {
    return (int) (Math.log(reports) / Math.log(STRIDE));
  }

  private boolean isSpared(StudySnapshot snapshot, TrialRecord trial) {
    CRC32 hash = new CRC32();
    hash.update((snapshot.definition().name() + "/" + trial.number()).getBytes(UTF_8));
    return hash.getValue() < controlShare * (1L << 32);
  }
}

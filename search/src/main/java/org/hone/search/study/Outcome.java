package org.hone.search.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.search.storage.Ending;
import org.hone.search.trial.TrialState;

/** How a trial ended, as whoever ran it says. */
public sealed interface Outcome {

  /**
   * What becomes of the trial.
   *
   * @param lastReport the value that the trial reported last; empty if none
   */
  Ending ending(OptionalDouble lastReport);

  /**
   * It ran to its end.
   *
   * @param values one per objective; NaN makes the trial fail
   */
  record Complete(List<Double> values) implements Outcome {
    public Complete {
      values = List.copyOf(values);
    }

    @Override
    public Ending ending(OptionalDouble lastReport) {
      return values.stream().anyMatch(value -> value.isNaN())
          ? new Failed("the objective is NaN").ending(lastReport)
          : new Ending(TrialState.COMPLETE, values, Optional.empty());
    }
  }

  /** It was ended early; its last reported value, unless NaN, is kept as its value. */
  record Pruned() implements Outcome {
    @Override
    public Ending ending(OptionalDouble lastReport) {
      List<Double> values = lastReport.stream().filter(x -> !Double.isNaN(x)).boxed().toList();
      return new Ending(TrialState.PRUNED, values, Optional.empty());
    }
  }

  /**
   * It came to nothing.
   *
   * @param reason one sentence
   */
  record Failed(String reason) implements Outcome {
    @Override
    public Ending ending(OptionalDouble lastReport) {
      return new Ending(TrialState.FAIL, List.of(), Optional.of(reason));
    }
  }

  /** A value for each objective. */
  static Outcome complete(double... values) {
    return new Complete(Arrays.stream(values).boxed().toList());
  }

  /** Ended early. */
  static Outcome pruned() {
    return new Pruned();
  }

  /** Came to nothing, for this reason. */
  static Outcome failed(String reason) {
    return new Failed(reason);
  }
}

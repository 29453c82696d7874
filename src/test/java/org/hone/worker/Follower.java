package org.hone.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.hone.agent.TrialRunner;
import org.hone.api.training.Decision;

/** Writes down the epochs of a trial, and says what it is told to say. */
final class Follower implements TrialRunner.Observer {
  private final List<String> seen = new ArrayList<>();
  private final Decision decision;
  private final BooleanSupplier stop;

  Follower(Decision decision, BooleanSupplier stop) {
    this.decision = decision;
    this.stop = stop;
  }

  /** Lets the trial go on. */
  Follower() {
    this(Decision.CONTINUE, () -> false);
  }

  /** Wants the trial to stop once an epoch is over. */
  static Follower impatient() {
    List<Follower> self = new ArrayList<>();
    self.add(
        new Follower(
            Decision.CONTINUE,
            () -> self.get(0).seen.stream().anyMatch(line -> line.startsWith("1 "))));
    return self.get(0);
  }

  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void began(String recipe) {
    seen.add(recipe);
  }

  @Override
  public Decision epoch(int epoch, double score, Map<String, Double> readings) {
    seen.add("%d %s %s".formatted(epoch, score, new TreeMap<>(readings)));
    return decision;
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }
}

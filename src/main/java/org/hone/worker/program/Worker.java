package org.hone.worker.program;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hone.search.study.Outcome;
import org.hone.search.study.Trial;

/**
 * A place where one trial runs at a time, with a program of its own, which is started when it is
 * needed and not there. For one thread at a time.
 */
final class Worker {
  private static final Duration TO_LEAVE = Duration.ofSeconds(5);
  private static final Duration ENDLESS = Duration.ofDays(36500);
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final int number;
  private final ProgramSettings settings;
  private final ProgramErrors errors;
  private final FirstWords firstWords;
  private final BooleanSupplier over;
  private final Set<Integer> earlier = new HashSet<>();
  private Optional<ProgramProcess> running = Optional.empty();
  private boolean heardOfTrial;

  /** It ended without a fault before it said anything of its trial: it may not have read of it. */
  private boolean leftQuietly;

  /**
   * @param number from 1
   * @param firstWords of all workers' programs
   * @param over whether to cut off what runs
   */
  Worker(
      int number,
      ProgramSettings settings,
      ProgramErrors errors,
      FirstWords firstWords,
      BooleanSupplier over) {
    this.over = over;
    this.number = number;
    this.settings = settings;
    this.errors = errors;
    this.firstWords = firstWords;
  }

  /**
   * Has the program measure a trial.
   *
   * @throws ProgramFailure if it does not come to a result; the next trial has a program anew
   */
  Outcome run(Trial trial) throws ProgramFailure, InterruptedException {
    boolean servedBefore = running.isPresent();
    try {
      return attempt(trial);
    } catch (ProgramFailure e) {
      if (servedBefore && leftQuietly) {
        return attempt(trial);
      }
      throw e;
    }
  }

  private Outcome attempt(Trial trial) throws ProgramFailure, InterruptedException {
    boolean inStep = false;
    leftQuietly = false;
    try {
      Outcome outcome = talk(trial, program());
      inStep = true;
      return outcome;
    } finally {
      if (!inStep) {
        kill();
      } else if (settings.perTrial()) {
        leave();
      }
    }
  }

  private ProgramProcess program() throws ProgramFailure {
    if (running.isEmpty()) {
      running =
          Optional.of(ProgramProcess.start(settings.command(), line -> errors.line(number, line)));
      earlier.clear();
    }
    return running.get();
  }

  private Outcome talk(Trial trial, ProgramProcess program)
      throws ProgramFailure, InterruptedException {
    long begin = System.nanoTime();
    heardOfTrial = false;
    program.say(Order.of(trial, settings.seed()).json());
    while (true) {
      Message message = Message.parse(next(program, begin));
      if (message.trial() != trial.number()) {
        requireEarlier(message, trial, program);
      } else if (message instanceof Message.Report report) {
        if (isPruned(trial, report, program)) {
          earlier.add(trial.number());
          return Outcome.pruned();
        }
      } else {
        earlier.add(trial.number());
        return outcome(message, trial);
      }
    }
  }

  private String next(ProgramProcess program, long begin)
      throws ProgramFailure, InterruptedException {
    Duration limit = settings.trialTimeout().orElse(ENDLESS);
    Optional<String> line = Optional.empty();
    while (line.isEmpty()) {
      Duration left = limit.minusNanos(System.nanoTime() - begin);
      if (left.isNegative()) {
        throw new ProgramFailure("no result within %d s".formatted(limit.toSeconds()));
      }
      if (over.getAsBoolean()) {
        throw new ProgramFailure("cut off");
      }
      line = heard(program, left.compareTo(A_MOMENT) < 0 ? left : A_MOMENT);
    }
    return line.get();
  }

  private Optional<String> heard(ProgramProcess program, Duration patience)
      throws ProgramFailure, InterruptedException {
    try {
      Optional<String> line = program.listen(patience);
      line.ifPresent(any -> firstWords.heard());
      heardOfTrial |= line.isPresent();
      return line;
    } catch (ProgramFailure e) {
      leftQuietly = !heardOfTrial && program.exitStatus().equals(OptionalInt.of(0));
      if (!program.spoke()) {
        firstWords.missed(program.exitStatus(), String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /** After a pruning the program may still speak of its trial; a report of it is answered again. */
  private void requireEarlier(Message message, Trial trial, ProgramProcess program)
      throws ProgramFailure {
    if (!earlier.contains(message.trial())) {
      throw new ProgramFailure(
          "the program speaks of trial %d, but runs trial %d"
              .formatted(message.trial(), trial.number()));
    }
    if (message instanceof Message.Report) {
      program.say(answer(message.trial(), true));
    }
  }

  private static boolean isPruned(Trial trial, Message.Report report, ProgramProcess program)
      throws ProgramFailure {
    try {
      trial.report(report.step(), doubles(report.values()));
    } catch (IllegalArgumentException e) {
      throw new ProgramFailure(String.valueOf(e.getMessage()));
    }
    boolean prune = trial.shouldPrune();
    program.say(answer(trial.number(), prune));
    return prune;
  }

  private static String answer(int trial, boolean prune) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("trial", trial);
    answer.put("prune", prune);
    return JsonLine.write(answer);
  }

  private static Outcome outcome(Message message, Trial trial) {
    if (message instanceof Message.Result result) {
      result.constraints().forEach(trial::setConstraint);
      return Outcome.complete(doubles(result.values()));
    }
    return Outcome.failed(((Message.Failure) message).reason());
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  /** Tells the program that there is nothing more, without waiting. */
  void endInput() {
    running.ifPresent(ProgramProcess::endInput);
  }

  /** Lets the program end by itself, or ends it. */
  void leave() {
    running.ifPresent(program -> program.leave(TO_LEAVE));
    running = Optional.empty();
  }

  private void kill() {
    running.ifPresent(ProgramProcess::kill);
    running = Optional.empty();
  }
}

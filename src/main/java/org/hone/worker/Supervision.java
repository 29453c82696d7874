package org.hone.worker;

import java.time.Duration;
import java.util.Optional;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;

/**
 * One trial in a worker, watched from outside: whatever it does, it ends, and there is a report.
 *
 * @param timeout after which the trial is given up
 * @param silence after which the worker is
 */
record Supervision(
    WorkerProcess worker, TrialRunner.Observer observer, Duration timeout, Duration silence) {
  private static final Duration LOOK = Duration.ofMillis(50);

  /** To end by itself, which keeps the worker: it looks at each step of the training. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  /** Whoever ends everything by a signal may have ended the worker first. */
  private static final Duration FOR_A_SIGNAL = Duration.ofMillis(200);

  /** Runs the trial to its end. */
  TrialReport run(TrialOrder order) throws InterruptedException {
    worker.log().clear();
    boolean done = false;
    try {
      worker.say(Message.Assignment.of(order));
      TrialReport report = follow();
      done = worker.isUsable();
      return report;
    } catch (WorkerFailure e) {
      Thread.sleep(FOR_A_SIGNAL.toMillis());
      return observer.stopRequested()
          ? TrialReport.stopped(String.valueOf(e.getMessage()))
          : TrialReport.failed(String.valueOf(e.getMessage()), worker.log().lines());
    } finally {
      // also if the observer is in trouble: nobody waits for the result any more
      if (!done) {
        worker.kill();
      }
    }
  }

  private TrialReport follow() throws WorkerFailure, InterruptedException {
    WakingTime time = new WakingTime(System::nanoTime);
    Duration heard = Duration.ZERO;
    Optional<Duration> stopped = Optional.empty();
    while (true) {
      Optional<Message> message = worker.listen(LOOK);
      if (message.isPresent() && message.get() instanceof Message.Result result) {
        return result.report();
      }
      if (message.isPresent()) {
        hear(message.get());
      }
      Duration now = time.passed();
      heard = message.isPresent() ? now : heard;
      if (now.minus(heard).compareTo(silence) > 0) {
        return givenUp("it gave no sign of life for %s".formatted(text(silence)));
      }
      if (now.compareTo(timeout.plus(GRACE)) > 0) {
        return givenUp(InProcessRunner.tookLonger(timeout));
      }
      if (stopped.isEmpty() && observer.stopRequested()) {
        worker.say(new Message.Stop());
        stopped = Optional.of(now);
      }
      if (stopped.isPresent() && now.minus(stopped.get()).compareTo(GRACE) > 0) {
        worker.kill();
        return TrialReport.stopped("killed, as it did not stop");
      }
    }
  }

  private void hear(Message message) throws WorkerFailure, InterruptedException {
    if (message instanceof Message.Beginning beginning) {
      observer.began(beginning.recipe());
    } else if (message instanceof Message.Epoch epoch) {
      worker.say(
          new Message.Answer(observer.epoch(epoch.epoch(), epoch.score(), epoch.readings())));
    }
  }

  private TrialReport givenUp(String reason) throws InterruptedException {
    worker.kill();
    return TrialReport.failed(reason, worker.log().lastLines());
  }

  private static String text(Duration span) {
    return span.toSeconds() + " s";
  }
}

package org.hone.worker;

import java.time.Duration;
import java.util.Optional;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;

/**
 * One trial in a worker, watched from outside: whatever it does, it ends, and there is a report.
 */
final class Supervision {
  private static final Duration LOOK = Duration.ofMillis(50);

  /** To end by itself, which keeps the worker: it looks at each step of the training. */
  private static final Duration GRACE = Duration.ofMillis(1500);

  /** Whoever ends everything by a signal may have ended the worker first. */
  private static final Duration FOR_A_SIGNAL = Duration.ofMillis(200);

  private final WorkerProcess worker;
  private final TrialRunner.Observer observer;
  private final WakingTime time;
  private final Duration timeout;
  private final Duration silence;
  private Place place = Place.BEGINNING;

  /**
   * @param time since the trial began, in whatever worker
   * @param timeout after which the trial is given up
   * @param silence after which the worker is
   */
  Supervision(
      WorkerProcess worker,
      TrialRunner.Observer observer,
      WakingTime time,
      Duration timeout,
      Duration silence) {
    this.worker = worker;
    this.observer = observer;
    this.time = time;
    this.timeout = timeout;
    this.silence = silence;
  }

  /**
   * How it went.
   *
   * @param loss how the worker was lost, if it was, and nobody wanted it
   */
  record Course(TrialReport report, Optional<Loss> loss) {
    static Course of(TrialReport report) {
      return new Course(report, Optional.empty());
    }
  }

  /** Runs the trial to its end, or to that of its worker. */
  Course run(TrialOrder order) throws InterruptedException {
    worker.log().clear();
    boolean done = false;
    try {
      worker.say(Message.Assignment.of(order));
      Course course = follow();
      done = worker.isUsable();
      return course;
    } catch (WorkerFailure e) {
      Thread.sleep(FOR_A_SIGNAL.toMillis());
      String reason = String.valueOf(e.getMessage());
      return observer.stopRequested()
          ? Course.of(TrialReport.stopped(reason))
          : new Course(
              TrialReport.failed(reason, worker.log().lines()),
              Optional.of(new Loss(place, e.isFromOutside())));
    } finally {
      // also if the observer is in trouble: nobody waits for the result any more
      if (!done) {
        worker.kill();
      }
    }
  }

  private Course follow() throws WorkerFailure, InterruptedException {
    Duration heard = time.passed();
    Optional<Duration> stopped = Optional.empty();
    while (true) {
      Optional<Message> message = worker.listen(LOOK);
      if (message.isPresent() && message.get() instanceof Message.Result result) {
        return Course.of(result.report());
      }
      if (message.isPresent()) {
        hear(message.get());
      }
      Duration now = time.passed();
      heard = message.isPresent() ? now : heard;
      if (now.minus(heard).compareTo(silence) > 0) {
        TrialReport report = givenUp("it gave no sign of life for %s".formatted(text(silence)));
        return new Course(report, Optional.of(new Loss(place, false)));
      }
      if (now.compareTo(timeout.plus(GRACE)) > 0) {
        return Course.of(givenUp(InProcessRunner.tookLonger(timeout)));
      }
      if (stopped.isEmpty() && observer.stopRequested()) {
        worker.say(new Message.Stop());
        stopped = Optional.of(now);
      }
      if (stopped.isPresent() && now.minus(stopped.get()).compareTo(GRACE) > 0) {
        worker.kill();
        return Course.of(TrialReport.stopped("killed, as it did not stop"));
      }
    }
  }

  private void hear(Message message) throws WorkerFailure, InterruptedException {
    if (message instanceof Message.Beginning beginning) {
      observer.began(beginning.recipe());
    } else if (message instanceof Message.Note note) {
      observer.note(note.line());
    } else if (message instanceof Message.Epoch end) {
      place = new Place(0, end.epoch());
      worker.say(new Message.Answer(observer.epoch(end.epoch(), end.score(), end.readings())));
    } else if (message instanceof Message.Advance advance) {
      place = new Place(advance.fold(), advance.epoch());
      observer.advanced(advance.fold(), advance.epoch());
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

package org.hone.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.hone.agent.TuningListener.Phase;
import org.hone.engine.metrics.Metrics;

/** A program that stops when it is asked to, but never comes to an end of it. */
final class Patient {
  private Patient() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintWriter err = new PrintWriter(System.err, true);
    try (StopSignal stop = StopSignal.install();
        Progress progress = Progress.on(err, Metrics.named("accuracy"))) {
      progress.began(Phase.SEARCH, 10, 1, Optional.empty());
      System.out.println("ready");
      while (!stop.getAsBoolean()) {
        Thread.sleep(5);
      }
      System.out.println("stopping");
      while (true) {
        Thread.sleep(1000);
      }
    }
  }
}

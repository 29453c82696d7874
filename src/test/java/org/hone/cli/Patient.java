package org.hone.cli;

/** A program that stops when it is asked to, but never comes to an end of it. */
final class Patient {
  private Patient() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (StopSignal stop = StopSignal.install()) {
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

package org.hone.worker.program;

/** The program cannot go on with its trial; the message says why, in one line. */
final class ProgramFailure extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1000;

  ProgramFailure(String message) {
    super(oneLine(message));
  }

  /** What a program said, as text that every storage takes. */
  static String oneLine(String said) {
    String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}

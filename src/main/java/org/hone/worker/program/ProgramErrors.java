package org.hone.worker.program;

/** Is told what programs write to their standard error. Thread-safe. */
@FunctionalInterface
public interface ProgramErrors {

  /**
   * A line was written.
   *
   * @param worker whose program, from 1
   */
  void line(int worker, String text);
}

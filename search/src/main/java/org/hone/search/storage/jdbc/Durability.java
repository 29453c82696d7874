package org.hone.search.storage.jdbc;

/**
 * What a SQLite file may lose. Whatever happens, a process that dies or is killed loses nothing
 * that a call has returned from, and the file stays whole.
 */
public enum Durability {
  /**
   * The file is synchronised with the disk at checkpoints only, about every thousand pages. If the
   * power fails or the operating system stops, the transactions of the last moments may be gone:
   * trials finished after the last checkpoint are then missing or stand as running, and the file is
   * as it was at an earlier moment, never damaged. SQLite's {@code synchronous=NORMAL}.
   */
  NORMAL,

  /**
   * The log is synchronised with the disk at every commit: a power failure loses nothing either.
   * Each call that writes waits for the disk, some milliseconds. SQLite's {@code synchronous=FULL}.
   */
  FULL
}

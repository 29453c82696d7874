package org.hone.worker.fake;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a worker is at, in the order of its life. */
public enum Phase {
  /** Its JVM starts. */
  STARTING,
  /** It reads the study. */
  HANDSHAKE,
  /** It is ready, or told of a trial that has not begun. */
  WAITING,
  TRAINING,
  /** An epoch is told, and not yet answered. */
  REPORTING,
  CHECKPOINTING,
  /** The model is written, the result is told. */
  FINISHING;

  /**
   * Where a worker writes down its phase so that others can read it, whatever becomes of the
   * worker: one byte of a file in memory.
   */
  public record Mark(MappedByteBuffer memory) {

    /** Of a worker that has not begun. */
    public static Mark create(Path file) throws IOException {
      return open(Files.write(file, new byte[] {0}));
    }

    static Mark open(Path file) throws IOException {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return new Mark(channel.map(FileChannel.MapMode.READ_WRITE, 0, 1));
      }
    }

    void enter(Phase phase) {
      memory.put(0, (byte) phase.ordinal());
    }

    /** What the worker is at. */
    public Phase phase() {
      return values()[memory.get(0)];
    }
  }
}

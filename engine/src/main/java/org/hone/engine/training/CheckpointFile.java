package org.hone.engine.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The state of a training on disk: what kind of file it is, of which training, the parts one after
 * the other, and a checksum of all. It is replaced as a whole or not at all.
 *
 * @param training what its state belongs to; another training cannot use it
 */
record CheckpointFile(Path path, String training) {
  /** Changes with what parts write. */
  private static final String FORMAT = "hone-checkpoint 2";

  private static final int BUFFER = 1 << 16;

  /** Writes the parts, and has the disk keep them before they replace what was there. */
  void write(List<Resumable> parts) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try {
      try (FileChannel channel =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(parts, Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
  }

  private void write(List<Resumable> parts, OutputStream file) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(file, BUFFER), new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeUTF(FORMAT);
    out.writeUTF(training);
    for (Resumable part : parts) {
      part.save(out);
    }
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * Why it cannot be used; empty if it can.
   *
   * @throws IOException if it cannot be read
   */
  Optional<String> obstacle() throws IOException {
    try (DataInputStream in = open()) {
      if (!in.readUTF().equals(FORMAT)) {
        return Optional.of("another version of Hone wrote it");
      }
      if (!in.readUTF().equals(training)) {
        return Optional.of("it belongs to another training");
      }
    } catch (EOFException | UTFDataFormatException e) {
      return Optional.of("it is damaged");
    }
    return isWhole() ? Optional.empty() : Optional.of("it is damaged");
  }

  private boolean isWhole() throws IOException {
    long length = Files.size(path) - Long.BYTES;
    CRC32C checksum = new CRC32C();
    try (DataInputStream in = open()) {
      CheckedInputStream checked = new CheckedInputStream(in, checksum);
      byte[] piece = new byte[BUFFER];
      long left = length;
      while (left > 0) {
        int count = checked.read(piece, 0, (int) Math.min(piece.length, left));
        if (count < 0) {
          return false;
        }
        left -= count;
      }
      return in.readLong() == checksum.getValue();
    }
  }

  /** Restores the parts from a file without obstacles. */
  void read(List<Resumable> parts) throws IOException {
    try (DataInputStream in = open()) {
      String unused = in.readUTF() + in.readUTF();
      for (Resumable part : parts) {
        part.restore(in);
      }
    }
  }

  private DataInputStream open() throws IOException {
    InputStream file = Files.newInputStream(path);
    return new DataInputStream(new BufferedInputStream(file, BUFFER));
  }
}

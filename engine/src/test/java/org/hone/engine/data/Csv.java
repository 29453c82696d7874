package org.hone.engine.data;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/** A file {@code data.csv} in a test's folder. */
record Csv(Path folder) {

  Path file() {
    return folder.resolve("data.csv");
  }

  /** Writes lines into the file. */
  Path write(String... lines) {
    return write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  Path write(byte[] bytes) {
    try {
      return Files.write(file(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Dataset read(String... lines) {
    return Dataset.read(DataSource.of(write(lines)));
  }

  DataSource source() {
    return DataSource.of(file());
  }

  /** The message of the error, the folder left out. */
  String error(ThrowingCallable call) {
    DataException error = catchThrowableOfType(DataException.class, call);
    return error.getMessage().replace(file().toString(), "data.csv");
  }

  static DataSource withLabel(DataSource source, String label) {
    return new DataSource(
        source.file(),
        Optional.of(label),
        source.ignore(),
        source.goal(),
        source.form(),
        source.categorical());
  }

  static DataSource withIgnored(DataSource source, String... columns) {
    return new DataSource(
        source.file(),
        source.label(),
        List.of(columns),
        source.goal(),
        source.form(),
        source.categorical());
  }

  static DataSource withGoal(DataSource source, Goal goal) {
    return new DataSource(
        source.file(),
        source.label(),
        source.ignore(),
        Optional.of(goal),
        source.form(),
        source.categorical());
  }

  static DataSource withShape(DataSource source, InputShape shape) {
    return new DataSource(
        source.file(),
        source.label(),
        source.ignore(),
        source.goal(),
        new Form.PixelColumns(shape),
        source.categorical());
  }

  static DataSource withCategorical(DataSource source, String... columns) {
    return new DataSource(
        source.file(),
        source.label(),
        source.ignore(),
        source.goal(),
        source.form(),
        List.of(columns));
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

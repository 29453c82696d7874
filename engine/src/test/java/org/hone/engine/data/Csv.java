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
import org.hone.engine.data.file.DataException;

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

  static DataSource withLabel(DataSource source, String... labels) {
    Roles old = source.roles();
    return withRoles(
        source,
        new Roles(
            List.of(labels),
            old.labelSeparator(),
            old.ignore(),
            old.categorical(),
            old.group(),
            old.time(),
            old.weight()));
  }

  static DataSource withLabelSet(DataSource source, String separator) {
    Roles old = source.roles();
    return withRoles(
        source,
        new Roles(
            old.labels(),
            Optional.of(separator),
            old.ignore(),
            old.categorical(),
            old.group(),
            old.time(),
            old.weight()));
  }

  static DataSource withIgnored(DataSource source, String... columns) {
    Roles old = source.roles();
    return withRoles(
        source,
        new Roles(
            old.labels(),
            old.labelSeparator(),
            List.of(columns),
            old.categorical(),
            old.group(),
            old.time(),
            old.weight()));
  }

  static DataSource withCategorical(DataSource source, String... columns) {
    Roles old = source.roles();
    return withRoles(
        source,
        new Roles(
            old.labels(),
            old.labelSeparator(),
            old.ignore(),
            List.of(columns),
            old.group(),
            old.time(),
            old.weight()));
  }

  /** Empty names for none. */
  static DataSource withRowRoles(DataSource source, String group, String time, String weight) {
    Roles old = source.roles();
    return withRoles(
        source,
        new Roles(
            old.labels(),
            old.labelSeparator(),
            old.ignore(),
            old.categorical(),
            Optional.of(group).filter(name -> !name.isEmpty()),
            Optional.of(time).filter(name -> !name.isEmpty()),
            Optional.of(weight).filter(name -> !name.isEmpty())));
  }

  private static DataSource withRoles(DataSource source, Roles roles) {
    return new DataSource(
        source.file(),
        roles,
        source.goal(),
        source.form(),
        source.scaling(),
        source.validation(),
        source.test(),
        Optional.empty());
  }

  static DataSource withGoal(DataSource source, Goal goal) {
    return new DataSource(
        source.file(),
        source.roles(),
        Optional.of(goal),
        source.form(),
        source.scaling(),
        source.validation(),
        source.test(),
        Optional.empty());
  }

  static DataSource withShape(DataSource source, InputShape shape) {
    return new DataSource(
        source.file(),
        source.roles(),
        source.goal(),
        new Form.PixelColumns(shape),
        source.scaling(),
        source.validation(),
        source.test(),
        Optional.empty());
  }

  static DataSource withScaling(DataSource source, ScalingMethod scaling) {
    return new DataSource(
        source.file(),
        source.roles(),
        source.goal(),
        source.form(),
        scaling,
        source.validation(),
        source.test(),
        Optional.empty());
  }

  static DataSource withFiles(DataSource source, Optional<Path> validation, Optional<Path> test) {
    return new DataSource(
        source.file(),
        source.roles(),
        source.goal(),
        source.form(),
        source.scaling(),
        validation,
        test,
        Optional.empty());
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

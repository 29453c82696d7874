package org.hone.engine.data.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file, plain or gzip as its first bytes say, or a folder. Text is UTF-8, with or without a byte
 * order mark.
 */
public record DataFile(Path path) {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** What is done with a stream; the file closes it and explains what goes wrong. */
  interface Use<S, T> {
    T of(S stream) throws IOException;
  }

  /** Reads the file as text. */
  <T> T text(Use<Reader, T> use) {
    return bytes(
        raw -> {
          try (Reader reader = decode(inflate(raw))) {
            return use.of(reader);
          }
        });
  }

  /** Reads what is in the file, inflated. */
  <T> T inflated(Use<InputStream, T> use) {
    return bytes(raw -> use.of(inflate(raw)));
  }

  /** The bytes as they lie there. */
  byte[] contents() {
    return bytes(InputStream::readAllBytes);
  }

  /** Whether it is a folder. */
  public boolean isFolder() {
    return Files.isDirectory(path);
  }

  /** Of the bytes as they lie there, in hexadecimal digits. */
  public String sha256() {
    return bytes(
        raw -> {
          MessageDigest digest = Sha256.digest();
          new DigestInputStream(raw, digest).transferTo(OutputStream.nullOutputStream());
          return HexFormat.of().formatHex(digest.digest());
        });
  }

  /** A file within a jar goes by its name alone: its path is nothing a user has seen. */
  public Path name() {
    boolean plain = path.getFileSystem().equals(FileSystems.getDefault());
    return plain ? path : Objects.requireNonNullElse(path.getFileName(), path);
  }

  /** An error about the whole file. */
  public DataException error(String what) {
    return new DataException("%s: %s".formatted(name(), what));
  }

  /** The error that it cannot be, or lacks, what it was asked for, with the word for that. */
  public DataException error(String what, Optional<String> purpose) {
    return new DataException("%s: %s".formatted(name(), what), purpose);
  }

  /** An error in a line, counted from 1. */
  public DataException error(long line, String what) {
    return new DataException("%s, line %d: %s".formatted(name(), line, what));
  }

  private <T> T bytes(Use<InputStream, T> use) {
    try (InputStream raw = Files.newInputStream(path)) {
      return use.of(raw);
    } catch (IOException e) {
      throw explain(e);
    } catch (UncheckedIOException e) {
      throw explain(Objects.requireNonNull(e.getCause()));
    } catch (CsvParseException e) {
      throw explain(e);
    }
  }

  private InputStream inflate(InputStream raw) throws IOException {
    InputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    if (!gzip && path.toString().endsWith(".gz")) {
      throw error("ends in .gz, but does not begin like a gzip file");
    }
    return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  private static Reader decode(InputStream bytes) throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The parser wraps what its listener throws. */
  private DataException explain(CsvParseException e) {
    return e.getCause() instanceof DataException ours
        ? ours
        : new DataException("%s: %s".formatted(name(), e.getMessage()), e);
  }

  private DataException explain(IOException e) {
    return new DataException("%s: %s".formatted(name(), reason(e)), e);
  }

  private String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return path.isAbsolute()
          ? "there is no such file"
          : "there is no such file (looked for %s)".formatted(path.toAbsolutePath());
    }
    if (Files.isDirectory(path)) {
      return "is a folder; a file is needed";
    }
    if (e instanceof CharacterCodingException) {
      return "is not UTF-8 text; save it in UTF-8";
    }
    if (e instanceof EOFException || e instanceof ZipException) {
      return "is a broken gzip file: %s".formatted(e.getMessage());
    }
    return "cannot be read: %s".formatted(e.getMessage());
  }
}

package org.hone.worker.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 text, of which none is longer than a limit: whatever a program may say. */
public final class LineSource {
  private final Reader reader;
  private final int longest;

  /**
   * @param longest a line of more characters is cut into several
   */
  public LineSource(InputStream stream, int longest) {
    this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    this.longest = longest;
  }

  /**
   * The next line that is not blank, without its end; a carriage return ends a line too. Empty when
   * the stream has ended, or its process has.
   */
  public Optional<String> next() {
    StringBuilder line = new StringBuilder();
    while (true) {
      int letter = read();
      boolean over = letter < 0 || letter == '\n' || letter == '\r';
      if (!over) {
        line.append((char) letter);
      }
      if ((over || line.length() == longest) && !line.toString().isBlank()) {
        return Optional.of(line.toString());
      }
      if (letter < 0) {
        return Optional.empty();
      }
      if (over) {
        line.setLength(0);
      }
    }
  }

  private int read() {
    try {
      return reader.read();
    } catch (IOException e) {
      // closed while the process was ended
      return -1;
    }
  }
}

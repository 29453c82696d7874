package org.hone.worker.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineSourceTest {
  private static List<String> lines(byte[] bytes, int longest) {
    LineSource source = new LineSource(new ByteArrayInputStream(bytes), longest);
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
      lines.add(line.get());
    }
    return lines;
  }

  private static List<String> lines(String text, int longest) {
    return lines(text.getBytes(StandardCharsets.UTF_8), longest);
  }

  @Test
  void everyKindOfLineEndCountsAndBlankLinesDoNot() {
    assertThat(lines("a\nb\r\nc\rd é\n \n\nlast", 100))
        .containsExactly("a", "b", "c", "d é", "last");
    assertThat(lines("", 100)).isEmpty();
    assertThat(lines("\n\n", 100)).isEmpty();
  }

  @Test
  void aLineWithoutEndIsCut() {
    assertThat(lines("x".repeat(7) + "\ny", 3)).containsExactly("xxx", "xxx", "x", "y");
  }

  @Test
  void whatIsNoTextIsStillRead() {
    assertThat(lines(new byte[] {'a', (byte) 0xff, 'b', '\n'}, 100)).containsExactly("a\uFFFDb");
  }
}

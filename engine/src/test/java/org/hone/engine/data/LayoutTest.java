package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.hone.engine.data.file.DataFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private Layout layout(String text, String... asked) {
    return Layout.of(new DataFile(csv.write(text)), Set.of(asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b,c#1,2,3           | comma",
        "a;b;c#1;2;3           | semicolon",
        "a b c#1 2 3           | blank",
        "a b,c d#1 2,3 4       | comma",
        "a;b#1,5;2,5#3,5;4,5   | semicolon",
        "x@y,z@w#1@2,3@4       | tab",
        "a,b#'1;2',3#'4;5',6   | comma",
        "a#1#2                 | comma",
        "1,2,3#1,2#4,5,6#7,8,9 | comma",
        "john x,1#ann y,2#al,3 | comma",
      })
  void findsTheSeparator(String text, String separator) {
    String file = text.strip().replace('#', '\n').replace('@', '\t').replace('\'', '"');
    assertThat(layout(file).separatorName()).isEqualTo(separator.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2",
        "a,b\n1,x",
        ",b\n1,2",
        "a,b\n?,1\n2,3",
        "colour,size\nred,small\nblue,big",
        "a,b",
        "name,2\nx,y\nz,w\n"
      })
  void firstLineIsHeader(String text) {
    assertThat(layout(text, "name").header()).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,4",
        "1,x\n3,y",
        "?,NA\n3,4",
        "red,small\nblue,small",
        "red,red\nblue,small",
        "x,\ny,z",
        "1,2",
        "country,1990\nchad,5"
      })
  void firstLineIsRow(String text) {
    assertThat(layout(text).header()).as(text).isFalse();
  }

  @Test
  void namesWhatHasNoName() {
    assertThat(layout("a,,c\n1,2,3").names().names()).containsExactly("a", "column2", "c");
    assertThat(layout("1,2,3").names().names()).containsExactly("column1", "column2", "column3");
  }

  @Test
  void looksAtTheFirstHundredRecordsOnly() {
    String text = "1,2\n".repeat(100) + "\"never closed";
    assertThat(layout(text).names().width()).isEqualTo(2);
  }

  @Test
  void readsVeryLongLines() {
    String line = String.join(",", Collections.nCopies(50_000, "1.5"));
    assertThat(layout(line + "\n" + line).names().width()).isEqualTo(50_000);
  }

  @Test
  void skipsRepeatedAndOuterBlanksBetweenBlanks() {
    assertThat(layout("  1   2.5 \"a b\"\n 3 4  c\n").names().names())
        .isEqualTo(List.of("column1", "column2", "column3"));
  }
}

package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Synonyms;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsOfTextsTest {
  private static final SplitPlan HALF = new SplitPlan(0.5, 0, 1, 1);

  @TempDir Path folder;
  private Path reviews;
  private Path synonyms;

  @BeforeEach
  void reviews() throws IOException {
    reviews =
        Files.write(
            folder.resolve("reviews.csv"),
            List.of(
                "review,stars",
                "good fine film,pos",
                "fine good movie,pos",
                "bad film,neg",
                "bad movie,neg",
                "good film,pos",
                "bad movie film,neg"));
    synonyms = folder.resolve("synonyms.txt");
  }

  private Dataset read(Form form, Optional<Path> file) {
    return Dataset.read(
        new DataSource(
            reviews,
            Roles.USUAL,
            Optional.empty(),
            form,
            ScalingMethod.STANDARD,
            Optional.empty(),
            Optional.empty(),
            file));
  }

  private Dataset read(String... lines) throws IOException {
    Files.write(synonyms, List.of(lines));
    return read(new Form.TextColumn("review", 100, Optional.empty()), Optional.of(synonyms));
  }

  @Test
  void groupsBecomeTheNumbersOfWordsInTheTrainingRows() throws IOException {
    Prepared split = read("# of reviews", "", "Film, MOVIE; picture", "good fine").prepare(HALF);
    String json = split.preprocessing().toJson();
    List<String> words =
        List.of(json.replaceFirst("(?s).*\"words\" : \\[ (.*?) ].*", "$1").split(", "));
    int film = words.indexOf("\"film\"") + TextCoding.FIRST_WORD;
    int movie = words.indexOf("\"movie\"") + TextCoding.FIRST_WORD;
    assertThat(split.synonyms().of(film)).containsExactly(movie);
    assertThat(split.synonyms().of(movie)).containsExactly(film);
    assertThat(split.synonyms().of(TextCoding.UNKNOWN)).isEmpty();
  }

  @Test
  void withoutAFileNoWordHasAny() {
    Dataset plain = read(new Form.TextColumn("review", 100, Optional.empty()), Optional.empty());
    assertThat(plain.prepare(HALF).synonyms()).isEqualTo(Synonyms.none());
  }

  @Test
  void theFileMakesOtherData() throws IOException {
    String plain =
        read(new Form.TextColumn("review", 100, Optional.empty()), Optional.empty()).sha256();
    String known = read("film movie").sha256();
    assertThat(known).isNotEqualTo(plain).isNotEqualTo(read("film movie picture").sha256());
    assertThat(read("film movie").sha256()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film movie/feature-film movie | , line 2: 'feature-film' is 2 words to Hone, feature and"
            + " film; allowed: single words",
        "film | , line 1: 'film' is no group of words; two or more are needed",
        "film Film | , line 1: 'film Film' is no group of words; two or more are needed",
        "cat tomcat | : no line has two words of the texts",
        "# nothing | : no line has two words of the texts"
      })
  void whatIsOfNoUseIsSaid(String lines, String problem) {
    assertThatThrownBy(() -> read(lines.split("/")))
        .isInstanceOf(DataException.class)
        .hasMessage(synonyms + problem.stripLeading());
  }

  @Test
  void onlyTextsHaveSynonyms() throws IOException {
    Files.writeString(synonyms, "film movie");
    assertThatThrownBy(() -> read(new Form.Table(), Optional.of(synonyms)))
        .isInstanceOf(DataException.class)
        .hasMessage(synonyms + ": holds synonyms, which only texts have");
    Files.write(synonyms, "füm".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(
            () -> read(new Form.TextColumn("review", 100, Optional.empty()), Optional.of(synonyms)))
        .hasMessageContaining("not UTF-8 text");
  }
}

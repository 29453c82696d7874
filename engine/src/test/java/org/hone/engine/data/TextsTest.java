package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private static final SplitPlan HALF = new SplitPlan(0.5, 0, 1, 1);

  @TempDir Path folder;
  private Csv csv;

  @BeforeEach
  void folder() {
    csv = new Csv(folder);
  }

  private static DataSource source(Path file, Form form) {
    return DataSource.of(file, form, Optional.empty());
  }

  private Dataset read(int vocabulary, Optional<Integer> tokens, String... lines) {
    csv.write(lines);
    return Dataset.read(source(csv.file(), new Form.TextColumn("review", vocabulary, tokens)));
  }

  private Dataset reviews() {
    return read(
        100,
        Optional.empty(),
        "review,stars",
        "good good film,pos",
        "bad,neg",
        "\"Good, really good!\",pos",
        "bad bad,neg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The cat, the CAT.| the cat the cat",
        "don’t stop 'now' | don't stop now",
        "naïve Straße 3.5%| naïve straße 3 5",
        "поезд идёт | поезд идёт",
        "我爱NLP技术 | 我 爱 nlp 技 术",
        "हिन्दी भाषा | हिन्दी भाषा",
        "<b>x_1</b> | b x 1 b"
      })
  void wordsAreRunsOfLettersAndDigitsInLowerCase(String text, String words) {
    assertThat(Tokenizer.words(text)).containsExactly(words.split(" "));
  }

  @Test
  void composedAndDecomposedAccentsAreTheSame() {
    assertThat(Tokenizer.words("e\u0301te\u0301")).isEqualTo(Tokenizer.words("\u00e9t\u00e9"));
    assertThat(Tokenizer.words(" ... !? \ufeff")).isEmpty();
  }

  @Test
  void textsBecomeNumbersOfWordsWithAMaskOfThePadding() {
    Dataset data = reviews();
    assertThat(data.classes()).containsExactly("neg", "pos");
    assertThat(data.input()).isEqualTo(InputShape.text(6, 3));
    Preprocessing preprocessing = data.prepare(new SplitPlan(0.01, 0, 1, 1)).preprocessing();
    csv.write("review", "good unheard film", "\"\"", "bad", "film good bad good good");
    Inputs inputs = preprocessing.encode(preprocessing.readForPrediction(csv.file()));
    assertThat(inputs.features().shape()).containsExactly(4, 3);
    int good = (int) inputs.features().getFloat(0, 0);
    assertThat(good).isGreaterThanOrEqualTo(2);
    assertThat(inputs.features().getFloat(0, 1)).as("unknown").isEqualTo(1);
    assertThat(inputs.features().getRow(1).toFloatVector()).containsExactly(1, 0, 0);
    assertThat(inputs.features().getFloat(3, 1)).as("beyond the last token").isEqualTo(good);
    assertThat(inputs.mask().orElseThrow().ravel().toFloatVector())
        .containsExactly(1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1);
    assertThat(preprocessing.inputs(inputs)).isEqualTo(inputs);
  }

  @Test
  void theVocabularyIsThatOfTrainingRowsMostFrequentFirst() {
    List<String> lines = new ArrayList<>(List.of("review,stars"));
    for (int i = 0; i < 40; i++) {
      lines.add("common rare%d %s,%s".formatted(i, "often", i % 2 == 0 ? "pos" : "neg"));
    }
    Dataset data = read(12, Optional.empty(), lines.toArray(String[]::new));
    assertThat(data.input()).isEqualTo(InputShape.text(14, 3));
    Prepared split = data.prepare(new SplitPlan(0.25, 0.25, 1, 1));
    String json = split.preprocessing().toJson();
    assertThat(json).contains("\"words\" : [ \"common\", \"often\", \"rare");
    assertThat(split.training().features().maxNumber().intValue()).isEqualTo(13);
    long known =
        lines.stream()
            .filter(line -> json.contains(line.split(" ")[1 % line.split(" ").length] + "\""))
            .count();
    assertThat(known).isEqualTo(10);
    for (float token : split.validation().features().getColumn(1).toFloatVector()) {
      assertThat(token).as("rare words of other rows").isEqualTo(1);
    }
  }

  @Test
  void asManyWordsAreSeenAsNearlyAllTextsHave() {
    List<String> lines = new ArrayList<>(List.of("review,stars"));
    for (int i = 1; i <= 100; i++) {
      lines.add("w ".repeat(i * 2) + "," + (i % 2 == 0 ? "pos" : "neg"));
    }
    String[] all = lines.toArray(String[]::new);
    assertThat(read(9, Optional.empty(), all).input()).isEqualTo(InputShape.text(3, 190));
    assertThat(read(9, Optional.of(7), all).input()).isEqualTo(InputShape.text(3, 7));
    lines.replaceAll(line -> line.replace("w ", "w w w "));
    assertThat(read(9, Optional.empty(), lines.toArray(String[]::new)).input())
        .isEqualTo(InputShape.text(3, 400));
  }

  @Test
  void aTextWithoutWordsCountsAsOneUnknownWord() {
    Dataset data =
        read(9, Optional.empty(), "review,stars", "good,1.5", ",2.5", "!,2", "bad,7", "NA,8");
    assertThat(data.goal()).isEqualTo(Goal.REGRESSION);
    assertThat(data.warnings())
        .containsExactly(
            "column 'review' (number 1): 2 texts have no word; each counts as one unknown word");
    Prepared split = data.prepare(HALF);
    assertThat(split.training().features().minNumber().intValue()).isPositive();
    assertThat(split.training().inputs().mask()).as("nothing is padded").isEmpty();
  }

  @Test
  void noWordAtAllIsAnError() {
    assertThat(csv.error(() -> read(9, Optional.empty(), "review,stars", ",1", "!,2", "?,3")))
        .isEqualTo(
            "data.csv: column 'review' (number 1): no text has a word; there is nothing to learn"
                + " from");
  }

  @Test
  void columnsThatAreNotSeenAreMentioned() {
    Dataset data =
        read(
            9,
            Optional.empty(),
            "id,stars,when,review",
            "1,pos,2024,good",
            "2,neg,2023,bad",
            "3,pos,2024,good",
            "4,neg,2023,bad");
    assertThat(data.labels().get(0)).isEqualTo("when");
    DataSource source = source(csv.file(), new Form.TextColumn("review", 9, Optional.empty()));
    Dataset labelled = Dataset.read(Csv.withIgnored(Csv.withLabel(source, "stars"), "id"));
    assertThat(labelled.classes()).containsExactly("neg", "pos");
    assertThat(labelled.warnings())
        .contains("column 'review' (number 4) alone is learnt from, not when");
  }

  @Test
  void columnsThatAreNotThereAreErrors() {
    assertThat(csv.error(() -> read(9, Optional.empty(), "text,stars", "good,pos", "bad,neg")))
        .startsWith("data.csv: there is no column 'review' that holds texts");
    assertThat(csv.error(() -> read(9, Optional.empty(), "review", "good", "bad")))
        .isEqualTo(
            "data.csv: column 'review' (number 1): is the text, and cannot be the label too");
    csv.write("review,stars", "good,pos", "bad,neg");
    DataSource source = source(csv.file(), new Form.TextColumn("review", 9, Optional.empty()));
    assertThat(csv.error(() -> Dataset.read(Csv.withLabel(source, "1"))))
        .isEqualTo(
            "data.csv: column 'review' (number 1): is the text, and cannot be the label too");
    Preprocessing preprocessing = reviews().prepare(HALF).preprocessing();
    csv.write("a,b", "x,y");
    assertThat(csv.error(() -> preprocessing.readForPrediction(csv.file())))
        .startsWith("data.csv: there is no column 'review' that the model learnt from");
  }

  @Test
  void labelsAndFilesOfTheirOwnAreAsWithTables() throws IOException {
    csv.write("review,tags", "good film,a;b", "bad film,b", "good,a", "bad,", "fine,a;b", "poor,b");
    Path more = folder.resolve("more.csv");
    Files.writeString(more, "tags,review\na,unheard good\n");
    DataSource source =
        DataSource.of(
            csv.file(), new Form.TextColumn("review", 9, Optional.empty()), Optional.empty());
    DataSource divided =
        Csv.withFiles(Csv.withLabelSet(source, ";"), Optional.of(more), Optional.empty());
    Prepared split = Dataset.read(divided).prepare(new SplitPlan(0, 0, 1, 1));
    assertThat(split.training().rows()).isEqualTo(6);
    assertThat(split.validation().labels().toFloatVector()).containsExactly(1, 0);
    assertThat(split.validation().features().getFloat(0, 0)).as("not in training").isEqualTo(1);
  }

  @Test
  void itsVocabularyIsSavedWithTheModel() {
    Preprocessing one = reviews().prepare(HALF).preprocessing();
    Preprocessing read = Preprocessing.fromJson(one.toJson());
    assertThat(read).isEqualTo(one);
    assertThat(read.toJson()).isEqualTo(one.toJson());
    RawRows rows = one.readForPrediction(csv.file());
    assertThat(read.encode(rows)).isEqualTo(one.encode(rows));
    assertThatThrownBy(
            () ->
                Preprocessing.fromJson(one.toJson().replace("\"sizes\" : [ 6", "\"sizes\" : [ 3")))
        .hasMessageContaining("has no room for");
  }

  @Test
  void textsInMemoryAreScoredToo() {
    Preprocessing preprocessing = reviews().prepare(HALF).preprocessing();
    RawRows inMemory =
        preprocessing.rows(List.of(Map.of("review", "Bad good"), Map.of("review", "")));
    csv.write("review", "Bad good", "\"\"");
    RawRows fromFile = preprocessing.readForPrediction(csv.file());
    assertThat(preprocessing.encode(inMemory)).isEqualTo(preprocessing.encode(fromFile));
    assertThatThrownBy(() -> preprocessing.rows(List.of(Map.of("text", "Bad"))))
        .hasMessage("row 1 has no 'review', which the model learnt from");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void textsOfAFolderHaveTheClassOfTheirFolder() throws IOException {
    for (int i = 0; i < 4; i++) {
      write("mail/ham/%d.txt".formatted(i), "hello\nfriend number " + i);
      write("mail/spam/%d.txt".formatted(i), "\ufeffbuy now");
    }
    write("mail/spam/cover.docx", "not looked at");
    Path mail = folder.resolve("mail");
    assertThat(Glance.kind(mail)).contains(InputShape.Kind.TEXT);
    Dataset data = Dataset.read(source(mail, new Form.TextFolder(20_000, Optional.empty())));
    assertThat(data.classes()).containsExactly("ham", "spam");
    assertThat(data.input()).isEqualTo(InputShape.text(11, 4));
    assertThat(data.warnings())
        .containsExactly(
            mail + ": 1 files are left out, being no texts (.txt); the first: spam/cover.docx");
    Preprocessing preprocessing = data.prepare(HALF).preprocessing();
    RawRows rows = preprocessing.readForPrediction(mail);
    assertThat(rows.names()).startsWith("ham/0.txt").hasSize(8);
    RawRows one = preprocessing.readForPrediction(mail.resolve("spam/2.txt"));
    assertThat(one.names()).containsExactly("2.txt");
    assertThat(preprocessing.encode(one).features().getFloat(0, 2)).isZero();
    Files.write(mail.resolve("ham/9.txt"), new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(
            () -> Dataset.read(source(mail, new Form.TextFolder(20_000, Optional.empty()))))
        .hasMessage("%s: cannot be read: it is not UTF-8 text", mail.resolve("ham/9.txt"));
  }
}

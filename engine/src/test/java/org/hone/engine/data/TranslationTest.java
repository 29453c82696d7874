package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.split.SplitPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TranslationTest {
  @TempDir Path folder;

  private static String[] rows(String... names) {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("a,b,c,y"));
    for (int i = 0; i < 60; i++) {
      lines.add(
          "%s,%s,%s,%s"
              .formatted(
                  1e4 + 10 * random.nextGaussian(),
                  "uvw".charAt(i % 3),
                  random.nextGaussian() * 1e-3,
                  names.length == 0 ? 50 + 9 * random.nextGaussian() : names[i % names.length]));
    }
    return lines.toArray(String[]::new);
  }

  private static Prepared split(Dataset data, long seed) {
    return data.prepare(new SplitPlan(0.3, 0.2, 1, seed));
  }

  private static double distance(INDArray one, INDArray other) {
    return one.sub(other).amaxNumber().doubleValue();
  }

  @Test
  void rowsScaledForOneSplitAreScaledForTheOther() {
    Dataset data = new Csv(folder).read(rows("p", "q"));
    Prepared one = split(data, 1);
    Prepared other = split(data, 2);
    assertThat(one.preprocessing()).isNotEqualTo(other.preprocessing());
    Inputs raw = one.validation().inputs();
    Inputs there =
        Translation.between(one.preprocessing(), other.preprocessing())
            .inputs(one.preprocessing().inputs(raw));
    assertThat(distance(there.features(), other.preprocessing().inputs(raw).features()))
        .isLessThan(1e-3);
    assertThat(distance(there.features(), one.preprocessing().inputs(raw).features()))
        .isGreaterThan(0.01);
  }

  @Test
  void numbersThatWerePredictedComeBackInTheScaleOfTheOther() {
    Dataset data = new Csv(folder).read(rows());
    Prepared one = split(data, 1);
    Prepared other = split(data, 2);
    assertThat(data.goal()).isEqualTo(Goal.REGRESSION);
    INDArray labels = one.validation().labels();
    INDArray back =
        Translation.between(one.preprocessing(), other.preprocessing())
            .predictions(other.preprocessing().labels(labels));
    assertThat(distance(back, one.preprocessing().labels(labels))).isLessThan(1e-4);
  }

  @Test
  void wordsGetTheNumbersThatTheyHaveThere() {
    TextCoding own =
        new TextCoding(
            TextCoding.Origin.FILES, InputShape.text(5, 4), List.of("cat", "dog", "owl"));
    TextCoding other =
        new TextCoding(
            TextCoding.Origin.FILES, InputShape.text(5, 4), List.of("owl", "cat", "emu"));
    Fitted.Label label = new Fitted.Label(List.of("kind"), List.of("p", "q"), List.of());
    Translation translation =
        Translation.between(
            new Preprocessing(new Fitted(Goal.CLASSIFICATION, label, own)),
            new Preprocessing(new Fitted(Goal.CLASSIFICATION, label, other)));
    INDArray tokens = Nd4j.createFromArray(new float[][] {{2, 3, 4, 0}, {1, 4, 2, 0}});
    assertThat(translation.inputs(Inputs.of(tokens)).features())
        .isEqualTo(Nd4j.createFromArray(new float[][] {{3, 1, 2, 0}, {1, 2, 3, 0}}));
  }

  @Test
  void whatDiffersIsNamed() throws Exception {
    Prepared one = split(new Csv(folder).read(rows("p", "q")), 1);
    Prepared classes = split(new Csv(folder).read(rows("p", "r")), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Translation.between(one.preprocessing(), classes.preprocessing()))
        .withMessage("its classes are [p, r], but here [p, q]");
    String[] renamed = rows("p", "q");
    renamed[0] = "a,b,d,y";
    Prepared columns = split(new Csv(folder).read(renamed), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Translation.between(one.preprocessing(), columns.preprocessing()))
        .withMessageStartingWith("its columns are {a=[], b=[u, v, w], d=[]}, but here");
    Files.delete(folder.resolve("data.csv"));
  }
}

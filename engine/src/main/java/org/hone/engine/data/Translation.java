package org.hone.engine.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.Goal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Between two preprocessings that were fitted to different rows of the same kind: lets a model that
 * learnt with one predict for rows that were prepared by the other. Scales and the numbers of words
 * differ between them; what a missing number was replaced by stays.
 */
public final class Translation {
  private final Preprocessing here;
  private final Preprocessing there;
  private final UnaryOperator<INDArray> features;

  private Translation(Preprocessing here, Preprocessing there, UnaryOperator<INDArray> features) {
    this.here = here;
    this.there = there;
    this.features = features;
  }

  /**
   * From one to the other.
   *
   * @throws IllegalArgumentException that says what differs if they are about different data
   */
  public static Translation between(Preprocessing here, Preprocessing there) {
    requireSame("it predicts by", there.goal(), here.goal());
    requireSame("its classes are", there.classes(), here.classes());
    requireSame("its columns are", columns(there), columns(here));
    requireSame("its rows have the shape", there.input(), here.input());
    return new Translation(here, there, features(here, there));
  }

  private static void requireSame(String what, Object there, Object here) {
    if (!there.equals(here)) {
      throw new IllegalArgumentException("%s %s, but here %s".formatted(what, there, here));
    }
  }

  /** By name with their categories, in order; of other kinds than tables nothing. */
  private static Map<String, List<String>> columns(Preprocessing one) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    if (one.fitted().features() instanceof ColumnCoding coding) {
      coding
          .features()
          .forEach(
              feature ->
                  columns.put(
                      feature.name(),
                      feature instanceof CategoricalFeature names
                          ? names.categories()
                          : List.of()));
    }
    return columns;
  }

  private static UnaryOperator<INDArray> features(Preprocessing here, Preprocessing there) {
    if (here.fitted().features() instanceof TextCoding own
        && there.fitted().features() instanceof TextCoding other) {
      return own.words().equals(other.words()) ? UnaryOperator.identity() : words(own, other);
    }
    if (here.fitted().features().scaling() instanceof Standardisation own
        && there.fitted().features().scaling() instanceof Standardisation other) {
      return own.equals(other) ? UnaryOperator.identity() : scales(own, other);
    }
    throw new IllegalArgumentException("its rows are of another kind");
  }

  /** {@code (z / f + m - m') f'}; 0 where all values were the same here, so that z is. */
  private static UnaryOperator<INDArray> scales(Standardisation own, Standardisation other) {
    INDArray scaled = own.factors().neq(0).castTo(own.factors().dataType());
    INDArray spread = own.factors().add(scaled.rsub(1)).rdiv(1).muli(scaled);
    INDArray factors = spread.muli(other.factors());
    INDArray summands = own.means().sub(other.means()).muli(other.factors()).muli(scaled);
    return features -> {
      INDArray flat = features.dup('c').reshape('c', features.size(0), factors.length());
      flat.muliRowVector(factors).addiRowVector(summands);
      return flat.reshape('c', features.shape());
    };
  }

  private static UnaryOperator<INDArray> words(TextCoding own, TextCoding other) {
    Map<String, Integer> known = new HashMap<>();
    other.words().forEach(word -> known.put(word, TextCoding.FIRST_WORD + known.size()));
    float[] numbers = new float[TextCoding.FIRST_WORD + own.words().size()];
    numbers[TextCoding.UNKNOWN] = TextCoding.UNKNOWN;
    for (int i = 0; i < own.words().size(); i++) {
      numbers[TextCoding.FIRST_WORD + i] =
          known.getOrDefault(own.words().get(i), TextCoding.UNKNOWN);
    }
    return features -> {
      float[] tokens = features.dup('c').data().asFloat();
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = numbers[(int) tokens[i]];
      }
      return Nd4j.create(tokens, features.shape(), 'c');
    };
  }

  /** The other's inputs of rows whose inputs here are these, both in the scale of training. */
  public Inputs inputs(Inputs scaled) {
    return scaled.withFeatures(features.apply(scaled.features()));
  }

  /** The other's predictions as they would be here, both in the scale of training. */
  public INDArray predictions(INDArray scaled) {
    return here.goal() == Goal.REGRESSION ? here.labels(there.predictions(scaled)) : scaled;
  }
}

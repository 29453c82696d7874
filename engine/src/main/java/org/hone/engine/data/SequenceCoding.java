package org.hone.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How sequences become [rows, features, steps], from the first step on. Of a longer sequence the
 * last steps are seen; a shorter one is padded at its end, with what scaling turns to 0.
 *
 * @param features of a step
 */
record SequenceCoding(Origin origin, InputShape input, List<Feature> features)
    implements Coding<Steps> {

  /**
   * How the file was laid out.
   *
   * @param table the file, or any of the files if each sequence had its own
   * @param id the column that told sequences apart
   * @param order the column by which steps were ordered
   */
  record Origin(ColumnCoding.Origin table, Key id, Key order) {}

  /**
   * A column that is not learnt from.
   *
   * @param number from 1; 0 if there is none
   */
  record Key(String name, int number) {
    static final Key NONE = new Key("", 0);

    boolean isThere() {
      return number > 0;
    }
  }

  SequenceCoding {
    features = List.copyOf(features);
    int inputs = features.stream().mapToInt(Feature::inputs).sum();
    if (inputs != input.sizes().get(0)) {
      throw new IllegalArgumentException(
          "%s needs %d inputs at each step, but the features make %d"
              .formatted(input, input.sizes().get(0), inputs));
    }
  }

  @Override
  public Inputs encode(Steps rows, int[] which) {
    int inputs = input.sizes().get(0);
    int steps = input.sizes().get(1);
    float[] padding = byInput(Scale::center);
    float[] encoded = new float[Math.multiplyExact(which.length, inputs * steps)];
    float[] mask = new float[which.length * steps];
    int seen = 0;
    for (int i = 0; i < which.length; i++) {
      int[] places = rows.last(which[i], steps);
      for (int step = 0; step < steps; step++) {
        boolean isThere = step < places.length;
        float[] values = isThere ? step(rows.columns(), places[step]) : padding;
        for (int k = 0; k < inputs; k++) {
          encoded[(i * inputs + k) * steps + step] = values[k];
        }
        mask[i * steps + step] = isThere ? 1 : 0;
      }
      seen += places.length;
    }
    INDArray features = Nd4j.create(encoded, new long[] {which.length, inputs, steps}, 'c');
    return seen == mask.length
        ? Inputs.of(features)
        : new Inputs(
            features, Optional.of(Nd4j.create(mask, new long[] {which.length, steps}, 'c')));
  }

  private float[] step(List<Cells> columns, int place) {
    float[] values = new float[input.sizes().get(0)];
    int from = 0;
    for (int i = 0; i < columns.size(); i++) {
      features.get(i).encode(columns.get(i).at(place), values, from);
      from += features.get(i).inputs();
    }
    return values;
  }

  @Override
  public UnaryOperator<INDArray> scaling() {
    return new Standardisation(everyStep(Scale::center), everyStep(Scale::factor));
  }

  private float[] byInput(ToDoubleFunction<Scale> figure) {
    float[] values = new float[input.sizes().get(0)];
    int from = 0;
    for (Feature feature : features) {
      float value = (float) figure.applyAsDouble(feature.scale());
      Arrays.fill(values, from, from + feature.inputs(), value);
      from += feature.inputs();
    }
    return values;
  }

  private INDArray everyStep(ToDoubleFunction<Scale> figure) {
    int steps = input.sizes().get(1);
    float[] ofInput = byInput(figure);
    float[] values = new float[ofInput.length * steps];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofInput[i / steps];
    }
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }

  @Override
  public RawRows read(DataFile file) {
    return SequenceRows.read(this, file);
  }
}

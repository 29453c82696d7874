package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;

/**
 * Sequences to learn from.
 *
 * @param raw the columns of all steps
 * @param rows by sequence: where its steps are in the columns, in order
 */
record Sequences(
    DataFile file,
    SequenceCoding.Origin origin,
    InputShape input,
    List<RawColumn> raw,
    Steps rows,
    ScalingMethod scaling)
    implements Features {

  /**
   * Sequences, with the shape that they and a limit of steps give.
   *
   * @param most how many steps are seen; those of the longest if empty
   * @throws DataException if they are too many numbers
   */
  static Sequences of(
      DataFile file,
      SequenceCoding.Origin origin,
      List<RawColumn> columns,
      List<int[]> sequences,
      Optional<Integer> most,
      ScalingMethod scaling) {
    Steps rows = new Steps(columns.stream().map(RawColumn::cells).toList(), sequences);
    int inputs = columns.stream().mapToInt(raw -> raw.column().inputs()).sum();
    int steps = most.orElseGet(rows::longest);
    if ((double) sequences.size() * inputs * steps > Integer.MAX_VALUE) {
      throw file.error(
          "%d sequences of %d inputs at each of %d steps are more numbers than fit into memory; give a smaller number of steps"
              .formatted(sequences.size(), inputs, steps));
    }
    return new Sequences(file, origin, InputShape.sequence(inputs, steps), columns, rows, scaling);
  }

  @Override
  public Coded<?> fit(int[] trainingRows) {
    int most = input.sizes().get(1);
    int[] steps =
        Arrays.stream(trainingRows)
            .flatMap(sequence -> Arrays.stream(rows.last(sequence, most)))
            .toArray();
    InputShape ofStep = InputShape.table(input.sizes().get(0));
    List<Feature> features = new Fitting(steps, scaling).features(raw, ofStep);
    return new Coded<>(rows, new SequenceCoding(origin, input, features));
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(Remarks.on(raw));
    remarks.addAll(rows.remarks(file, input.sizes().get(1)));
    return remarks;
  }
}

package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Synonyms;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The view of a training that techniques get. */
final class GraphRun implements Run, Resumable {
  private final LiveGraph graph;
  private final INDArray trainingLabels;
  private final RandomState random;
  private final Supplier<Progress> progress;
  private final Optional<Inference> teacher;
  private final Synonyms synonyms;
  private final Map<String, INDArray> states = new HashMap<>();

  GraphRun(
      LiveGraph graph,
      INDArray trainingLabels,
      RandomState random,
      Supplier<Progress> progress,
      Optional<Inference> teacher,
      Synonyms synonyms) {
    this.graph = graph;
    this.trainingLabels = trainingLabels;
    this.random = random;
    this.progress = progress;
    this.teacher = teacher;
    this.synonyms = synonyms;
  }

  @Override
  public INDArray weights() {
    return graph.weights();
  }

  @Override
  public INDArray gradients() {
    return graph.gradients();
  }

  @Override
  public List<ParameterView> views() {
    return graph.views();
  }

  @Override
  public INDArray inputGradients(Batch batch) {
    return graph.inputGradients(batch);
  }

  @Override
  public INDArray trainingLabels() {
    return trainingLabels;
  }

  @Override
  public INDArray state(String name, long... shape) {
    INDArray state = states.computeIfAbsent(name, key -> Nd4j.zeros(weights().dataType(), shape));
    if (!Arrays.equals(state.shape(), shape)) {
      throw new IllegalArgumentException(
          "state '%s' has the shape %s, but is asked for with %s"
              .formatted(name, Arrays.toString(state.shape()), Arrays.toString(shape)));
    }
    return state;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(random.state());
    out.writeInt(states.size());
    for (Map.Entry<String, INDArray> state : states.entrySet()) {
      out.writeUTF(state.getKey());
      StoredArray.write(state.getValue(), out);
    }
  }

  /** Into the arrays that are there already, since others may hold them. */
  @Override
  public void restore(DataInput in) throws IOException {
    random.restore(in.readLong());
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      INDArray kept = StoredArray.read(in);
      state(name, kept.shape()).assign(kept);
    }
  }

  @Override
  public Synonyms synonyms() {
    return synonyms;
  }

  @Override
  public Progress progress() {
    return progress.get();
  }

  @Override
  public RandomState random() {
    return random;
  }

  @Override
  public Optional<Inference> teacher() {
    return teacher;
  }
}

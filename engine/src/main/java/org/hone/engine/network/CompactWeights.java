package org.hone.engine.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Weights of a saved model as bytes: of an array whose weights are multiples, by -127 to 127, of a
 * step of their unit's, the multiples and the steps; all other numbers as they are. They stand in
 * the model's zip in place of Deeplearning4j's own entry, and give the same weights to the bit.
 *
 * <pre>{@code w = step[unit] * multiple}</pre>
 */
public final class CompactWeights {
  /** The entry of a model whose weights lie there as bytes. */
  static final String ENTRY = "hone-weights.bin";

  static final String PLAIN_ENTRY = "coefficients.bin";
  private static final String CONFIGURATION = "configuration.json";
  private static final int VERSION = 1;
  private static final int MOST = 127;

  private CompactWeights() {}

  /** A part of the flat weights: units one behind the other, each with a step. */
  private static final class Stretch {
    private final int from;
    private final int length;
    private final float[] steps;

    /**
     * @param from where the first weight lies
     * @param length of a unit
     */
    Stretch(int from, int length, float... steps) {
      this.from = from;
      this.length = length;
      this.steps = steps;
    }

    int end() {
      return from + length * steps.length;
    }

    float step(int place) {
      return steps[(place - from) / length];
    }

    int multiple(float weight, int place) {
      float step = step(place);
      return step == 0 ? 0 : (int) Math.rint(weight / (double) step);
    }

    /** Whether all weights are multiples of their steps, to the bit. */
    boolean holds(float... weights) {
      for (int place = from; place < end(); place++) {
        int multiple = multiple(weights[place], place);
        boolean same =
            Float.floatToIntBits(weight(step(place), multiple))
                == Float.floatToIntBits(weights[place] + 0f);
        if (!same || Math.abs(multiple) > MOST) {
          return false;
        }
      }
      return true;
    }

    static float weight(float step, int multiple) {
      return (float) ((double) step * multiple) + 0f;
    }
  }

  /**
   * Puts a saved model's weights as bytes where they can be.
   *
   * @param model the zip; it stays as it is if no array can
   * @param graph that was saved
   * @param steps of each unit, by name of the array
   */
  public static void replace(Path model, ComputationGraph graph, Map<String, float[]> steps)
      throws IOException {
    float[] weights = graph.params().dup().data().asFloat();
    List<Stretch> stretches = stretches(graph, steps, weights);
    if (stretches.isEmpty()) {
      return;
    }
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Files.delete(zip.getPath(PLAIN_ENTRY));
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(zip.getPath(ENTRY))))) {
        write(weights, stretches, out);
      }
    }
  }

  /** Those of the arrays that are as said, in the order in which they lie. */
  private static List<Stretch> stretches(
      ComputationGraph graph, Map<String, float[]> steps, float... weights) {
    List<Stretch> stretches = new ArrayList<>();
    int end = 0;
    for (org.deeplearning4j.nn.api.Layer layer : graph.getLayers()) {
      for (Map.Entry<String, INDArray> array : layer.paramTable().entrySet()) {
        int length = Math.toIntExact(array.getValue().length());
        String name = layer.conf().getLayer().getLayerName() + "_" + array.getKey();
        float @Nullable [] own = steps.get(name);
        if (own != null && own.length > 0 && length % own.length == 0) {
          Stretch stretch = new Stretch(end, length / own.length, own);
          if (stretch.holds(weights)) {
            stretches.add(stretch);
          }
        }
        end += length;
      }
    }
    return stretches;
  }

  private static void write(float[] weights, List<Stretch> stretches, DataOutputStream out)
      throws IOException {
    out.writeInt(VERSION);
    out.writeInt(weights.length);
    out.writeInt(stretches.size());
    int end = 0;
    for (Stretch stretch : stretches) {
      out.writeInt(stretch.from);
      out.writeInt(stretch.length);
      out.writeInt(stretch.steps.length);
      for (float step : stretch.steps) {
        out.writeFloat(step);
      }
      for (; end < stretch.from; end++) {
        out.writeFloat(weights[end]);
      }
      for (; end < stretch.end(); end++) {
        out.writeByte(stretch.multiple(weights[end], end));
      }
    }
    for (; end < weights.length; end++) {
      out.writeFloat(weights[end]);
    }
  }

  /**
   * A saved model, however its weights lie there; without what an optimizer remembers.
   *
   * @throws IOException if it cannot be read
   */
  public static ComputationGraph load(Path model) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path entry = zip.getPath(ENTRY);
      if (Files.exists(entry)) {
        ComputationGraph graph =
            new ComputationGraph(
                ComputationGraphConfiguration.fromJson(
                    Files.readString(zip.getPath(CONFIGURATION))));
        float[] weights = read(entry);
        graph.init(Nd4j.create(weights, new long[] {1, weights.length}, 'c'), false);
        return graph;
      }
    }
    return ComputationGraph.load(model.toFile(), false);
  }

  private static float[] read(Path entry) throws IOException {
    try (InputStream bytes = Files.newInputStream(entry);
        DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(
            "weights of version %d; this Hone reads version %d".formatted(version, VERSION));
      }
      float[] weights = new float[in.readInt()];
      int stretches = in.readInt();
      int end = 0;
      for (int i = 0; i < stretches; i++) {
        int from = in.readInt();
        int length = in.readInt();
        float[] steps = new float[in.readInt()];
        for (int unit = 0; unit < steps.length; unit++) {
          steps[unit] = in.readFloat();
        }
        Stretch stretch = new Stretch(from, length, steps);
        for (; end < from; end++) {
          weights[end] = in.readFloat();
        }
        for (; end < stretch.end(); end++) {
          weights[end] = Stretch.weight(stretch.step(end), in.readByte());
        }
      }
      for (; end < weights.length; end++) {
        weights[end] = in.readFloat();
      }
      return weights;
    }
  }
}

package org.hone.api.recipe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.api.recipe.LayerPlan.Form;
import org.nd4j.linalg.activations.Activation;

/** The plan from which Hone generates a network; a user's own network has none. */
public sealed interface Architecture
    permits Architecture.Mlp,
        Architecture.Cnn,
        Architecture.ResidualCnn,
        Architecture.Lstm,
        Architecture.TextCnn,
        Architecture.Layers {
  /** The activation of hidden layers. */
  Activation activation();

  /** The same with another activation of hidden layers. */
  Architecture withActivation(Activation other);

  /** The word for it, as in study files. */
  String word();

  /** What rows may be that it can be generated for. */
  Set<Form> takes();

  /** What the cases say of this one. */
  <T> T match(Cases<T> cases);

  /** One answer for each architecture there is. */
  interface Cases<T> {
    /** For a multi-layer perceptron. */
    T mlp(Mlp mlp);

    /** For a plain convolutional network. */
    T cnn(Cnn cnn);

    /** For a residual one. */
    T residualCnn(ResidualCnn cnn);

    /** For a recurrent network. */
    T lstm(Lstm lstm);

    /** For a convolutional network over words. */
    T textCnn(TextCnn cnn);

    /** For a network written down layer by layer. */
    T layers(Layers layers);
  }

  /**
   * A multi-layer perceptron; images enter it pixel by pixel.
   *
   * @param hidden units of each hidden layer
   */
  record Mlp(List<Integer> hidden, Activation activation) implements Architecture {
    public Mlp {
      hidden = positive("mlp", hidden);
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new Mlp(hidden, other);
    }

    @Override
    public String word() {
      return "mlp";
    }

    @Override
    public Set<Form> takes() {
      return EnumSet.of(Form.FLAT, Form.PLACES);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.mlp(this);
    }
  }

  /**
   * Blocks of a 3x3 convolution (same padding) and 2x2 max pooling, then one dense layer.
   *
   * @param channels of each convolution
   * @param dense units of the dense layer
   */
  record Cnn(List<Integer> channels, int dense, Activation activation) implements Architecture {
    public Cnn {
      channels = positive("cnn", channels);
      positive("dense", List.of(dense));
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new Cnn(channels, dense, other);
    }

    @Override
    public String word() {
      return "cnn";
    }

    @Override
    public Set<Form> takes() {
      return EnumSet.of(Form.PLACES);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.cnn(this);
    }
  }

  /**
   * A residual network: a 3x3 convolution, then basic blocks of two 3x3 convolutions whose input is
   * added to their output, then the mean over all places. Every block but the first halves height
   * and width; where a block changes the shape, its shortcut is a 1x1 convolution. Batch norm,
   * which the paper has before each activation, is a technique here.
   *
   * @param channels of each block, one or more; the first also those of the convolution before it
   * @see <a href="https://arxiv.org/abs/1512.03385">He et al., CVPR 2016, figure 5 left and option
   *     B</a>
   */
  record ResidualCnn(List<Integer> channels, Activation activation) implements Architecture {
    public ResidualCnn {
      channels = nonEmpty("cnn", channels);
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new ResidualCnn(channels, other);
    }

    @Override
    public String word() {
      return "residual cnn";
    }

    @Override
    public Set<Form> takes() {
      return EnumSet.of(Form.PLACES);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.residualCnn(this);
    }
  }

  /**
   * Layers of long short-term memory over a sequence, or over a text whose words are embedded
   * first. The answer comes from what the last layer holds after the last real step; of a
   * bidirectional one, from what each direction holds after its own last.
   *
   * @param units of each layer, one or more; of each direction if there are two
   * @param bidirectional whether each layer reads from the end as well
   * @param embedding numbers that stand for a word; without effect on sequences
   * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber, Neural
   *     Computation 1997</a>
   * @see <a href="https://doi.org/10.1109/78.650093">Schuster and Paliwal, IEEE Trans. Signal
   *     Processing 1997, for the two directions</a>
   */
  record Lstm(List<Integer> units, boolean bidirectional, int embedding, Activation activation)
      implements Architecture {
    public Lstm {
      units = nonEmpty("lstm", units);
      positive("embedding", List.of(embedding));
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new Lstm(units, bidirectional, embedding, other);
    }

    @Override
    public String word() {
      return "lstm";
    }

    @Override
    public Set<Form> takes() {
      return EnumSet.of(Form.STEPS, Form.WORDS);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.lstm(this);
    }
  }

  /**
   * Convolutions over windows of several widths of embedded words, side by side; of each filter the
   * largest value over all real places goes on.
   *
   * @param filters of each width
   * @param widths of windows, in words, one or more
   * @param embedding numbers that stand for a word
   * @see <a href="https://arxiv.org/abs/1408.5882">Kim, EMNLP 2014, section 2: CNN-rand</a>
   */
  record TextCnn(int filters, List<Integer> widths, int embedding, Activation activation)
      implements Architecture {
    public TextCnn {
      widths = nonEmpty("widths", widths);
      positive("text-cnn", List.of(filters));
      positive("embedding", List.of(embedding));
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new TextCnn(filters, widths, embedding, other);
    }

    @Override
    public String word() {
      return "text-cnn";
    }

    @Override
    public Set<Form> takes() {
      return EnumSet.of(Form.WORDS);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.textCnn(this);
    }
  }

  /**
   * Layers one behind the other as somebody wrote them down; the output comes behind them.
   *
   * @param activation of layers that have none of their own
   */
  record Layers(List<LayerPlan> layers, Activation activation) implements Architecture {
    public Layers {
      layers = List.copyOf(layers);
    }

    /** A layer that cannot stand where it does. */
    public record Misplaced(int index, String problem) {}

    /** The first layer that cannot stand where it does, for such rows. */
    public Optional<Misplaced> misplaced(Form rows) {
      Form form = rows;
      // what the output needs is what a dense layer needs
      List<LayerPlan> all = new ArrayList<>(layers);
      all.add(new LayerPlan.Dense(1, Optional.empty()));
      for (int i = 0; i < all.size(); i++) {
        try {
          form = all.get(i).after(form);
        } catch (IllegalArgumentException e) {
          String problem = String.valueOf(e.getMessage());
          return Optional.of(
              new Misplaced(
                  Math.min(i, layers.size() - 1),
                  i < layers.size() ? problem : problem.replaceFirst("^dense", "the output")));
        }
      }
      return Optional.empty();
    }

    @Override
    public Architecture withActivation(Activation other) {
      return new Layers(layers, other);
    }

    @Override
    public String word() {
      return "network of written layers";
    }

    @Override
    public Set<Form> takes() {
      Set<Form> forms = EnumSet.allOf(Form.class);
      forms.removeIf(form -> misplaced(form).isPresent());
      return forms;
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.layers(this);
    }
  }

  private static List<Integer> nonEmpty(String what, List<Integer> sizes) {
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("%s needs one size or more".formatted(what));
    }
    return positive(what, sizes);
  }

  private static List<Integer> positive(String what, List<Integer> sizes) {
    if (sizes.stream().anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "%s needs positive sizes, but has %s".formatted(what, sizes));
    }
    return List.copyOf(sizes);
  }
}

package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Suitability;
import org.nd4j.linalg.activations.Activation;

/** Makes the nodes of a planned network. */
record Generator(InputShape input, Goal goal, int outputs) {

  InputType inputType() {
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> InputType.feedForward(sizes.get(0));
      case IMAGE -> InputType.convolutional(sizes.get(0), sizes.get(1), sizes.get(2));
      case SEQUENCE -> InputType.recurrent(sizes.get(0), sizes.get(1));
      case TEXT -> InputType.recurrent(sizes.get(0), sizes.get(1));
    };
  }

  /** The shape of the features of so many rows. */
  long[] inputShape(long rows) {
    List<Integer> sizes = input.sizes();
    return switch (input.kind()) {
      case TABLE -> new long[] {rows, sizes.get(0)};
      case IMAGE -> new long[] {rows, sizes.get(2), sizes.get(0), sizes.get(1)};
      case SEQUENCE -> new long[] {rows, sizes.get(0), sizes.get(1)};
      case TEXT -> new long[] {rows, sizes.get(1)};
    };
  }

  /** A network of somebody's own, told what such rows are. */
  Topology told(Topology own) {
    return input.kind() == InputShape.Kind.TEXT ? own.forTexts(input.sizes().get(1)) : own;
  }

  /**
   * The network of a plan.
   *
   * @throws IllegalArgumentException if the plan does not fit the input
   */
  Topology generate(Architecture architecture) {
    Suitability.require(architecture, input);
    Chain chain = new Chain();
    architecture.match(new Body(chain));
    return chain.close(PlainLayers.output(goal, outputs));
  }

  /** Everything before the output. */
  private final class Body implements Architecture.Cases<Chain> {
    private final Chain chain;

    Body(Chain chain) {
      this.chain = chain;
    }

    @Override
    public Chain mlp(Architecture.Mlp mlp) {
      mlp.hidden().forEach(units -> chain.add("dense", PlainLayers.dense(units, mlp.activation())));
      return chain;
    }

    @Override
    public Chain cnn(Architecture.Cnn cnn) {
      int side = side();
      for (int channels : cnn.channels()) {
        chain.add("conv", PlainLayers.convolution(3, 1, channels, cnn.activation()));
        if (side >= 2) {
          chain.add("pool", PlainLayers.maxPooling());
          side /= 2;
        }
      }
      chain.add("dense", PlainLayers.dense(cnn.dense(), cnn.activation()));
      return chain;
    }

    private int side() {
      return Math.min(input.sizes().get(0), input.sizes().get(1));
    }

    @Override
    public Chain residualCnn(Architecture.ResidualCnn cnn) {
      int before = cnn.channels().get(0);
      int side = side();
      chain.add("conv", PlainLayers.convolution(3, 1, before, cnn.activation()));
      for (int i = 0; i < cnn.channels().size(); i++) {
        int channels = cnn.channels().get(i);
        int stride = i > 0 && side >= 2 ? 2 : 1;
        side = (side + stride - 1) / stride;
        basicBlock(channels, stride, channels != before || stride > 1, cnn.activation());
        before = channels;
      }
      chain.add("pool", PlainLayers.globalPooling(PoolingType.AVG));
      return chain;
    }

    private void basicBlock(int channels, int stride, boolean projects, Activation activation) {
      String entrance = chain.end();
      chain.add("conv", PlainLayers.convolution(3, stride, channels, activation));
      String branch =
          chain.add("conv", PlainLayers.convolution(3, 1, channels, Activation.IDENTITY));
      String shortcut = entrance;
      if (projects) {
        chain.goBackTo(entrance);
        shortcut =
            chain.add(
                "projection", PlainLayers.convolution(1, stride, channels, Activation.IDENTITY));
      }
      chain.join("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), List.of(shortcut, branch));
      chain.add("activation", PlainLayers.activation(activation));
    }

    @Override
    public Chain lstm(Architecture.Lstm lstm) {
      embed(lstm.embedding());
      Memory memory = new Memory(chain);
      lstm.units()
          .forEach(
              units ->
                  memory.add(PlainLayers.lstm(units, lstm.activation()), lstm.bidirectional()));
      memory.keepLastStep();
      return chain;
    }

    private void embed(int size) {
      if (input.kind() == InputShape.Kind.TEXT) {
        List<Integer> sizes = input.sizes();
        chain.add("embedding", PlainLayers.embedding(sizes.get(0), sizes.get(1), size));
      }
    }

    @Override
    public Chain layers(Architecture.Layers layers) {
      WrittenLayers written = new WrittenLayers(chain, input, layers.activation());
      layers.layers().forEach(layer -> layer.match(written));
      return written.close();
    }

    @Override
    public Chain textCnn(Architecture.TextCnn cnn) {
      embed(cnn.embedding());
      String words = chain.end();
      List<String> pooled = new ArrayList<>();
      for (int width : cnn.widths()) {
        chain.goBackTo(words);
        chain.add("conv", PlainLayers.stepConvolution(width, 1, cnn.filters(), cnn.activation()));
        pooled.add(chain.add("pool", PlainLayers.globalPooling(PoolingType.MAX)));
      }
      if (pooled.size() > 1) {
        chain.join("merge", new MergeVertex(), pooled);
      }
      return chain;
    }
  }
}

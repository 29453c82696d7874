package org.hone.engine.training;

import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** The networks of the comparison with PyTorch, layer by layer the same as there. */
enum BenchmarkNetwork {
  TINY(InputType.feedForward(4), 3) {
    @Override
    void hidden(Chain chain) {
      chain.dense(8).dense(8);
    }
  },
  MLP(InputType.feedForward(64), 10) {
    @Override
    void hidden(Chain chain) {
      chain.dense(128).dense(128);
    }
  },
  MLP1024(InputType.feedForward(512), 10) {
    @Override
    void hidden(Chain chain) {
      chain.dense(1024).dense(1024);
    }
  },
  LENET(InputType.convolutional(28, 28, 1), 10) {
    @Override
    void hidden(Chain chain) {
      chain.convolution(8, 5, Activation.RELU).pooling();
      chain.convolution(16, 5, Activation.RELU).pooling().dense(84);
    }
  },
  CNN(InputType.convolutional(28, 28, 1), 10) {
    @Override
    void hidden(Chain chain) {
      chain.convolution(16, 3, Activation.RELU).pooling();
      chain.convolution(32, 3, Activation.RELU).pooling();
    }
  },
  CNNBN(InputType.convolutional(28, 28, 1), 10) {
    @Override
    void hidden(Chain chain) {
      chain.convolution(16, 3, Activation.IDENTITY).norm().pooling();
      chain.convolution(32, 3, Activation.IDENTITY).norm().pooling();
    }
  },
  LSTM(InputType.recurrent(16, BenchmarkNetwork.STEPS), 10) {
    @Override
    void hidden(Chain chain) {
      chain.add(new LSTM.Builder().nOut(64).activation(Activation.TANH).build());
      chain.add(new LSTM.Builder().nOut(64).activation(Activation.TANH).build());
    }
  };

  private static final int STEPS = 32;

  private final InputType input;
  private final int classes;

  BenchmarkNetwork(InputType input, int classes) {
    this.input = input;
    this.classes = classes;
  }

  abstract void hidden(Chain chain);

  private boolean isRecurrent() {
    return input.getType() == InputType.Type.RNN;
  }

  /** Layers one behind the other. */
  static final class Chain {
    private final GraphBuilder builder;
    private String last = "input";
    private int layers;

    Chain(GraphBuilder builder) {
      this.builder = builder;
    }

    Chain add(Layer layer) {
      String name = "layer-" + ++layers;
      builder.addLayer(name, layer, last);
      last = name;
      return this;
    }

    Chain dense(int units) {
      return add(new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build());
    }

    Chain convolution(int channels, int side, Activation activation) {
      return add(
          new ConvolutionLayer.Builder(side, side)
              .nOut(channels)
              .convolutionMode(ConvolutionMode.Same)
              .activation(activation)
              .build());
    }

    Chain norm() {
      // an activation in batch norm's own configuration has no effect
      add(new BatchNormalization.Builder().build());
      return add(new ActivationLayer.Builder().activation(Activation.RELU).build());
    }

    Chain pooling() {
      return add(
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .build());
    }
  }

  ComputationGraphConfiguration configuration(
      IUpdater updater, UnaryOperator<ILossFunction> loss, boolean meanGradient) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .updater(updater)
            .miniBatch(meanGradient)
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(input);
    Chain chain = new Chain(builder);
    hidden(chain);
    ILossFunction crossEntropy = loss.apply(new LossMCXENT());
    chain.add(
        isRecurrent()
            ? new RnnOutputLayer.Builder(crossEntropy)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build()
            : new OutputLayer.Builder(crossEntropy)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build());
    return builder.setOutputs(chain.last).build();
  }

  INDArray features(int rows) {
    long[] shape = input.getShape(true);
    shape[0] = rows;
    return Nd4j.randn(shape);
  }

  INDArray labels(int rows) {
    INDArray labels = isRecurrent() ? Nd4j.zeros(rows, classes, STEPS) : Nd4j.zeros(rows, classes);
    for (int row = 0; row < rows; row++) {
      for (int step = 0; step < (isRecurrent() ? STEPS : 1); step++) {
        int right = (row * (isRecurrent() ? STEPS : 1) + step) % classes;
        int[] place = isRecurrent() ? new int[] {row, right, step} : new int[] {row, right};
        labels.putScalar(place, 1);
      }
    }
    return labels;
  }
}

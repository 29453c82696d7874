package org.hone.engine.network;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.hone.api.training.Goal;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The layers that planned networks are made of. Weights behind which a rectifier may stand are
 * drawn as He et al. propose (2015, arXiv 1502.01852), those of recurrent and output layers as
 * Glorot and Bengio (AISTATS 2010), words as Kim (2014, arXiv 1408.5882).
 */
final class PlainLayers {
  /** Half the range that words are drawn from. */
  private static final double WORD_RANGE = 0.25;

  private PlainLayers() {}

  static Layer dense(int units, Activation activation) {
    return new DenseLayer.Builder()
        .nOut(units)
        .activation(activation)
        .weightInit(WeightInit.RELU)
        .build();
  }

  /** A square convolution of images with same padding. */
  static Layer convolution(int kernel, int stride, int channels, Activation activation) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .stride(stride, stride)
        .nOut(channels)
        .convolutionMode(ConvolutionMode.Same)
        .activation(activation)
        .weightInit(WeightInit.RELU)
        .build();
  }

  /** A convolution over the steps of sequences with same padding. */
  static Layer stepConvolution(int width, int stride, int channels, Activation activation) {
    return new Convolution1DLayer.Builder(width, stride)
        .nOut(channels)
        .convolutionMode(ConvolutionMode.Same)
        .activation(activation)
        .weightInit(WeightInit.RELU)
        .build();
  }

  static Layer activation(Activation activation) {
    return new ActivationLayer.Builder().activation(activation).build();
  }

  static Layer maxPooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }

  /** Over all places of an image, or all real steps. */
  static Layer globalPooling(PoolingType type) {
    return new GlobalPoolingLayer.Builder(type).build();
  }

  static Layer lstm(int units, Activation activation) {
    return new LSTM.Builder()
        .nOut(units)
        .activation(activation)
        .weightInit(WeightInit.XAVIER)
        .build();
  }

  /** Numbers for each word of a text; padding becomes zeros, whatever stands in its place. */
  static Layer embedding(int vocabulary, int tokens, int size) {
    return new EmbeddingSequenceLayer.Builder()
        .nIn(vocabulary)
        .nOut(size)
        .inputLength(tokens)
        .weightInit(new UniformDistribution(-WORD_RANGE, WORD_RANGE))
        .build();
  }

  static Layer output(Goal goal, int outputs) {
    OutputLayer.Builder layer =
        switch (goal) {
          case CLASSIFICATION ->
              new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
          case MULTI_LABEL ->
              new OutputLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID);
          case REGRESSION ->
              new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
        };
    return layer.nOut(outputs).weightInit(WeightInit.XAVIER).build();
  }
}

package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.indexaccum.custom.ArgMax;
import org.nd4j.linalg.api.ops.impl.reduce.floating.Mean;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.summarystats.Variance;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.cpu.nativecpu.ops.NativeOpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** The same results as ND4J's own executioner, to the bit. */
class FencedExecutionerTest {
  /** ND4J loads itself as a whole, so no executioner can be made before. */
  @BeforeAll
  static void loadNd4j() {
    assertThat(CpuBackend.start().description()).isNotBlank();
  }

  private final OpExecutioner fenced = new FencedExecutioner();
  private final OpExecutioner stock = new NativeOpExecutioner();

  private static INDArray matrix() {
    return Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5.5f, 6}});
  }

  private static INDArray row() {
    return Nd4j.createFromArray(0.1f, 0.2f, 0.3f);
  }

  private static INDArray broadcast(OpExecutioner executioner) {
    return executioner.exec(new BroadcastAddOp(matrix(), row(), Nd4j.create(2, 3), 1));
  }

  private static INDArray noise(OpExecutioner executioner) {
    Nd4j.getRandom().setSeed(7);
    return executioner.exec(
        new GaussianDistribution(Nd4j.create(2, 3), 0.0, 1.0), Nd4j.getRandom());
  }

  private static INDArray largest(OpExecutioner executioner) {
    INDArray[] input = {matrix()};
    INDArray[] output = {Nd4j.createUninitialized(DataType.INT64, 2)};
    return executioner.exec(new ArgMax(input, output, false, 1))[0];
  }

  @Test
  void givesWhatStockGives() {
    assertThat(broadcast(fenced)).isEqualTo(broadcast(stock));
    assertThat(fenced.exec(new Exp(matrix(), matrix())))
        .isEqualTo(stock.exec(new Exp(matrix(), matrix())));
    assertThat(fenced.exec(new Mean(matrix(), 0))).isEqualTo(stock.exec(new Mean(matrix(), 0)));
    assertThat(fenced.exec(new Variance(matrix(), true, 0)))
        .isEqualTo(stock.exec(new Variance(matrix(), true, 0)));
    assertThat(fenced.exec(new ScalarMultiplication(matrix(), 3)))
        .isEqualTo(stock.exec(new ScalarMultiplication(matrix(), 3)));
    assertThat(largest(fenced)).isEqualTo(largest(stock));
    assertThat(noise(fenced)).isEqualTo(noise(stock));
  }
}

package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hone.api.recipe.Precision.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RoundingTest {
  private static float round(Format format, double x) {
    return new Rounding(format).round((float) x);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0x1.002p0, 1",
    "0x1.003p0, 0x1.004p0",
    "0x1.006p0, 0x1.008p0",
    "65504, 65504",
    "65519, 65504",
    "65520, Infinity",
    "-1e6, -Infinity",
    "0x1p-24, 0x1p-24",
    "0x1p-25, 0",
    "0x1.8p-24, 0x1p-23",
    "0x1.fffp-15, 0x1p-14",
    "-0x1p-26, -0.0",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void halvesAreTheNearestTiesToEven(double x, double nearest) {
    assertThat(round(Format.FLOAT16, x)).isEqualTo(Float.valueOf((float) nearest));
  }

  @ParameterizedTest
  @CsvSource({
    "0x1.01p0, 1",
    "0x1.03p0, 0x1.04p0",
    "0x1.011p0, 0x1.02p0",
    "1e38, 0x1.2cp126",
    "0x1.ffp127, Infinity",
    "0x1p-149, 0",
    "0x1p-133, 0x1p-133"
  })
  void brainFloatsAreTheNearestTiesToEven(double x, double nearest) {
    assertThat(round(Format.BFLOAT16, x)).isEqualTo(Float.valueOf((float) nearest));
  }

  @Test
  void singlePrecisionStaysAsItIs() {
    assertThat(round(Format.FLOAT32, 0.1)).isEqualTo(0.1f);
    assertThat(round(Format.FLOAT32, 1e-45)).isEqualTo(1e-45f);
  }

  @Test
  void halvesAreThoseOfNd4jSeed1() {
    Random random = new Random(1);
    float[] values = new float[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(44) - 27));
    }
    INDArray array = Nd4j.create(values, new long[] {100, 200}, 'c');
    INDArray theirs = array.castTo(DataType.HALF).castTo(DataType.FLOAT);
    assertThat(new Rounding(Format.FLOAT16).round(array)).isEqualTo(theirs);
  }

  @Test
  void aViewIsRoundedAsItIsSeen() {
    INDArray array = Nd4j.createFromArray(new float[][] {{1.0001f, 2}, {3, 4.0001f}});
    INDArray rounded = new Rounding(Format.BFLOAT16).round(array.transpose());
    assertThat(rounded).isEqualTo(Nd4j.createFromArray(new float[][] {{1, 3}, {2, 4}}));
    assertThat(array.getFloat(0, 0)).isEqualTo(1.0001f);
  }
}

package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hone.extension.JarMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with parts that a plug-in brought. */
class PluginModelTest {
  @TempDir Path folder;

  private String jar;
  private Tables tables;
  private Path rows;

  @BeforeEach
  void tune() throws IOException {
    jar =
        new JarMaker(folder)
            .technique(
                "Trick",
                "own-activation",
                """
                  public Recipe apply(Recipe recipe, ParameterValues values) {
                    return recipe.withNetwork(network -> network.mapLayers(
                        site -> site.kind() == org.hone.api.recipe.Site.Kind.DENSE && site.isHidden(),
                        layer -> {
                          ((org.deeplearning4j.nn.conf.layers.BaseLayer) layer)
                              .setActivationFn(new Doubled());
                          return layer;
                        }));
                  }
                """)
            .with(
                "Doubled",
                """
                import org.nd4j.common.primitives.Pair;
                import org.nd4j.linalg.activations.BaseActivationFunction;
                import org.nd4j.linalg.api.ndarray.INDArray;

                public class Doubled extends BaseActivationFunction {
                  public INDArray getActivation(INDArray in, boolean training) {
                    return in.muli(2);
                  }
                  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
                    return new Pair<>(epsilon.mul(2), null);
                  }
                  public boolean equals(Object other) { return other instanceof Doubled; }
                  public int hashCode() { return 2; }
                }
                """)
            .write("tricks.jar")
            .toString();
    tables = new Tables(folder);
    String study = tables.study("kind", Tables.flowers());
    assertThat(
            Cli.hone(
                "tune",
                study,
                "--quiet",
                "--workers=0",
                "--set=techniques={own-activation: on}",
                "--plugins",
                jar))
        .isEqualTo(new Cli(0, "", ""));
    rows = Files.write(folder.resolve("rows.csv"), List.of("length,width,colour", "1.0,7.0,red"));
  }

  @Test
  void areReadWithThePlugin() {
    Cli predicted =
        Cli.hone("predict", tables.model().toString(), rows.toString(), "--plugins", jar);

    assertThat(predicted.err()).isEmpty();
    assertThat(predicted.code()).isZero();
    assertThat(predicted.out()).contains("aster");
  }

  @Test
  void areNotReadWithout() {
    Cli predicted = Cli.hone("predict", tables.model().toString(), rows.toString());

    assertThat(predicted.code()).isEqualTo(2);
    assertThat(predicted.err()).contains("; one with parts of a plug-in needs its --plugins");
  }
}

package org.hone.worker.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void paramsKeepTheirTypesAndTheirOrder() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("rate", FloatDistribution.log(1e-5, 1)),
            Parameter.of("layers", IntDistribution.of(1, 9)),
            Parameter.of("flag", CategoricalDistribution.flag()),
            Parameter.of("size", CategoricalDistribution.of("1", 1, 1.0, Nothing.NOTHING)));
    Order order =
        new Order(
            7,
            space.fromExternal(
                Map.of("rate", 1e-5, "layers", 3, "flag", true, "size", Nothing.NOTHING)),
            12);

    assertThat(order.json())
        .isEqualTo(
            "{\"trial\":7,\"params\":{\"rate\":1.0E-5,\"layers\":3,\"flag\":true,\"size\":null},"
                + "\"seed\":12}");
  }

  @Test
  void seedsDifferBetweenTrialsAndStudiesAndSuitEveryLanguage() {
    assertThat(IntStream.range(0, 1000).map(trial -> Order.seed(1, trial)).distinct())
        .hasSizeGreaterThan(995);
    assertThat(Order.seed(1, 0)).isEqualTo(Order.seed(1, 0)).isNotEqualTo(Order.seed(2, 0));
    assertThat(Order.seed(1, 0)).isNotEqualTo(Order.seed(0, 1));
    assertThat(IntStream.range(0, 1000).map(trial -> Order.seed(-3, trial)))
        .allMatch(seed -> seed >= 0);
  }
}

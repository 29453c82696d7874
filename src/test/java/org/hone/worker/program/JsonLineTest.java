package org.hone.worker.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void typesStayWhatTheyAre() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "1 \"é\"\n");
    object.put("whole", 1L);
    object.put("real", 1.0);
    object.put("flag", true);
    object.put("off", false);
    object.put("nothing", Nothing.NOTHING);
    object.put("list", List.of(1L, 0.5, "a", Map.of("deep", List.of())));

    String line = JsonLine.write(object);

    assertThat(line)
        .isEqualTo(
            "{\"text\":\"1 \\\"é\\\"\\n\",\"whole\":1,\"real\":1.0,\"flag\":true,\"off\":false,"
                + "\"nothing\":null,\"list\":[1,0.5,\"a\",{\"deep\":[]}]}");
    assertThat(JsonLine.read(line)).isEqualTo(object);
  }

  @Test
  void numbersThatJsonLacksAreWrittenAsPythonDoes() {
    List<Double> numbers = List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    String line = JsonLine.write(Map.of("numbers", numbers));

    assertThat(line).isEqualTo("{\"numbers\":[NaN,Infinity,-Infinity]}");
    assertThat(JsonLine.read(line)).isEqualTo(Map.of("numbers", numbers));
  }

  @Test
  void aWholeNumberBeyondAllMeasureIsAReal() {
    assertThat(JsonLine.read("{\"a\": 100000000000000000000}")).isEqualTo(Map.of("a", 1e20));
  }

  @Test
  void anythingButOneObjectIsRefused() {
    for (String text : List.of("", "null", "[]", "{", "{\"a\":1,}", "{'a':1}", "{\"a\":1}}")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> JsonLine.read(text));
    }
  }
}

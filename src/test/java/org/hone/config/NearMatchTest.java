package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "'', abc, 3",
    "dropout, dropout, 0",
    "dropout, Dropout, 0",
    "dropuot, dropout, 1",
    "tep, tpe, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "trails, trials, 1"
  })
  void countsMistakes(String a, String b, int mistakes) {
    assertThat(NearMatch.distance(a, b)).isEqualTo(mistakes);
    assertThat(NearMatch.distance(b, a)).isEqualTo(mistakes);
  }

  @Test
  void suggestsTheNearest() {
    List<String> words = List.of("name", "trials", "timeout", "seed");

    assertThat(NearMatch.of("trails", words)).contains("trials");
    assertThat(NearMatch.of("sed", words)).contains("seed");
    assertThat(NearMatch.of("delimiter", words)).isEmpty();
    assertThat(NearMatch.of("x", List.of())).isEmpty();
  }

  @Test
  void suggestsTheFirstOfEquallyNearOnes() {
    assertThat(NearMatch.of("cat", List.of("bat", "car", "hat"))).contains("bat");
  }
}

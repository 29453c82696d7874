package org.hone.worker.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  @Test
  void aReport() throws ProgramFailure {
    assertThat(Message.parse("{\"trial\": 7, \"step\": 3, \"value\": 0.41}"))
        .isEqualTo(new Message.Report(7, 3, List.of(0.41)));
    assertThat(Message.parse("{\"trial\": 7, \"step\": 3, \"values\": [1, NaN]}"))
        .isEqualTo(new Message.Report(7, 3, List.of(1.0, Double.NaN)));
  }

  @Test
  void aResult() throws ProgramFailure {
    assertThat(Message.parse(" {\"values\":[0.37],\"trial\":0} "))
        .isEqualTo(new Message.Result(0, List.of(0.37), Map.of()));
    assertThat(Message.parse("{\"trial\": 7, \"value\": -Infinity, \"note\": {\"a\": [1]}}"))
        .isEqualTo(new Message.Result(7, List.of(Double.NEGATIVE_INFINITY), Map.of()));
    assertThat(Message.parse("{\"trial\": 7, \"value\": null}"))
        .isEqualTo(new Message.Result(7, List.of(Double.NaN), Map.of()));
  }

  @Test
  void constraintsHaveTheirPositionsOrTheirNames() throws ProgramFailure {
    assertThat(Message.parse("{\"trial\": 7, \"value\": 1, \"constraints\": [-0.5, 2]}"))
        .isEqualTo(new Message.Result(7, List.of(1.0), Map.of("0", -0.5, "1", 2.0)));
    assertThat(Message.parse("{\"trial\": 7, \"value\": 1, \"constraints\": {\"ms\": 2}}"))
        .isEqualTo(new Message.Result(7, List.of(1.0), Map.of("ms", 2.0)));
    assertThat(Message.parse("{\"trial\": 7, \"value\": 1, \"constraints\": null}"))
        .isEqualTo(new Message.Result(7, List.of(1.0), Map.of()));
  }

  @Test
  void aFailureIsOneLineWhateverItSays() throws ProgramFailure {
    assertThat(Message.parse("{\"trial\": 7, \"fail\": \"no\\nluck\\u0000\", \"value\": 1}"))
        .isEqualTo(new Message.Failure(7, "no luck"));
    assertThat(Message.parse("{\"trial\": 7, \"fail\": null}"))
        .isEqualTo(new Message.Failure(7, "null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Epoch 1 | it is not valid JSON: Unrecognized token 'Epoch'",
        "[1] | it is no JSON object",
        "0.37 | it is no JSON object",
        "{} | it lacks \"trial\"",
        "{\"value\": 1} | it lacks \"trial\"",
        "{\"trial\": 1.5, \"value\": 1} | \"trial\" must be a whole number from 0",
        "{\"trial\": -1, \"value\": 1} | \"trial\" must be a whole number from 0",
        "{\"trial\": 99999999999, \"value\": 1} | \"trial\" must be a whole number from 0",
        "{\"trial\": 7} | it lacks \"values\" (or \"value\", or \"fail\")",
        "{\"trial\": 7, \"value\": \"1\"} | \"value\" must be numbers or null",
        "{\"trial\": 7, \"value\": true} | \"value\" must be numbers or null",
        "{\"trial\": 7, \"values\": []} | \"values\" must be a list of numbers, one per objective",
        "{\"trial\": 7, \"values\": 1} | \"values\" must be a list of numbers, one per objective",
        "{\"trial\": 7, \"step\": -1, \"value\": 1} | \"step\" must be a whole number from 0",
        "{\"trial\": 7, \"value\": 1, \"constraints\": 1} | \"constraints\" must be a list of"
            + " numbers",
        "{\"trial\": 7, \"value\": 1, \"value\": 2} | it is not valid JSON: Duplicate field"
            + " 'value'",
        "{\"trial\": 7, \"value\": 1} x | it is not valid JSON: Unrecognized token 'x'",
        "{\"trial\": 7, \"value\": 1} {} | something follows the JSON object",
      })
  void nonsenseIsQuotedWithWhatIsWrong(String line, String problem) {
    assertThatExceptionOfType(ProgramFailure.class)
        .isThrownBy(() -> Message.parse(line))
        .withMessage(
            "the program said '%s', but %s; allowed on its standard output are JSON lines such as"
                    .formatted(line, problem)
                + " {\"trial\": 7, \"values\": [0.37]}");
  }

  @Test
  void longNonsenseIsCut() {
    assertThatExceptionOfType(ProgramFailure.class)
        .isThrownBy(() -> Message.parse("x\t".repeat(1000)))
        .matches(failure -> failure.getMessage().length() < 300)
        .withMessageStartingWith("the program said 'x x x ");
  }
}

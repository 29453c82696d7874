package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.agent.Artifact;
import org.hone.agent.Teachers;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.api.training.Decision;
import org.hone.api.training.TrainingResult.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on one side of a socket is heard on the other, and nothing else is. */
class MessageTest {
  private Socket near;
  private Connection far;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      near = new Socket(server.getInetAddress(), server.getLocalPort());
      far = new Connection(server.accept());
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    near.close();
    far.close();
  }

  static Stream<Message> messages() {
    return Stream.of(
        new Message.Hello(1, "secret"),
        new Message.Setup("study:\n  name: \"größe\"\n", "abc", Optional.empty()),
        new Message.Setup("", "abc", Optional.of("/tmp/shared")),
        new Message.Ready("abc"),
        new Message.Refusal("no"),
        new Message.Assignment(
            Map.of("dropout", true, "rate", 0.1, "units", 3L, "kind", "a b"),
            Long.MAX_VALUE,
            -1,
            true,
            Optional.of("/tmp/model.zip"),
            Optional.of("/tmp/a.checkpoint"),
            TrialOrder.Subject.TRIAL,
            new Teachers(
                List.of(
                    new Artifact(Path.of("/tmp/teacher.zip"), "abc"),
                    new Artifact(Path.of("/tmp/other.zip"), "def")))),
        new Message.Assignment(
            Map.of(),
            1,
            2,
            false,
            Optional.empty(),
            Optional.empty(),
            new TrialOrder.Subject(TrialOrder.Subject.Kind.TEACHER, 2),
            Teachers.NONE),
        new Message.Note("a line"),
        new Message.Advance(2, 7),
        new Message.Beginning("techniques: {}\n"),
        new Message.Epoch(1, 0.1, Map.of("loss", 1e-300)),
        new Message.Epoch(2, Double.NaN, Map.of("loss", Double.POSITIVE_INFINITY)),
        new Message.Answer(Decision.STOP),
        new Message.Stop(),
        new Message.Result(
            new TrialReport(
                Status.COMPLETED,
                3,
                OptionalDouble.of(0.25),
                Map.of("score", 1.0),
                Optional.empty(),
                List.of())),
        new Message.Result(TrialReport.failed("out of luck", List.of("a", "b"))),
        new Message.Heartbeat());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageComesAsItWasSent(Message message) throws IOException {
    Connection connection = new Connection(near);

    connection.send(message);
    connection.send(new Message.Stop());

    assertThat(far.receive()).contains(message);
    assertThat(far.receive()).contains(new Message.Stop());
  }

  @Test
  void aClosedSocketIsTheEnd() throws IOException {
    near.close();

    assertThat(far.receive()).isEmpty();
  }

  @Test
  void halfAFrameIsAnError() throws IOException {
    new DataOutputStream(near.getOutputStream()).writeInt(100);
    near.getOutputStream().write('{');
    near.close();

    assertThatExceptionOfType(EOFException.class).isThrownBy(() -> far.receive());
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 25, -1, Integer.MIN_VALUE})
  void anImpossibleLengthIsAnError(int length) throws IOException {
    new DataOutputStream(near.getOutputStream()).writeInt(length);

    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> far.receive())
        .withMessageContaining(length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1",
        "[]",
        "{}",
        "{\"type\":\"greeting\"}",
        "{\"type\":\"hello\",\"version\":1}",
        "{\"type\":\"hello\",\"version\":\"1\",\"token\":\"t\"}",
        "{\"type\":\"epoch\",\"epoch\":-1,\"score\":1,\"readings\":{}}",
        "{\"type\":\"epoch\",\"epoch\":1,\"score\":1,\"readings\":{\"a\":\"b\"}}",
        "{\"type\":\"answer\",\"decision\":\"MAYBE\"}"
      })
  void whatIsNoMessageIsAnError(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DataOutputStream out = new DataOutputStream(near.getOutputStream());
    out.writeInt(bytes.length);
    out.write(bytes);

    assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> far.receive());
  }
}

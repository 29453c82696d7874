package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of data from the study file to the predictions of the model. */
class DataKindsTest {
  private static final int ROWS = 24;

  @TempDir Path folder;

  private void tune(String data) throws IOException {
    String text =
        """
        study: {name: small, trials: 1}
        %s
        training: {epochs: 30, batch-size: 8, learning-rate: 0.01}
        techniques: {dropout: search}
        confirmation: {seeds: 1}
        output: '%s'
        """
            .formatted(data, folder.resolve("out"));
    String study = Files.writeString(folder.resolve("small.yaml"), text).toString();
    assertThat(Cli.hone("tune", study, "--quiet", "--workers", "0")).isEqualTo(new Cli(0, "", ""));
  }

  private List<String> predict(Path rows) {
    Cli predicted =
        Cli.hone("predict", folder.resolve("out/best/model.zip").toString(), rows.toString());
    assertThat(predicted.err()).isEmpty();
    assertThat(predicted.code()).isZero();
    return predicted.out().lines().toList();
  }

  /** The share of lines whose prediction is the folder of their row's name. */
  private static double shareRight(List<String> lines) {
    List<String> rows = lines.subList(1, lines.size());
    long right = rows.stream().filter(DataKindsTest::isRight).count();
    return (double) right / rows.size();
  }

  private static boolean isRight(String line) {
    List<String> cells = List.of(line.split(",", -1));
    return cells.get(0).startsWith(cells.get(1) + "/");
  }

  /** A bright bar that lies, or one that stands. */
  private static int pixel(int row, boolean lies, int y, int x) {
    return (lies ? y : x) == row % 6 + 1 ? 250 : 20 + (row * 7 + y * 3 + x * 5) % 40;
  }

  @Test
  void imagesInFolders() throws IOException {
    for (int row = 0; row < ROWS; row++) {
      boolean lies = row % 2 == 0;
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < 64; i++) {
        image.getRaster().setSample(i % 8, i / 8, 0, pixel(row, lies, i / 8, i % 8));
      }
      Path file = folder.resolve("bars/%s/%d.png".formatted(lies ? "lying" : "standing", row));
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
    tune("data: {file: bars}");

    List<String> lines = predict(folder.resolve("bars"));

    assertThat(lines).hasSize(ROWS + 1).startsWith("row,class,p(lying),p(standing)");
    assertThat(shareRight(lines)).isGreaterThan(0.8);
  }

  @Test
  void imagesAsMnistHasThem() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + ROWS * 64);
    images.putInt(0x0803).putInt(ROWS).putInt(8).putInt(8);
    ByteBuffer labels = ByteBuffer.allocate(8 + ROWS);
    labels.putInt(0x0801).putInt(ROWS);
    for (int row = 0; row < ROWS; row++) {
      labels.put((byte) (row % 2));
      for (int i = 0; i < 64; i++) {
        images.put((byte) pixel(row, row % 2 == 0, i / 8, i % 8));
      }
    }
    Path file = Files.write(folder.resolve("images-idx3-ubyte"), images.array());
    Files.write(folder.resolve("labels-idx1-ubyte"), labels.array());
    tune("data: {file: images-idx3-ubyte, labels: labels-idx1-ubyte}");

    assertThat(predict(file)).hasSize(ROWS + 1).startsWith("row,label,p(0),p(1)");
  }

  @Test
  void sequencesById() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,hour,load,trend"));
    for (int row = 0; row < ROWS; row++) {
      String trend = row % 2 == 0 ? "up" : "down";
      for (int hour = 0; hour < 4 + row % 3; hour++) {
        int load = row + (row % 2 == 0 ? 9 : -9) * hour;
        lines.add("%s/%d,%d,%d,%s".formatted(trend, row, hour, load, trend));
      }
    }
    Path file = Files.write(folder.resolve("loads.csv"), lines);
    tune("data: {file: loads.csv, id: id, order: hour}");

    List<String> predicted = predict(file);

    assertThat(predicted).hasSize(ROWS + 1).startsWith("row,trend,p(down),p(up)");
    assertThat(shareRight(predicted)).isGreaterThan(0.8);
  }

  @Test
  void sequencesInGroupsAndFolds() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,hour,load,site,weight,trend"));
    List<String> bare = new ArrayList<>(List.of("id,hour,load"));
    for (int row = 0; row < ROWS; row++) {
      String trend = row % 2 == 0 ? "up" : "down";
      for (int hour = 3; hour >= 0; hour--) {
        String step =
            "%s/%d,%d,%d".formatted(trend, row, hour, row + (row % 2 == 0 ? 9 : -9) * hour);
        lines.add("%s,s%d,%d,%s".formatted(step, row / 4, 1 + row % 3, trend));
        bare.add(step);
      }
    }
    Files.write(folder.resolve("loads.csv"), lines);
    tune("data: {file: loads.csv, id: id, order: hour, group: site, weight: weight, folds: 2}");

    List<String> predicted = predict(Files.write(folder.resolve("bare.csv"), bare));

    assertThat(predicted).hasSize(ROWS + 1).startsWith("row,trend,p(down),p(up)");
    assertThat(shareRight(predicted)).isGreaterThan(0.8);
  }

  @Test
  void imagesInRowsByTime() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < 64; i++) {
        line.append(pixel(row, row % 2 == 0, i / 8, i % 8)).append(',');
      }
      lines.add("%s2024-03-%02d,%s".formatted(line, row + 1, row % 2 == 0 ? "lies" : "stands"));
    }
    Path file = Files.write(folder.resolve("bars.csv"), lines);
    tune("data: {file: bars.csv, shape: [8, 8, 1], time: 65, label: 66}");

    assertThat(predict(file)).hasSize(ROWS + 1).startsWith("column66,p(lies),p(stands)");
  }

  @Test
  void textsInAColumn() throws IOException {
    List<String> lines = new ArrayList<>(List.of("review,verdict"));
    for (int row = 0; row < ROWS; row++) {
      boolean good = row % 2 == 0;
      String words =
          "scene %d ".formatted(row % 5).repeat(row % 3) + (good ? "lovely" : "dreadful");
      lines.add("%s film,%s".formatted(words, good ? "good" : "poor"));
    }
    Path file = Files.write(folder.resolve("reviews.csv"), lines);
    tune("data: {file: reviews.csv, text: review}");

    List<String> predicted = predict(file);

    assertThat(predicted).hasSize(ROWS + 1).startsWith("verdict,p(good),p(poor)");
    long right =
        IntStream.range(0, ROWS)
            .filter(row -> predicted.get(row + 1).startsWith(row % 2 == 0 ? "good" : "poor"))
            .count();
    assertThat(right).isGreaterThan(ROWS * 8 / 10);
  }

  @Test
  void textsInFolders() throws IOException {
    for (int row = 0; row < ROWS; row++) {
      String mood = row % 2 == 0 ? "glad" : "sad";
      Path file = folder.resolve("letters/%s/%d.txt".formatted(mood, row));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "Day %d was so %s".formatted(row, row % 2 == 0 ? "bright" : "grey"));
    }
    tune("data: {file: letters, vocabulary: 10, tokens: 6}");

    List<String> predicted = predict(folder.resolve("letters"));

    assertThat(predicted).hasSize(ROWS + 1).startsWith("row,class,p(glad),p(sad)");
    assertThat(shareRight(predicted)).isGreaterThan(0.8);
  }
}

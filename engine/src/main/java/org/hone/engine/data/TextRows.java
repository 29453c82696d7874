package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.TextFile;

/** Reads texts to predict: a column of a CSV file, the text files of a folder, or one text file. */
final class TextRows {
  private TextRows() {}

  static RawRows read(TextCoding coding, DataFile file) {
    if (file.isFolder()) {
      FileTree tree = TextFile.tree(file);
      List<DataFile> files = tree.all();
      return files(coding, files, files.stream().map(tree::name).toList());
    }
    return TextFile.isNamedLikeOne(file.path())
        ? files(coding, List.of(file), List.of(String.valueOf(file.path().getFileName())))
        : column(coding, file);
  }

  /** Takes the texts of rows in memory, by the name of their column. */
  static RawRows read(TextCoding coding, List<Map<String, String>> rows) {
    String column = coding.origin().column();
    Corpus.Builder texts = new Corpus.Builder();
    for (int row = 0; row < rows.size(); row++) {
      String text = rows.get(row).get(column);
      if (text == null) {
        throw new IllegalArgumentException(
            "row %d has no '%s', which the model learnt from".formatted(row + 1, column));
      }
      texts.add(text);
    }
    return new RawRows(new Coded<>(texts.build(), coding), rows.size(), List.of(), List.of());
  }

  private static RawRows files(TextCoding coding, List<DataFile> files, List<String> names) {
    Corpus.Builder texts = new Corpus.Builder();
    Loaded.contents(Loaded.all(files, (file, bytes) -> TextFile.decode(bytes)), "")
        .forEach(texts::add);
    return new RawRows(new Coded<>(texts.build(), coding), files.size(), names, List.of());
  }

  private static RawRows column(TextCoding coding, DataFile file) {
    Layout layout = Layout.of(file, Set.of(coding.origin().column()));
    ColumnNames names = layout.names();
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(names.width(), ColumnReader.skip()));
    Corpus.Builder texts = new Corpus.Builder();
    readers.set(column(coding.origin(), names), texts);
    int rows = Table.read(layout, readers);
    return new RawRows(new Coded<>(texts.build(), coding), rows, List.of(), List.of());
  }

  /** Where the texts are, from 0. */
  private static int column(TextCoding.Origin origin, ColumnNames names) {
    if (names.width() == 1) {
      return 0;
    }
    return names.resolve(origin.column(), Purpose.LEARNT);
  }
}

package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.TextFile;

/** Reads a {@link Dataset} from a folder of text files. */
final class TextFolderReader {
  private TextFolderReader() {}

  static Dataset read(DataSource source, Form.TextFolder form) {
    DataFile folder = new DataFile(source.file());
    FileTree tree = TextFile.tree(folder);
    List<FileTree.Labelled> files = tree.byClass();
    List<Loaded<String>> loaded =
        Loaded.all(
            files.stream().map(FileTree.Labelled::file).toList(),
            (file, bytes) -> TextFile.decode(bytes));
    Corpus.Builder corpus = new Corpus.Builder();
    Loaded.contents(loaded, "").forEach(corpus::add);
    Texts texts =
        Texts.of(
            TextCoding.Origin.FILES,
            new Place(folder, "class", 0),
            List.of(),
            corpus.build(),
            form.vocabulary(),
            form.tokens());
    Target target =
        RowLabels.target(
            new Place(folder, "class", 0),
            files.stream().map(FileTree.Labelled::label).toList(),
            source.goal());
    List<String> warnings = new ArrayList<>(tree.remarks());
    warnings.addAll(target.remarks());
    warnings.addAll(texts.remarks());
    return new Dataset(folder, Loaded.sha256(loaded, tree), texts, target, warnings);
  }
}

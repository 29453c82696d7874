package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.TextFile;

/** Reads a {@link Dataset} from a folder of text files. */
final class TextFolderReader {
  private TextFolderReader() {}

  static Dataset read(DataSource source, Form.TextFolder form) {
    DataFile folder = new DataFile(source.file());
    ClassFolders<String> folders =
        new ClassFolders<>(source, TextFile::tree, (file, bytes) -> TextFile.decode(bytes));
    Corpus.Builder corpus = new Corpus.Builder();
    Loaded.contents(folders.loaded(), "").forEach(corpus::add);
    Texts texts =
        Texts.of(
            TextCoding.Origin.FILES,
            new Place(folder, "class", 0),
            List.of(),
            corpus.build(),
            form.vocabulary(),
            form.tokens());
    Target target = folders.target();
    List<String> warnings = new ArrayList<>(folders.remarks());
    warnings.addAll(target.remarks());
    warnings.addAll(texts.remarks());
    return new Dataset(folder, folders.sha256(), texts, target, folders.division(target), warnings);
  }
}

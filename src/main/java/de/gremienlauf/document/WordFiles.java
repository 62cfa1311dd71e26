package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives the draft of a paper as a Word file, and takes it back. */
@Component
public class WordFiles {

  public static final String MEDIA_TYPE = UploadCheck.Type.DOCX.mediaType();

  /** What all files of the old office programs, and encrypted ones of the new, begin with. */
  private static final byte[] OLD_OR_ENCRYPTED = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final UploadCheck check;

  WordFiles(UploadCheck check) {
    this.check = check;
  }

  /**
   * The draft, each part of its text below its heading. Content controls would mark the parts as well, but LibreOffice
   * takes emphasis and notes out of them when it stores the file.
   */
  public byte[] write(WordDraft draft, LocalDate today) {
    WordWriter writer = new WordWriter(draft.title() + ": " + draft.subject(), draft.city(), today);
    List<RichBlock> head = new ArrayList<>();
    head.add(line(0, draft.city()));
    head.add(line(1, draft.title()));
    if (draft.office() != null) {
      head.add(line(0, draft.office()));
    }
    head.add(line(0, WordDraft.HINT));
    head.add(line(2, WordDraft.SUBJECT));
    writer.write(head);
    writer.write(List.of(line(0, draft.subject())));
    for (WordDraft.Part part : draft.parts()) {
      writer.write(List.of(line(2, part.heading())));
      if (part.text().isEmpty()) {
        writer.invite();
      } else {
        writer.write(part.text().blocks());
      }
    }
    return writer.bytes(null);
  }

  private static RichBlock line(int level, String text) {
    return new Paragraph(level, List.of(Run.of(text)));
  }

  /**
   * The text of an uploaded file.
   *
   * @param draft the draft that the file is for; what the template says around its text is no loss
   * @throws BusinessException with one German sentence if the file is refused
   */
  public UploadedText read(String fileName, byte[] content, WordDraft draft) {
    String name = FileName.clean(fileName);
    if (Arrays.equals(content, 0, Math.min(content.length, OLD_OR_ENCRYPTED.length), OLD_OR_ENCRYPTED, 0,
        OLD_OR_ENCRYPTED.length)) {
      throw new BusinessException("Die Datei „" + name + "“ ist mit einem Kennwort geschützt oder hat das alte Format"
          + " (.doc); bitte speichern Sie sie ohne Kennwort als .docx und laden Sie sie erneut hoch.");
    }
    CheckedUpload upload = check.check(name, content);
    if (!MEDIA_TYPE.equals(upload.mediaType())) {
      throw new BusinessException("Die Datei „" + name + "“ ist keine Word-Datei (.docx); andere Dateien laden Sie bitte"
          + " im Reiter „Anlagen“ hoch.");
    }
    return WordReader.read(name, content, draft.lines());
  }
}

package de.gremienlauf.paper.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.document.PaperSection;
import de.gremienlauf.document.WordFiles;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperTexts;
import de.gremienlauf.paper.process.TaskPapers;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The text of a paper for the tab "Text": edited in the browser, or by way of a Word file. */
@RestController
@RequestMapping("/api/papers/{id}")
class PaperTextController {

  private final PaperAccess access;
  private final PaperQueries queries;
  private final PaperTexts texts;
  private final TaskPapers taskPapers;

  PaperTextController(PaperAccess access, PaperQueries queries, PaperTexts texts, TaskPapers taskPapers) {
    this.access = access;
    this.queries = queries;
    this.texts = texts;
    this.taskPapers = taskPapers;
  }

  /**
   * The text.
   *
   * @param mayEdit whether the person who asks may change it right now
   * @param form what the task's form shows of the text, so that it does not bring back an older one
   */
  record TextResponse(PaperTexts.Text text, boolean mayEdit, Map<String, Object> form) {
  }

  @GetMapping("/text")
  TextResponse text(@PathVariable Long id) {
    access.requireRead(id);
    return answer(id, texts.text(id));
  }

  private TextResponse answer(Long id, PaperTexts.Text text) {
    boolean mayEdit = text.draft() && access.permitted(queries.details(id)).edit();
    return new TextResponse(text, mayEdit, taskPapers.formText(id));
  }

  record Change(Integer version, Map<PaperSection, String> parts) {
  }

  @PutMapping("/text")
  TextResponse save(@PathVariable Long id, @RequestBody Change change) {
    access.requireWrite(id);
    if (change.version() == null || change.parts() == null) {
      throw new BusinessException("Es fehlt der Text.");
    }
    return changed(id, texts.save(id, change.version(), change.parts()));
  }

  private TextResponse changed(Long id, PaperTexts.Text text) {
    taskPapers.refreshText(id);
    return answer(id, text);
  }

  /** The draft as a Word file, to be edited and uploaded again. */
  @GetMapping("/word")
  ResponseEntity<byte[]> word(@PathVariable Long id) {
    access.requireRead(id);
    return Download.of(PaperPages.fileName(queries.details(id), "Entwurf", ".docx"), WordFiles.MEDIA_TYPE, false,
        texts.word(id));
  }

  /** What an uploaded Word file would make of the text. */
  @PostMapping(path = "/word/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PaperTexts.Preview preview(@PathVariable Long id, @RequestParam MultipartFile file) {
    access.requireWrite(id);
    return texts.preview(id, file.getOriginalFilename(), PaperPages.bytes(file));
  }

  /** Takes the text of the Word file over, in the version of the text that its preview named. */
  @PostMapping(path = "/word", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  TextResponse take(@PathVariable Long id, @RequestParam MultipartFile file, @RequestParam int version) {
    access.requireWrite(id);
    return changed(id, texts.take(id, version, file.getOriginalFilename(), PaperPages.bytes(file)));
  }
}

package de.gremienlauf.paper.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.document.FilePreview;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.PaperAccess;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a paper: what comes in is checked, what goes out is for whom it is. */
@RestController
@RequestMapping("/api/papers/{id}")
class AttachmentController {

  private final PaperPages pages;
  private final PaperAccess access;
  private final Attachments attachments;
  private final FilePreview preview;

  AttachmentController(PaperPages pages, PaperAccess access, Attachments attachments, FilePreview preview) {
    this.pages = pages;
    this.access = access;
    this.attachments = attachments;
    this.preview = preview;
  }

  @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PaperResponse add(@PathVariable Long id, @RequestParam MultipartFile file,
      @RequestParam(required = false) String name, @RequestParam(defaultValue = "true") boolean printed,
      @RequestParam(defaultValue = "true") boolean publicAttachment,
      @RequestParam(defaultValue = "false") boolean mainText) {
    access.requireWrite(id);
    attachments.add(id, file.getOriginalFilename(), PaperPages.bytes(file), name, printed, publicAttachment, mainText);
    return pages.paper(id);
  }

  @PostMapping(path = "/attachments/{attachmentId}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PaperResponse replace(@PathVariable Long id, @PathVariable Long attachmentId, @RequestParam MultipartFile file) {
    access.requireWrite(id);
    attachments.replace(id, attachmentId, file.getOriginalFilename(), PaperPages.bytes(file));
    return pages.paper(id);
  }

  @PostMapping(path = "/supplement", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  PaperResponse supplement(@PathVariable Long id, @RequestParam MultipartFile file,
      @RequestParam(required = false) String name, @RequestParam(required = false) String reason,
      @RequestParam(defaultValue = "true") boolean publicAttachment) {
    access.requireWrite(id);
    attachments.supplement(id, file.getOriginalFilename(), PaperPages.bytes(file), name, publicAttachment,
        PaperPages.reason(reason));
    return pages.paper(id);
  }

  record Description(String name, Boolean printed, Boolean publicAttachment) {
  }

  @PutMapping("/attachments/{attachmentId}")
  PaperResponse describe(@PathVariable Long id, @PathVariable Long attachmentId, @RequestBody Description wanted) {
    access.requireWrite(id);
    if (wanted.printed() == null || wanted.publicAttachment() == null) {
      throw new BusinessException("Bitte geben Sie an, ob die Anlage umgedruckt wird und ob sie öffentlich ist.");
    }
    attachments.describe(id, attachmentId, PaperPages.stripped(wanted.name()), wanted.printed(),
        wanted.publicAttachment());
    return pages.paper(id);
  }

  record Order(List<Long> attachments) {
  }

  @PutMapping("/attachments")
  PaperResponse order(@PathVariable Long id, @RequestBody Order wanted) {
    access.requireWrite(id);
    if (wanted.attachments() == null || wanted.attachments().stream().anyMatch(Objects::isNull)) {
      throw new BusinessException("Bitte geben Sie die Reihenfolge der Anlagen an.");
    }
    attachments.order(id, wanted.attachments());
    return pages.paper(id);
  }

  @DeleteMapping("/attachments/{attachmentId}")
  PaperResponse remove(@PathVariable Long id, @PathVariable Long attachmentId) {
    access.requireWrite(id);
    attachments.remove(id, attachmentId);
    return pages.paper(id);
  }

  @GetMapping("/attachments/{attachmentId}")
  ResponseEntity<byte[]> file(@PathVariable Long id, @PathVariable Long attachmentId,
      @RequestParam(required = false) Integer version) {
    Attachments.Content content = content(id, attachmentId, version);
    return Download.of(content.fileName(), content.mediaType(), false, content.bytes());
  }

  record Preview(int pages) {
  }

  /** How many pages the preview has; 0 if there is none of such a file. */
  @GetMapping("/attachments/{attachmentId}/preview")
  Preview preview(@PathVariable Long id, @PathVariable Long attachmentId,
      @RequestParam(required = false) Integer version) {
    Attachments.Content content = content(id, attachmentId, version);
    return new Preview(preview.pages(content.mediaType(), content.bytes()));
  }

  /** A page as a picture: nothing that stands in the file runs in the browser. */
  @GetMapping("/attachments/{attachmentId}/preview/{page}")
  ResponseEntity<byte[]> page(@PathVariable Long id, @PathVariable Long attachmentId, @PathVariable int page,
      @RequestParam(required = false) Integer version) {
    Attachments.Content content = content(id, attachmentId, version);
    return Download.of("Seite-" + page + ".png", MediaType.IMAGE_PNG_VALUE, false,
        preview.page(content.mediaType(), content.bytes(), page));
  }

  private Attachments.Content content(Long id, Long attachmentId, Integer version) {
    access.requireRead(id);
    Attachments.Content content = attachments.content(id, attachmentId, version);
    if (!content.forAll()) {
      access.requireInvolved(id);
    }
    return content;
  }
}

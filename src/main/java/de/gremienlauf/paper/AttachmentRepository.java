package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface AttachmentRepository extends ListCrudRepository<Attachment, Long> {

  @Query("select * from attachment where paper_id = :paper order by attachment_number")
  List<Attachment> findOfPaper(Long paper);

  @Modifying
  @Query("update attachment set attachment_number = :number where id = :id")
  void number(Long id, int number);

  @Modifying
  @Query("insert into supplement_recipient (attachment_id, consultation_id) values (:attachment, :consultation)")
  void addRecipient(Long attachment, Long consultation);

  @Query("select a.* from attachment a join supplement_recipient r on r.attachment_id = a.id"
      + " where r.consultation_id = :consultation order by a.attachment_number")
  List<Attachment> supplementsFor(Long consultation);
}

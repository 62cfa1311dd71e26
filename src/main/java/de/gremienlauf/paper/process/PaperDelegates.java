package de.gremienlauf.paper.process;

import static de.gremienlauf.paper.process.PaperVariables.ATTACHMENT_ID;
import static de.gremienlauf.paper.process.PaperVariables.NUMBER_CIRCLE;
import static de.gremienlauf.paper.process.PaperVariables.PAPER_ID;
import static de.gremienlauf.paper.process.PaperVariables.PAPER_PATH;

import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.CoSignatures;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.Sequences;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code paper}. */
@Configuration(proxyBeanMethods = false)
class PaperDelegates {

  @Bean
  JavaDelegate assignNumber(Papers papers) {
    return execution -> execution.setProcessBusinessKey(
        papers.assignNumber(PAPER_ID.from(execution), PAPER_PATH.from(execution), NUMBER_CIRCLE.from(execution)));
  }

  @Bean
  JavaDelegate proposeSequence(Sequences sequences) {
    return execution -> sequences.propose(PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate requestCoSignatures(CoSignatures coSignatures) {
    return execution -> coSignatures.request(PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate releasePaper(Papers papers, Consultations consultations) {
    return execution -> {
      consultations.prepareRelease(PAPER_ID.from(execution));
      papers.release(PAPER_ID.from(execution));
    };
  }

  @Bean
  JavaDelegate closePaper(Papers papers) {
    return execution -> papers.close(PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate beginRevision(Papers papers) {
    return execution -> papers.beginRevision(PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate withdrawPaper(Papers papers) {
    return execution -> papers.closeWithdrawn(PAPER_ID.from(execution));
  }

  @Bean
  JavaDelegate distributeSupplement(Attachments attachments) {
    return execution -> attachments.distribute(ATTACHMENT_ID.from(execution));
  }
}

package de.gremienlauf.workplace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The German texts of the engine's web applications, bettered: what the vendor left in English, misspelt or named after
 * himself is replaced by the texts in {@code german/*.json}, where it has a text of that key.
 */
@Configuration
class WebApplicationTexts implements WebMvcConfigurer {

  private static final String WEB_APPLICATIONS = "META-INF/resources/webjars/camunda/app/";

  private final ObjectMapper json;

  WebApplicationTexts(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/camunda/app/*/locales/de.json")
        .addResourceLocations("classpath:/" + WEB_APPLICATIONS).resourceChain(true).addTransformer(this::better);
  }

  private Resource better(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    JsonNode texts = read(chain.transform(request, resource));
    String application = request.getRequestURI().replaceFirst(".*/app/([a-z]+)/locales/.*", "$1");
    replace(texts, read(new ClassPathResource("german/all.json")));
    replace(texts, read(new ClassPathResource("german/" + application + ".json")));
    return new TransformedResource(resource, json.writeValueAsBytes(texts));
  }

  private JsonNode read(Resource resource) throws IOException {
    try (InputStream content = resource.getInputStream()) {
      return json.readTree(content);
    }
  }

  private static void replace(JsonNode texts, JsonNode better) {
    better.fields().forEachRemaining(text -> {
      JsonNode old = texts.get(text.getKey());
      if (old instanceof ObjectNode && text.getValue().isObject()) {
        replace(old, text.getValue());
      } else if (old != null) {
        ((ObjectNode) texts).set(text.getKey(), text.getValue());
      }
    });
  }
}

package de.gremienlauf.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the built-in models, decision tables and forms under stable names ({@code processes/paper/paper.bpmn}), the
 * same in the IDE, with {@code spring-boot:run} and in the jar. A folder of models may replace built-in files of the
 * same name, for comparing a change.
 */
@Component
class ModelDeployment extends AbstractCamundaConfiguration implements CamundaDeploymentConfiguration {

  /** Of every deployment of built-in models. */
  static final String NAME = "Gremienlauf";

  private static final List<String> PATTERNS = List.of("classpath*:processes/**/*.bpmn",
      "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form");

  private final Path replacements;

  ModelDeployment(@Value("${gremienlauf.models:#{null}}") Path replacements) {
    this.replacements = replacements;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration engine) {
    engine.setDeploymentName(NAME);
    engine.setDeploymentResources(getDeploymentResources().toArray(Resource[]::new));
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    try {
      Map<String, Path> replaced = replacementsByName();
      Map<String, Resource> models = new TreeMap<>();
      PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
      for (String pattern : PATTERNS) {
        String root = pattern.substring("classpath*:".length(), pattern.indexOf('/') + 1);
        for (Resource resource : resolver.getResources(pattern)) {
          String url = resource.getURL().toString();
          String name = url.substring(url.lastIndexOf("/" + root) + 1);
          Path replacement = replaced.get(resource.getFilename());
          models.put(name, new NamedResource(
              replacement == null ? resource : new FileSystemResource(replacement), name));
        }
      }
      return new LinkedHashSet<>(models.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Path> replacementsByName() throws IOException {
    Map<String, Path> byName = new TreeMap<>();
    if (replacements != null) {
      try (Stream<Path> files = Files.walk(replacements)) {
        files.filter(Files::isRegularFile).forEach(file -> byName.put(file.getFileName().toString(), file));
      }
    }
    return byName;
  }

  private static final class NamedResource extends AbstractResource implements ContextResource {

    private final Resource content;
    private final String name;

    private NamedResource(Resource content, String name) {
      this.content = content;
      this.name = name;
    }

    @Override
    public String getPathWithinContext() {
      return name;
    }

    @Override
    public String getDescription() {
      return name;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return content.getInputStream();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NamedResource resource && resource.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}

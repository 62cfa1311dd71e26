package de.gremienlauf.workplace;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.io.ClassPathResource;

/**
 * Which groups there are and what each may do in the engine, read from {@code rights.csv}: a column for each group, a
 * line for each right. A task grants itself to its candidates, so the working groups need nothing there to do their
 * work; what a person may do with a paper, a meeting or a project is decided in that module.
 */
final class Rights {

  private static final String TABLE = "rights.csv";
  private static final String NAMES = "Name";
  private static final String GRANTED = "x";
  private static final int FIRST_GROUP = 3;
  /** The column of what the own group of each office may do. */
  private static final String OFFICE = "dienststelle";

  /** Every group of the table with the name that people read. */
  static final Map<String, String> GROUPS = new LinkedHashMap<>();

  private static final List<Grant> GRANTS = new ArrayList<>();

  static {
    read();
  }

  /** Who works on tasks. */
  static final List<String> WORKING = GRANTS.stream()
      .filter(grant -> grant.resource() == Resources.APPLICATION && "tasklist".equals(grant.id()))
      .flatMap(grant -> grant.groups().stream()).filter(GROUPS::containsKey).toList();

  /** One line of the table: these groups may do this with one object or, with {@code *}, all objects of a kind. */
  private record Grant(Set<String> groups, Resource resource, String id, Set<Permission> permissions) {
  }

  /** One object, or all of a kind. */
  record Target(Resource resource, String id) {
  }

  private Rights() {
  }

  /** All that a group of the table may do. */
  static Map<Target, Set<Permission>> of(String group) {
    Map<Target, Set<Permission>> rights = new LinkedHashMap<>();
    GRANTS.stream().filter(grant -> grant.groups().contains(group)).forEach(grant -> rights
        .computeIfAbsent(new Target(grant.resource(), grant.id()), target -> new LinkedHashSet<>())
        .addAll(grant.permissions()));
    return rights;
  }

  /** All that the own group of an office may do. */
  static Map<Target, Set<Permission>> ofOffices() {
    return of(OFFICE);
  }

  private static void read() {
    try (Reader text = new InputStreamReader(new ClassPathResource(TABLE).getInputStream(), StandardCharsets.UTF_8);
        CSVParser lines = CSVFormat.RFC4180.builder().setDelimiter(';').setTrim(true).get().parse(text)) {
      List<String> groups = null;
      for (CSVRecord line : lines) {
        List<String> cells = line.toList();
        List<String> marks = cells.subList(FIRST_GROUP, cells.size());
        if (groups == null) {
          groups = marks;
        } else if (NAMES.equals(cells.get(0))) {
          for (int i = 0; i < marks.size(); i++) {
            GROUPS.put(groups.get(i), marks.get(i));
          }
        } else {
          grant(cells, groups, marks);
        }
      }
      GROUPS.remove(OFFICE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void grant(List<String> cells, List<String> groups, List<String> marks) {
    Set<String> granted = new LinkedHashSet<>();
    for (int i = 0; i < marks.size(); i++) {
      if (GRANTED.equals(marks.get(i))) {
        granted.add(groups.get(i));
      }
    }
    Stream<Resources> resources = "*".equals(cells.get(0)) ? Stream.of(Resources.values())
        : Stream.of(Resources.valueOf(cells.get(0)));
    Set<Permission> permissions = new LinkedHashSet<>();
    for (String name : cells.get(2).split(" ")) {
      permissions.add(permission(name));
    }
    resources.forEach(resource -> GRANTS.add(new Grant(granted, resource, cells.get(1), permissions)));
  }

  private static Permission permission(String name) {
    return permissions().filter(permission -> permission.getName().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown permission in " + TABLE + ": " + name));
  }

  /** All that can be granted on objects of a kind. */
  static Stream<Permission> permissions(int resourceType) {
    return permissions().filter(permission -> permission != Permissions.ALL && permission != Permissions.NONE)
        .filter(permission -> Stream.of(permission.getTypes()).anyMatch(one -> one.resourceType() == resourceType));
  }

  private static Stream<Permission> permissions() {
    return Stream.<Permission[]>of(Permissions.values(), ProcessDefinitionPermissions.values(),
        ProcessInstancePermissions.values()).flatMap(Stream::of);
  }
}

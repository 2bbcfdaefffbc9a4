package lectern;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of a plan of packages, applied to class files.
 *
 * <p>A rule answers with what offends it: a short name, under which an offender can be known until
 * it is mended, and the places.
 */
final class Rooms {
  private final JavaClasses classes;
  private final Plan plan;

  Rooms(JavaClasses classes, Plan plan) {
    this.classes = classes;
    this.plan = plan;
  }

  /**
   * Which packages there are and what they may know. A package is named by what stands after the
   * base package; the base package itself is "".
   *
   * @param base the package that all others are in
   * @param mayUse the packages that a package may use
   * @param owners the packages that may use a library, by the start of the names of its classes
   * @param quiet packages without files, network, threads, clocks, environment, chance
   * @param excused classes of quiet packages that need not be quiet
   */
  record Plan(
      String base,
      Map<String, Set<String>> mayUse,
      Map<String, Set<String>> owners,
      Set<String> quiet,
      Set<String> excused) {}

  /** What a quiet room does not know. Class names, or starts of them where a dot ends them. */
  private static final List<String> LOUD_CLASSES =
      List.of(
          "java.io.",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.net.",
          "java.nio.channels.",
          "java.nio.file.FileSystems",
          "java.nio.file.Files",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.util.ResourceBundle",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.concurrent.",
          "java.util.logging.",
          "java.util.prefs.");

  /** Exceptions to {@link #LOUD_CLASSES}: they open nothing and start nothing. */
  private static final Set<String> SILENT_CLASSES =
      Set.of(
          "java.io.IOException",
          "java.io.Serializable",
          "java.io.UncheckedIOException",
          "java.util.concurrent.ConcurrentHashMap");

  /** Members of any class that ask the machine or the user's settings, or start threads. */
  private static final Set<String> LOUD_NAMES =
      Set.of(
          "getDefault",
          "getResource",
          "getResourceAsStream",
          "parallelStream",
          "randomUUID",
          "systemDefault",
          "systemDefaultZone",
          "toRealPath");

  /** Collections that can be changed: a static field must not keep one. */
  private static final Set<String> MUTABLE_COLLECTIONS =
      Set.of(
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentHashMap");

  private static final Set<String> LOUD_MEMBERS =
      Set.of(
          "java.lang.System.console",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.err",
          "java.lang.System.exit",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.System.in",
          "java.lang.System.nanoTime",
          "java.lang.System.out",
          "java.lang.System.setProperty",
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Math.random");

  /** Classes that use a package that theirs may not use. */
  Map<String, Set<String>> strangers() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (JavaClass one : classes) {
      String room = room(one);
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!isOurs(target) || room(target).equals(room)) continue;
        if (!plan.mayUse.getOrDefault(room, Set.of()).contains(room(target)))
          add(out, name(room) + " -> " + name(room(target)), dependency.getDescription());
      }
    }
    return out;
  }

  /** Classes that use a library that another package owns, or that nobody does. */
  Map<String, Set<String>> foreignLibraries() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (JavaClass one : classes) {
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.isPrimitive() || isOurs(target) || isJdk(target.getName())) continue;
        String library = library(target.getName());
        if (!plan.owners.getOrDefault(library, Set.of()).contains(room(one)))
          add(out, name(room(one)) + " -> " + library, dependency.getDescription());
      }
    }
    return out;
  }

  private static boolean isJdk(String name) {
    return name.startsWith("java.");
  }

  private String library(String name) {
    for (String library : plan.owners.keySet()) if (name.startsWith(library)) return library;
    return name;
  }

  /** Classes of quiet packages that use what is not quiet, or have a field that can change. */
  Map<String, Set<String>> loudRooms() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (JavaClass one : classes) {
      if (!plan.quiet.contains(room(one)) || plan.excused.contains(top(one))) continue;
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        if (isLoud(target)) add(out, top(one) + " uses " + target, dependency.getDescription());
      }
      for (JavaAccess<?> access : one.getAccessesFromSelf()) {
        if (isLoud(access.getTarget()))
          add(out, top(one) + " uses " + member(access.getTarget()), access.getDescription());
        if (access.getOrigin().getName().equals("<clinit>")
            && access.getTarget().getName().equals("<init>")
            && MUTABLE_COLLECTIONS.contains(access.getTargetOwner().getName()))
          add(out, top(one) + " changes", access.getDescription());
      }
      for (JavaField field : one.getFields()) {
        if (isChangingStatic(field)) add(out, top(one) + " changes", field.getDescription());
      }
      for (JavaField field : one.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && MUTABLE_COLLECTIONS.contains(field.getRawType().getName()))
          add(out, top(one) + " changes", field.getDescription());
      }
    }
    return out;
  }

  private static boolean isLoud(String name) {
    if (SILENT_CLASSES.contains(name)) return false;
    for (String loud : LOUD_CLASSES) {
      if (name.equals(loud) || name.startsWith(loud + "$")) return true;
      if (loud.endsWith(".") && name.startsWith(loud)) return true;
    }
    return false;
  }

  /** Also {@code now()} of any clock and chance that nobody can repeat. */
  private static boolean isLoud(AccessTarget target) {
    String owner = target.getOwner().getName();
    if (LOUD_MEMBERS.contains(member(target))) return true;
    if (owner.startsWith("java.") && LOUD_NAMES.contains(target.getName())) return true;
    if (owner.startsWith("java.time.") && target.getName().equals("now")) return true;
    return owner.equals("java.util.Random")
        && target instanceof AccessTarget.CodeUnitAccessTarget call
        && call.getName().equals("<init>")
        && call.getRawParameterTypes().isEmpty();
  }

  private static String member(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }

  private static boolean isChangingStatic(JavaField field) {
    Set<JavaModifier> modifiers = field.getModifiers();
    return modifiers.contains(JavaModifier.STATIC)
        && !modifiers.contains(JavaModifier.FINAL)
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  /** Circles of more classes than {@code most} inside a package; nested classes count as one. */
  Map<String, Set<String>> circles(int most) {
    Map<String, Map<String, Set<String>>> byRoom = new TreeMap<>();
    for (JavaClass one : classes) {
      Set<String> used =
          byRoom
              .computeIfAbsent(room(one), k -> new TreeMap<>())
              .computeIfAbsent(top(one), k -> new TreeSet<>());
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (isOurs(target) && room(target).equals(room(one))) used.add(top(target));
      }
    }
    Map<String, Set<String>> out = new TreeMap<>();
    byRoom.forEach(
        (room, graph) -> {
          for (Set<String> circle : circlesOf(graph)) {
            if (circle.size() > most)
              add(out, "a circle in " + name(room), circle.size() + " classes: " + circle);
          }
        });
    return out;
  }

  /** Packages of the plan that know each other in a circle. */
  Map<String, Set<String>> cyclesOfThePlan() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (Set<String> circle : circlesOf(plan.mayUse))
      if (circle.size() > 1) add(out, "a cycle", circle.toString());
    return out;
  }

  /** Packages with classes that the plan does not know. */
  Map<String, Set<String>> unplanned() {
    Map<String, Set<String>> out = new TreeMap<>();
    for (JavaClass one : classes)
      if (!plan.mayUse.containsKey(room(one))) add(out, name(room(one)), one.getName());
    return out;
  }

  private static void add(Map<String, Set<String>> out, String offender, String place) {
    out.computeIfAbsent(offender, k -> new TreeSet<>()).add(place);
  }

  private boolean isOurs(JavaClass one) {
    return one.getPackageName().equals(plan.base)
        || one.getPackageName().startsWith(plan.base + ".");
  }

  private String room(JavaClass one) {
    String name = one.getPackageName();
    return name.equals(plan.base) ? "" : name.substring(plan.base.length() + 1);
  }

  private static String name(String room) {
    return room.isEmpty() ? "Main" : room;
  }

  /**
   * The name without the base package of what a class is part of: the class around it, or the
   * sealed type that permits it, since a sealed type with a visitor names all its kinds.
   */
  private String top(JavaClass one) {
    JavaClass outer = one;
    while (outer.getEnclosingClass().isPresent()) outer = outer.getEnclosingClass().get();
    for (JavaClass parent : outer.getRawInterfaces()) {
      if (isOurs(parent) && room(parent).equals(room(outer)) && parent.reflect().isSealed())
        return top(parent);
    }
    return outer.getName().substring(plan.base.length() + 1);
  }

  /** The strongly connected components of a graph (Tarjan). */
  static List<Set<String>> circlesOf(Map<String, Set<String>> graph) {
    Search search = new Search(graph);
    for (String node : graph.keySet()) if (!search.index.containsKey(node)) search.visit(node);
    return search.components;
  }

  private static final class Search {
    final Map<String, Integer> index = new HashMap<>();
    final List<Set<String>> components = new ArrayList<>();
    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();

    Search(Map<String, Set<String>> graph) {
      this.graph = graph;
    }

    void visit(String node) {
      int number = index.size();
      index.put(node, number);
      lowest.put(node, number);
      stack.push(node);
      for (String next : graph.getOrDefault(node, Set.of())) {
        if (!index.containsKey(next)) visit(next);
        if (stack.contains(next)) lowest.merge(node, lowest.get(next), Math::min);
      }
      if (lowest.get(node) != number) return;
      Set<String> component = new TreeSet<>();
      while (!component.contains(node)) component.add(stack.pop());
      components.add(component);
    }
  }
}

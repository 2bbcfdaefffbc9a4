package lectern.links;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.text.Sanitizer;

/** Where the links of a post lead. */
public final class LinkResolver {
  private LinkResolver() {}

  /** What a target names. */
  public sealed interface Target {
    /** A heading or a footnote of the same post. */
    record SamePost(String fragment) implements Target {}

    /**
     * @param fragment empty for the post itself
     */
    record OtherPost(Entry entry, String fragment) implements Target {}

    /** A file beside a post that was opened alone. @param name path below the folder */
    record UnlistedFile(String name, String fragment) implements Target {}

    /** An address outside: http, https, mailto. */
    record External(String uri) implements Target {}

    /** A place that cannot be gone to. @param reason a sentence that says where it pointed */
    record Broken(String reason) implements Target {}
  }

  public static Target resolve(Entry from, String target, Catalog catalog) {
    String address = target.strip();
    if (address.startsWith("#")) return new Target.SamePost(percentDecode(address.substring(1)));
    String scheme = schemeOf(address);
    if (scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto")) {
      return new Target.External(address);
    }
    if (!scheme.isEmpty())
      return new Target.Broken("Links of the kind " + scheme + ": are not followed: " + address);
    if (address.startsWith("//")) return new Target.External("https:" + address);
    return resolveRelative(from, address, catalog);
  }

  private static Target resolveRelative(Entry from, String address, Catalog catalog) {
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : percentDecode(address.substring(hash + 1));
    String path = hash < 0 ? address : address.substring(0, hash);
    int query = path.indexOf('?');
    if (query >= 0) path = path.substring(0, query);
    path = percentDecode(path);
    if (path.isEmpty()) return new Target.SamePost(fragment);
    String name = path.startsWith("/") ? joinPath("", path) : joinPath(from.name(), path);
    Entry entry = name == null ? null : findByName(name, catalog);
    if (entry == null && name != null) entry = findBySlug(name, catalog);
    if (entry != null) return new Target.OtherPost(entry, fragment);
    if (name != null && catalog.name().isEmpty()) return new Target.UnlistedFile(name, fragment);
    return new Target.Broken(
        name == null
            ? "This link leaves the folder of posts: " + address
            : "This link leads to no post: it points to " + name);
  }

  private static Entry findByName(String name, Catalog catalog) {
    Entry found = null;
    int best = Integer.MAX_VALUE;
    for (Entry entry : catalog.entries()) {
      int rank = matchRank(entry.name(), name);
      if (rank < best) {
        best = rank;
        found = entry;
      }
    }
    return found;
  }

  private static int matchRank(String file, String name) {
    if (file.equals(name)) return 0;
    if (!file.startsWith(name)) return Integer.MAX_VALUE;
    String rest = file.substring(name.length());
    return switch (rest) {
      case ".md", ".markdown", ".mdx" -> 1;
      case "/index.md", "/index.markdown", "/index.mdx" -> 2;
      default -> Integer.MAX_VALUE;
    };
  }

  /** Blogs link to the address a post will have: its slug, perhaps below other names. */
  private static Entry findBySlug(String name, Catalog catalog) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    for (Entry entry : catalog.entries()) if (entry.slug().equals(name)) return entry;
    for (Entry entry : catalog.entries()) if (entry.slug().equals(last)) return entry;
    return null;
  }

  /** A path from a file's name, without dots; null when it would leave the folder. */
  private static String joinPath(String file, String path) {
    Deque<String> names = new ArrayDeque<>();
    int slash = file.lastIndexOf('/');
    String all = (slash < 0 ? "" : file.substring(0, slash + 1)) + path;
    for (String name : all.split("/")) {
      if (name.equals("..")) {
        if (names.pollLast() == null) return null;
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  private static String schemeOf(String address) {
    int colon = address.indexOf(':');
    if (colon < 2) return "";
    for (int i = 0; i < colon; i++) {
      char c = address.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.')))
        return "";
    }
    return address.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
  }

  /** With {@code %41} made {@code A}; left as it is where that is no UTF-8. */
  public static String percentDecode(String text) {
    if (text.indexOf('%') < 0) return text;
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int n = 0;
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      out[n++] = low < 0 ? in[i] : (byte) (high * 16 + low);
      if (low >= 0) i += 2;
    }
    return new String(out, 0, n, StandardCharsets.UTF_8);
  }

  /** A link to a file of the folder, so that {@link #resolve} finds it again. */
  public static String hrefTo(Entry entry) {
    StringBuilder out = new StringBuilder("/");
    for (byte b : entry.name().getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > ' ' && c < 0x7f && "%#?\\".indexOf(c) < 0;
      if (plain) out.append(c);
      else
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
    }
    return out.toString();
  }

  /** What a link is about to do, in words. */
  public static String describe(Target target) {
    return Sanitizer.sanitize(
        switch (target) {
          case Target.SamePost here ->
              here.fragment().startsWith("fn-") ? "footnote" : "in this post: " + here.fragment();
          case Target.OtherPost there ->
              "post: "
                  + there.entry().title()
                  + (there.fragment().isEmpty() ? "" : " # " + there.fragment());
          case Target.UnlistedFile beside ->
              "file: "
                  + beside.name()
                  + (beside.fragment().isEmpty() ? "" : " # " + beside.fragment());
          case Target.External web -> web.uri();
          case Target.Broken nowhere -> nowhere.reason();
        });
  }
}

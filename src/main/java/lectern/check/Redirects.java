package lectern.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that the files of a host lead elsewhere: Netlify, Vercel, and some generators. */
final class Redirects {
  /** Files of these names, at the top of a site or in a folder that is served. */
  private static final List<String> FILE_NAMES =
      List.of(
          "_redirects",
          "netlify.toml",
          "vercel.json",
          "next.config.js",
          "next.config.mjs",
          "next.config.ts",
          "docusaurus.config.js",
          "docusaurus.config.ts",
          "mkdocs.yml");

  /** Bytes; a longer file is not read. */
  private static final long MAX_SIZE = 4 << 20;

  /** {@code from = "/a"}, {@code "source": "/a"}; and {@code /a /b} on a line of its own. */
  private static final Pattern RULE =
      Pattern.compile(
          "\\b(?:source|from)[\"']?[ \\t]*[:=]\\s{0,80}[\"'](/[^\"'\\n]*)[\"']"
              + "|(?m:^(/\\S*)[ \\t])");

  private final Set<String> addresses = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  /**
   * @param site which of the files are there
   * @param folders that may hold them
   */
  static Redirects of(SiteIndex site, Set<String> folders) {
    Redirects redirects = new Redirects();
    for (String folder : folders)
      for (String name : FILE_NAMES)
        if (site.exists(folder + "/" + name)) redirects.read(SiteIndex.toPath(folder + "/" + name));
    return redirects;
  }

  private void read(Path file) {
    try {
      if (Files.size(file) > MAX_SIZE) return;
      Matcher rules = RULE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (rules.find()) add(rules.group(1) != null ? rules.group(1) : rules.group(2));
    } catch (IOException e) {
      // a file that cannot be read leads nowhere
    }
  }

  private void add(String rule) {
    int end = 0;
    while (end < rule.length() && "*:({?".indexOf(rule.charAt(end)) < 0) end++;
    String address = withoutSlash(rule.substring(0, end));
    if (end == rule.length()) addresses.add(address);
    else if (address.length() > 1) prefixes.add(address);
  }

  private static String withoutSlash(String address) {
    return address.length() > 1 && address.endsWith("/")
        ? address.substring(0, address.length() - 1)
        : address;
  }

  /** Whether an address from the top of the site is led elsewhere. */
  boolean contains(String address) {
    String wanted = withoutSlash(address);
    if (addresses.contains(wanted)) return true;
    for (String prefix : prefixes) if (wanted.startsWith(prefix)) return true;
    return false;
  }
}

package lectern.markdown.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.markdown.dialect.LabeledBlock.Form;

/** What the tags of generators and of their themes mean, by their names. */
public final class TemplateNames {
  /** What becomes of a tag. */
  public enum Meaning {
    /** Not shown, nor is what stands between it and the tag that closes it. */
    COMMENT,
    /** Not shown; what stands between is no template. */
    RAW,
    /** A block with a label, where it is closed. */
    BLOCK,
    /** A title for what follows. */
    LABEL,
    IMAGE,
    /** A link to what is embedded. */
    EMBED,
    CLOSING,
    OTHER
  }

  private static final String IMAGES =
      " figure fig img image asset_img picture photo figure_image resize_image imgproc ";

  private static final String INCLUDES = " include include_relative include_cached render partial ";

  private static final String LABELS = " tab tabitem tab-item codetitle ";

  /** The names of embedded things, and the addresses that their ids stand for. */
  private static final String[][] EMBEDS = {
    {"youtube", "https://www.youtube.com/watch?v="},
    {"vimeo", "https://vimeo.com/"},
    {"gist", "https://gist.github.com/"},
    {"tweet", "https://twitter.com/i/status/"},
    {"twitter", "https://twitter.com/i/status/"},
    {"instagram", "https://www.instagram.com/p/"},
    {"codepen", "https://codepen.io/pen/"},
    {"jsfiddle", "https://jsfiddle.net/"},
    {"asciinema", "https://asciinema.org/a/"},
    {"bilibili", "https://www.bilibili.com/video/"},
    {"video", ""},
    {"audio", ""},
    {"iframe", ""},
    {"embed", ""}
  };

  private TemplateNames() {}

  public static Meaning meaningOf(TemplateTag tag) {
    if (tag.isComment()) return Meaning.COMMENT;
    if (tag.isExpression()) return Meaning.OTHER;
    if (tag.isClosing()) return Meaning.CLOSING;
    String name = tag.name();
    if (name.equals("comment")) return Meaning.COMMENT;
    if (name.equals("raw") || name.equals("verbatim")) return Meaning.RAW;
    if (contains(LABELS, name)) return Meaning.LABEL;
    if (!target(tag).isEmpty()) {
      if (embedOf(tag) != null) return Meaning.EMBED;
      if (contains(IMAGES, includedName(tag)) || isIncluded(tag) && includesImage(tag))
        return Meaning.IMAGE;
    }
    return isBlock(name) ? Meaning.BLOCK : Meaning.OTHER;
  }

  /** Whether what stands between tags of this name is a block with a label. */
  static boolean isBlock(String name) {
    return BlockWords.isAlert(name) || formOf(name) == Form.FOLD || formOf(name) == Form.QUOTE;
  }

  static Form formOf(String name) {
    return name.equals("quote") ? Form.QUOTE : BlockWords.formOf(name);
  }

  private static boolean isIncluded(TemplateTag tag) {
    return contains(INCLUDES, tag.name()) && !tag.words().isEmpty();
  }

  /** The name of the tag, or of the file that it includes. */
  private static String includedName(TemplateTag tag) {
    if (!isIncluded(tag)) return tag.name();
    String file = tag.words().getFirst().toLowerCase(Locale.ROOT);
    int dot = file.indexOf('.', file.lastIndexOf('/') + 1);
    return file.substring(file.lastIndexOf('/') + 1, dot < 0 ? file.length() : dot);
  }

  private static boolean includesImage(TemplateTag tag) {
    String name = includedName(tag);
    return name.contains("figure") || name.contains("image") || name.contains("img");
  }

  private static String[] embedOf(TemplateTag tag) {
    String name = includedName(tag);
    for (String[] embed : EMBEDS) {
      boolean long3 = embed[1].length() > 0;
      if (name.equals(embed[0]) || long3 && name.contains(embed[0])) return embed;
    }
    return name.equals("x") ? EMBEDS[3] : null;
  }

  /** The address of what a tag embeds. */
  public static String embedTarget(TemplateTag tag) {
    String id = target(tag);
    String[] embed = embedOf(tag);
    if (embed == null || id.indexOf("://") > 0 || id.startsWith("/")) return id;
    String user = tag.attribute("user", "username");
    List<String> words = arguments(tag);
    if (embed[0].equals("gist")) {
      if (user.isEmpty() && words.size() > 1 && !words.get(0).contains("/"))
        return embed[1] + words.get(0) + "/" + words.get(1);
      return embed[1] + (user.isEmpty() ? id : user + "/" + id);
    }
    if (embed[1].contains("/i/status/") && !user.isEmpty())
      return "https://twitter.com/" + user + "/status/" + id;
    return embed[1] + id;
  }

  /** What is shown for an embedded thing. */
  public static String embedText(TemplateTag tag) {
    String[] embed = embedOf(tag);
    String title = tag.attribute("title", "caption", "alt");
    List<String> words = arguments(tag);
    if (title.isEmpty() && words.size() > 1 && words.get(1).indexOf(' ') > 0) title = words.get(1);
    return "[" + embed[0] + (title.isEmpty() ? "" : ": " + title) + "]";
  }

  /** The file, address or id of an image or an embedded thing; empty for none. */
  public static String target(TemplateTag tag) {
    String named =
        tag.attribute("src", "url", "image_path", "path", "id", "href", "file", "image", "link");
    if (!named.isEmpty()) return withoutExpressions(named);
    List<String> words = arguments(tag);
    for (String word : words)
      if (word.indexOf('.') > 0 || word.indexOf('/') >= 0) return withoutExpressions(word);
    return words.isEmpty() ? "" : withoutExpressions(words.getFirst());
  }

  /** The words of a tag, without the file that it includes. */
  private static List<String> arguments(TemplateTag tag) {
    List<String> words = tag.words();
    return isIncluded(tag) ? words.subList(1, words.size()) : words;
  }

  /** {@code {{ site.baseurl }}/a.png} is a path in the site. */
  private static String withoutExpressions(String target) {
    int close = target.lastIndexOf("}}");
    return close < 0 ? target : target.substring(close + 2);
  }

  public static String imageAlt(TemplateTag tag) {
    return tag.attribute("alt", "title");
  }

  public static String imageCaption(TemplateTag tag) {
    String caption = tag.attribute("caption", "description", "desc", "figcaption");
    if (!caption.isEmpty()) return caption;
    String target = target(tag);
    for (String word : arguments(tag))
      if (!word.equals(target) && word.indexOf(' ') > 0) return word;
    return "";
  }

  /** The word that says of which kind an alert is: {@code note}, or its {@code type}. */
  public static String wordOf(TemplateTag tag) {
    String type =
        tag.attribute("type", "style", "kind", "variant", "status", "level", "severity", "color");
    if (!type.isEmpty() && isKind(type)) return type;
    for (String word : tag.words()) if (isKind(word)) return word;
    return tag.name();
  }

  private static boolean isKind(String word) {
    return BlockWords.isAlert(word);
  }

  public static String titleOf(TemplateTag tag) {
    String title =
        tag.attribute("title", "heading", "header", "summary", "label", "name", "author");
    if (!title.isEmpty()) return title;
    List<String> out = new ArrayList<>();
    boolean kind = false;
    for (String word : tag.words()) {
      if (!kind && isKind(word)) kind = true;
      else if (!isClass(word)) out.add(word);
    }
    return String.join(" ", out).strip();
  }

  /** Icons, styles, flags: {@code md-block}, {@code true}. */
  private static boolean isClass(String word) {
    if (" true false open closed default primary secondary light dark ".contains(" " + word + " "))
      return true;
    boolean hyphen = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      hyphen |= c == '-' && i > 0;
      if (c != '-' && !(c >= 'a' && c <= 'z') && !Character.isDigit(c)) return word.isBlank();
    }
    return hyphen || word.isEmpty();
  }

  private static boolean contains(String words, String word) {
    return !word.isEmpty() && words.contains(" " + word + " ");
  }
}

package lectern.ui.update;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.links.Target;
import lectern.text.Sanitizer;
import lectern.ui.DisplayText;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.FocusTarget;
import lectern.ui.Model;
import lectern.ui.NavigationHistory;
import lectern.ui.OpenTarget;
import lectern.ui.Picker;
import lectern.ui.ReaderCommand;
import lectern.ui.ReaderScreen;
import lectern.ui.Step;

/** Moves the focus through the links of a page, and follows them. */
public final class LinkNavigation {
  private LinkNavigation() {}

  /** The next focus target, seen from where the reader is; the one before for -1. */
  static Model focusNext(Model model, ReaderScreen reader, int step) {
    List<FocusTarget> targets = reader.focusTargets();
    if (targets.isEmpty()) return model.withMessage("This post has no links");
    int rows = model.metrics().pageRows();
    FocusTarget focused = reader.focusedTarget();
    boolean inView = focused != null && focused.isInView(reader.top(), rows);
    int to =
        inView
            ? Math.floorMod(reader.focusIndex() + step, targets.size())
            : nearestIndex(targets, reader.top(), rows, step);
    return focus(model, reader, targets, to);
  }

  /** The focus target with a number, from 1. */
  static Model focusNumber(Model model, ReaderScreen reader, int number) {
    List<FocusTarget> targets = reader.focusTargets();
    if (number < 1 || number > targets.size())
      return model.withMessage("There are " + DisplayText.pluralize(targets.size(), "link"));
    return focus(model, reader, targets, number - 1);
  }

  private static int nearestIndex(List<FocusTarget> targets, int top, int rows, int step) {
    if (step > 0) {
      for (int i = 0; i < targets.size(); i++) if (targets.get(i).row() >= top) return i;
      return 0;
    }
    for (int i = targets.size() - 1; i >= 0; i--) if (targets.get(i).row() < top + rows) return i;
    return targets.size() - 1;
  }

  private static Model focus(
      Model model, ReaderScreen reader, List<FocusTarget> targets, int index) {
    FocusTarget target = targets.get(index);
    int rows = model.metrics().pageRows();
    ReaderScreen focused = reader.withFocus(index);
    Model moved =
        target.isInView(reader.top(), rows)
            ? model.withReader(focused)
            : PageScroll.scrollTo(model, focused, Math.max(0, target.row() - rows / 3));
    return moved.withMessage(
        (index + 1) + " of " + targets.size() + "  " + describe(model, reader, target));
  }

  private static String describe(Model model, ReaderScreen reader, FocusTarget target) {
    return switch (target) {
      case FocusTarget.LinkTarget link ->
          Sanitizer.sanitize(TargetDescription.of(resolve(model, reader, link.link().target())));
      case FocusTarget.DetailsTarget details ->
          details.open() ? "details, shown" : "details, folded";
    };
  }

  private static Target resolve(Model model, ReaderScreen reader, String href) {
    return model.posts().index().links().resolve(reader.entry(), href);
  }

  /** The model with a list of all focus targets opened, each with where it leads. */
  public static Model openLinks(Model model, ReaderScreen reader) {
    List<Picker.Choice> choices = new ArrayList<>();
    for (FocusTarget target : reader.focusTargets()) {
      String text = target instanceof FocusTarget.LinkTarget link ? link.link().text() + ", " : "";
      String label = text + describe(model, reader, target);
      choices.add(new Picker.Choice(label, "", 0, choices.size()));
    }
    return choices.isEmpty()
        ? model.withMessage("This post has no links")
        : model.push(Picker.of(Picker.Kind.LINKS, "links", choices, -1));
  }

  /** Activates the focused target; without one, the first details in view. */
  static Step activateFocused(Model model, ReaderScreen reader) {
    if (reader.focusedTarget() != null) return activate(model, reader, reader.focusedTarget());
    List<FocusTarget> targets = reader.focusTargets();
    int rows = model.metrics().pageRows();
    for (FocusTarget target : targets) {
      if (target instanceof FocusTarget.DetailsTarget && target.isInView(reader.top(), rows))
        return activate(model, reader, target);
    }
    if (targets.isEmpty()) return Step.of(model);
    String key = model.keymap().firstKeyLabel(ReaderCommand.NEXT_LINK);
    return Step.of(model.withMessage(key + " goes to a link first"));
  }

  /** Follows a link, folds or unfolds details. */
  static Step activate(Model model, ReaderScreen reader, FocusTarget target) {
    return switch (target) {
      case FocusTarget.DetailsTarget details ->
          Step.of(toggleDetails(model, reader, details.number()));
      case FocusTarget.LinkTarget link -> follow(model, reader, link.link().target());
    };
  }

  private static Model toggleDetails(Model model, ReaderScreen reader, int number) {
    Set<Integer> toggled = new HashSet<>(reader.content().toggledDetails());
    if (!toggled.remove(number)) toggled.add(number);
    return PageScroll.relayout(model, reader, Set.copyOf(toggled));
  }

  private static Step follow(Model model, ReaderScreen reader, String address) {
    NavigationHistory navigation = model.navigation().leave(reader.location());
    Target target = resolve(model, reader, address);
    return switch (target) {
      case Target.SamePost here ->
          Step.of(jumpToFragment(model, reader, here.fragment(), navigation));
      case Target.OtherPost other ->
          PostOpening.requestPost(model, other.entry(), targetFor(other.fragment()), navigation);
      case Target.UnlistedFile file ->
          Step.of(model, new Effect.ResolveFile(file.name(), file.fragment()));
      case Target.External external -> openExternal(model, external.uri());
      case Target.SiteFile _, Target.Unverifiable _, Target.Broken _ ->
          Step.of(model.withMessage(TargetDescription.of(target)));
    };
  }

  /** Opens the post that a link to a file outside the catalog led to. */
  static Step openFound(Model model, Event.LinkedPostFound found) {
    ReaderScreen reader = model.reader();
    NavigationHistory navigation =
        reader == null ? model.navigation() : model.navigation().leave(reader.location());
    return PostOpening.requestPost(model, found.entry(), targetFor(found.fragment()), navigation);
  }

  private static OpenTarget targetFor(String fragment) {
    return fragment.isEmpty() ? OpenTarget.LAST_POSITION : new OpenTarget.AtFragment(fragment);
  }

  private static Model jumpToFragment(
      Model model, ReaderScreen reader, String fragment, NavigationHistory navigation) {
    Model jumped = PageScroll.scrollToFragment(model, reader.withFocus(-1), fragment);
    if (!jumped.message().isEmpty()) return jumped;
    String back = model.keymap().firstKeyLabel(ReaderCommand.HISTORY_BACK);
    return jumped.withNavigation(navigation).withMessage(back + " comes back");
  }

  private static Step openExternal(Model model, String address) {
    Step copied = Step.of(model, new Effect.Copy(address, "The address " + address));
    boolean browse = model.isLocal() && model.preferences().environment().browserConfigured();
    return browse ? copied.withEffect(new Effect.Browse(address)) : copied;
  }
}

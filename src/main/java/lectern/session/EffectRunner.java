package lectern.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import lectern.post.BrokenPost;
import lectern.post.Catalog;
import lectern.post.Entry;
import lectern.post.Post;
import lectern.terminal.Terminal;
import lectern.theme.Theme;
import lectern.ui.Effect;
import lectern.ui.Event;
import lectern.ui.LoadedPost;
import lectern.ui.OpenTarget;
import lectern.ui.ReaderHistory;

/** Does what a state asks for; whatever goes wrong is one event with a sentence. */
final class EffectRunner {
  /** Posts up to this size are opened at once: that is faster than a picture without them. */
  private static final long SMALL = 256 * 1024;

  private final Terminal terminal;
  private final Backend desk;
  private final Executor background;
  private final Consumer<Event> now;
  private final Object disk = new Object();

  /** What is to be remembered and is not on its way to the disk yet; null when there is nothing. */
  private ReaderHistory unsaved;

  private boolean left;

  EffectRunner(Terminal terminal, Backend desk, Executor background, Consumer<Event> now) {
    this.terminal = terminal;
    this.desk = desk;
    this.background = background;
    this.now = now;
  }

  boolean left() {
    return left;
  }

  void leave() {
    left = true;
  }

  void run(Effect effect) {
    switch (effect) {
      case Effect.LoadPost open -> open(open);
      case Effect.ResolveFile visit -> visit(visit);
      case Effect.Reload _ ->
          background.execute(
              () -> terminal.post(attempt(() -> new Event.CatalogLoaded(desk.reread(), true))));
      case Effect.HashPosts identify ->
          background.execute(() -> terminal.post(identified(identify)));
      case Effect.Save save -> save(save.history());
      case Effect.Copy copy ->
          now.accept(
              new Event.CopyFinished(
                  terminal.copyToClipboard(copy.text()), copy.text(), copy.description()));
      case Effect.SetTheme dress -> dress(dress.theme());
      case Effect.Redraw _ -> terminal.invalidate();
      case Effect.Suspend _ -> terminal.runReleased(desk::stop);
      case Effect.Edit edit -> edit(edit);
      case Effect.Browse browse -> quietly(() -> desk.browse(browse.address()));
      case Effect.Quit _ -> left = true;
    }
  }

  /** A disk may take its time: no key waits for it. */
  private void save(ReaderHistory memory) {
    synchronized (this) {
      unsaved = memory;
    }
    background.execute(this::flush);
  }

  /** Puts on disk what is to be remembered; once this returns, all of it is there. */
  void flush() {
    synchronized (disk) {
      ReaderHistory memory;
      synchronized (this) {
        memory = unsaved;
        unsaved = null;
      }
      if (memory == null) return;
      Event failed =
          attempt(
              () -> {
                desk.save(memory);
                return null;
              });
      if (failed != null) terminal.post(failed);
    }
  }

  private void visit(Effect.ResolveFile visit) {
    Entry entry = desk.visit(visit.name());
    if (entry == null) {
      now.accept(new Event.Failed("This link leads to no post: it points to " + visit.name()));
      return;
    }
    now.accept(attempt(() -> new Event.CatalogLoaded(desk.reread(), false)));
    now.accept(new Event.LinkedPostFound(entry, visit.fragment()));
  }

  private void open(Effect.LoadPost open) {
    if (size(open.entry()) <= SMALL)
      now.accept(attempt(() -> ready(open.entry(), open.target(), open.requestId())));
    else
      background.execute(
          () -> terminal.post(attempt(() -> ready(open.entry(), open.target(), open.requestId()))));
  }

  private Event ready(Entry entry, OpenTarget goal, int ticket) throws IOException {
    return new Event.PostLoaded(LoadedPost.of(entry, desk.open(entry)), goal, ticket);
  }

  private static long size(Entry entry) {
    return switch (entry) {
      case Post post -> post.size();
      case BrokenPost broken -> broken.size();
    };
  }

  private Event identified(Effect.HashPosts identify) {
    Map<String, String> hashes = new HashMap<>();
    for (Entry entry : identify.entries()) {
      try {
        hashes.put(entry.path().toString(), LoadedPost.contentHash(desk.open(entry).text()));
      } catch (IOException e) {
        continue; // a post that cannot be read stays unknown; opening it will say why
      }
    }
    return new Event.HashesComputed(hashes);
  }

  private void dress(String name) {
    try {
      Theme.Loaded read = desk.theme(name);
      terminal.setTheme(read.theme());
      if (!read.warnings().isEmpty()) now.accept(new Event.Notice(flaws(read.warnings())));
    } catch (IllegalArgumentException e) {
      now.accept(new Event.Failed(sentence(e)));
    }
  }

  private static String flaws(List<String> warnings) {
    return warnings.getFirst()
        + (warnings.size() == 1 ? "" : "; and " + (warnings.size() - 1) + " more");
  }

  private void edit(Effect.Edit edit) {
    Event[] said = new Event[1];
    terminal.runReleased(() -> said[0] = edited(edit));
    if (!(said[0] instanceof Event.Failed)) {
      now.accept(attempt(() -> new Event.CatalogLoaded(desk.reread(), false)));
      OpenTarget goal = new OpenTarget.AtPosition(edit.position(), -1);
      if (edit.position() != null)
        now.accept(attempt(() -> ready(fresh(edit.entry()), goal, edit.requestId())));
    }
    if (said[0] != null) now.accept(said[0]);
  }

  /** What is to be said of it; null when all went well. */
  private Event edited(Effect.Edit edit) {
    try {
      String ended = desk.edit(edit.entry().path(), edit.line());
      return ended.isEmpty() ? null : new Event.Notice(ended);
    } catch (IOException e) {
      return new Event.Failed(sentence(e));
    }
  }

  /** The entry as it is after the edit. */
  private Entry fresh(Entry old) throws IOException {
    Catalog catalog = desk.reread();
    for (Entry entry : catalog.entries()) if (entry.path().equals(old.path())) return entry;
    return old;
  }

  /** Something that may fail, with what to say instead. */
  private interface IoSupplier<T> {
    T run() throws IOException;
  }

  private interface IoAction {
    void run() throws IOException;
  }

  private Event attempt(IoSupplier<Event> attempt) {
    try {
      return attempt.run();
    } catch (IOException e) {
      return new Event.Failed(sentence(e));
    } catch (RuntimeException | StackOverflowError e) {
      String where = desk.log(e);
      return new Event.Failed(
          "Something went wrong inside lectern"
              + (where.isEmpty() ? "" : "; the details are in " + where));
    }
  }

  private void quietly(IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      now.accept(new Event.Failed(sentence(e)));
    }
  }

  private static String sentence(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "That did not work" : message;
  }
}

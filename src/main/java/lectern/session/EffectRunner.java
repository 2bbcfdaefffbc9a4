package lectern.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import lectern.post.Catalog;
import lectern.post.Entry;
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
  private static final long MAX_INLINE_BYTES = 256 * 1024;

  private final Terminal terminal;
  private final Backend backend;
  private final Executor background;
  private final Consumer<Event> immediateEvents;
  private final Object saveLock = new Object();

  /** What is to be remembered and is not on its way to the disk yet; null when there is nothing. */
  private ReaderHistory unsavedHistory;

  private boolean finished;

  EffectRunner(Terminal terminal, Backend desk, Executor background, Consumer<Event> now) {
    this.terminal = terminal;
    this.backend = desk;
    this.background = background;
    this.immediateEvents = now;
  }

  boolean isFinished() {
    return finished;
  }

  void finish() {
    finished = true;
  }

  void run(Effect effect) {
    switch (effect) {
      case Effect.LoadPost open -> loadPost(open);
      case Effect.ResolveFile visit -> resolveFile(visit);
      case Effect.Reload _ ->
          background.execute(
              () -> terminal.post(attempt(() -> new Event.CatalogLoaded(backend.reload(), true))));
      case Effect.HashPosts identify ->
          background.execute(() -> terminal.post(hashPosts(identify)));
      case Effect.Save save -> save(save.history());
      case Effect.Copy copy ->
          immediateEvents.accept(
              new Event.CopyFinished(
                  terminal.copyToClipboard(copy.text()), copy.text(), copy.description()));
      case Effect.SetTheme dress -> setTheme(dress.theme());
      case Effect.Redraw _ -> terminal.invalidate();
      case Effect.Suspend _ -> terminal.runReleased(backend::suspend);
      case Effect.Edit edit -> edit(edit);
      case Effect.Browse browse -> runOrReport(() -> backend.browse(browse.address()));
      case Effect.Quit _ -> finished = true;
    }
  }

  /** A disk may take its time: no key waits for it. */
  private void save(ReaderHistory memory) {
    synchronized (this) {
      unsavedHistory = memory;
    }
    background.execute(this::flush);
  }

  /** Puts on disk what is to be remembered; once this returns, all of it is there. */
  void flush() {
    synchronized (saveLock) {
      ReaderHistory memory;
      synchronized (this) {
        memory = unsavedHistory;
        unsavedHistory = null;
      }
      if (memory == null) return;
      Event failed =
          attempt(
              () -> {
                backend.save(memory);
                return null;
              });
      if (failed != null) terminal.post(failed);
    }
  }

  private void resolveFile(Effect.ResolveFile visit) {
    Entry entry = backend.resolveFile(visit.name());
    if (entry == null) {
      immediateEvents.accept(
          new Event.Failed("This link leads to no post: it points to " + visit.name()));
      return;
    }
    immediateEvents.accept(attempt(() -> new Event.CatalogLoaded(backend.reload(), false)));
    immediateEvents.accept(new Event.LinkedPostFound(entry, visit.fragment()));
  }

  private void loadPost(Effect.LoadPost open) {
    if (open.entry().size() <= MAX_INLINE_BYTES)
      immediateEvents.accept(attempt(() -> loadNow(open.entry(), open.target(), open.requestId())));
    else
      background.execute(
          () ->
              terminal.post(attempt(() -> loadNow(open.entry(), open.target(), open.requestId()))));
  }

  private Event loadNow(Entry entry, OpenTarget goal, int ticket) throws IOException {
    return new Event.PostLoaded(LoadedPost.of(entry, backend.readBody(entry)), goal, ticket);
  }

  private Event hashPosts(Effect.HashPosts identify) {
    Map<String, String> hashes = new HashMap<>();
    for (Entry entry : identify.entries()) {
      try {
        hashes.put(entry.path().toString(), LoadedPost.contentHash(backend.readBody(entry).text()));
      } catch (IOException e) {
        continue; // a post that cannot be read stays unknown; opening it will say why
      }
    }
    return new Event.HashesComputed(hashes);
  }

  private void setTheme(String name) {
    try {
      Theme.Loaded read = backend.loadTheme(name);
      terminal.setTheme(read.theme());
      if (!read.warnings().isEmpty())
        immediateEvents.accept(new Event.Notice(firstOf(read.warnings())));
    } catch (IllegalArgumentException e) {
      immediateEvents.accept(new Event.Failed(messageOf(e)));
    }
  }

  private static String firstOf(List<String> warnings) {
    return warnings.getFirst()
        + (warnings.size() == 1 ? "" : "; and " + (warnings.size() - 1) + " more");
  }

  private void edit(Effect.Edit edit) {
    Event[] said = new Event[1];
    terminal.runReleased(() -> said[0] = runEditor(edit));
    if (!(said[0] instanceof Event.Failed)) {
      immediateEvents.accept(attempt(() -> new Event.CatalogLoaded(backend.reload(), false)));
      OpenTarget goal = new OpenTarget.AtPosition(edit.position(), -1);
      if (edit.position() != null)
        immediateEvents.accept(
            attempt(() -> loadNow(reloadEntry(edit.entry()), goal, edit.requestId())));
    }
    if (said[0] != null) immediateEvents.accept(said[0]);
  }

  /** What is to be said of it; null when all went well. */
  private Event runEditor(Effect.Edit edit) {
    try {
      String ended = backend.edit(edit.entry().path(), edit.line());
      return ended.isEmpty() ? null : new Event.Notice(ended);
    } catch (IOException e) {
      return new Event.Failed(messageOf(e));
    }
  }

  /** The entry as it is after the edit. */
  private Entry reloadEntry(Entry old) throws IOException {
    Catalog catalog = backend.reload();
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
      return new Event.Failed(messageOf(e));
    } catch (RuntimeException | StackOverflowError e) {
      String where = backend.logError(e);
      return new Event.Failed(
          "Something went wrong inside lectern"
              + (where.isEmpty() ? "" : "; the details are in " + where));
    }
  }

  private void runOrReport(IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      immediateEvents.accept(new Event.Failed(messageOf(e)));
    }
  }

  private static String messageOf(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "That did not work" : message;
  }
}

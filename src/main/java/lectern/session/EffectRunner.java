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
import org.jspecify.annotations.Nullable;

/** Runs effects; whatever goes wrong becomes one event with a sentence. */
final class EffectRunner {
  /** Posts up to this size are read before the next frame: that is faster than one without them. */
  private static final long MAX_INLINE_BYTES = 256 * 1024;

  private final Terminal terminal;
  private final Backend backend;
  private final Executor background;
  private final Consumer<Event> immediateEvents;
  private final Object saveLock = new Object();

  /** History not saved yet. */
  private @Nullable ReaderHistory unsavedHistory;

  private boolean finished;

  EffectRunner(
      Terminal terminal, Backend backend, Executor background, Consumer<Event> immediateEvents) {
    this.terminal = terminal;
    this.backend = backend;
    this.background = background;
    this.immediateEvents = immediateEvents;
  }

  boolean isFinished() {
    return finished;
  }

  void finish() {
    finished = true;
  }

  void run(Effect effect) {
    switch (effect) {
      case Effect.LoadPost load -> loadPost(load);
      case Effect.ResolveFile file -> resolveFile(file);
      case Effect.Reload _ -> background.execute(() -> reload(true, terminal::post));
      case Effect.HashPosts hash ->
          background.execute(() -> terminal.post(hashPosts(hash.entries())));
      case Effect.Save save -> save(save.history());
      case Effect.Copy copy ->
          immediateEvents.accept(
              new Event.CopyFinished(
                  terminal.copyToClipboard(copy.text()), copy.text(), copy.description()));
      case Effect.SetTheme set -> setTheme(set.theme());
      case Effect.Redraw _ -> terminal.invalidate();
      case Effect.Suspend _ -> terminal.runReleased(backend::suspend);
      case Effect.Edit edit -> edit(edit);
      case Effect.Browse browse -> attempt(() -> backend.browse(browse.address()), immediateEvents);
      case Effect.Quit _ -> finished = true;
    }
  }

  /** On another thread: no key waits for the disk. */
  private void save(ReaderHistory history) {
    synchronized (this) {
      unsavedHistory = history;
    }
    background.execute(this::flush);
  }

  /** Saves what is not saved yet; once this returns, all of it is on disk. */
  void flush() {
    synchronized (saveLock) {
      ReaderHistory history;
      synchronized (this) {
        history = unsavedHistory;
        unsavedHistory = null;
      }
      if (history != null) attempt(() -> backend.save(history), terminal::post);
    }
  }

  private void resolveFile(Effect.ResolveFile file) {
    Entry entry = backend.resolveFile(file.name());
    if (entry == null) {
      immediateEvents.accept(
          new Event.Failed("This link leads to no post: it points to " + file.name()));
      return;
    }
    reload(false, immediateEvents);
    immediateEvents.accept(new Event.LinkedPostFound(entry, file.fragment()));
  }

  private void loadPost(Effect.LoadPost load) {
    if (load.entry().size() <= MAX_INLINE_BYTES) loadPost(load, immediateEvents);
    else background.execute(() -> loadPost(load, terminal::post));
  }

  private void loadPost(Effect.LoadPost load, Consumer<Event> to) {
    attempt(() -> load(load.entry(), load.target(), load.requestId(), to), to);
  }

  private void load(Entry entry, OpenTarget target, int requestId, Consumer<Event> to)
      throws IOException {
    LoadedPost post = LoadedPost.of(entry, backend.readBody(entry), backend::catalog);
    to.accept(new Event.PostLoaded(post, target, requestId));
  }

  private void reload(boolean byReader, Consumer<Event> to) {
    attempt(() -> to.accept(new Event.CatalogLoaded(backend.reload(), byReader)), to);
  }

  private Event hashPosts(List<Entry> entries) {
    Map<String, String> hashes = new HashMap<>();
    for (Entry entry : entries) {
      try {
        hashes.put(entry.key(), LoadedPost.contentHash(backend.readBody(entry).text()));
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
    Event[] result = new Event[1];
    terminal.runReleased(() -> result[0] = runEditor(edit));
    if (!(result[0] instanceof Event.Failed)) {
      reload(false, immediateEvents);
      if (edit.position() != null) {
        OpenTarget target = new OpenTarget.AtPosition(edit.position(), -1);
        attempt(
            () -> load(reloadEntry(edit.entry()), target, edit.requestId(), immediateEvents),
            immediateEvents);
      }
    }
    if (result[0] != null) immediateEvents.accept(result[0]);
  }

  /** A notice or a failure, unless all went well. */
  private @Nullable Event runEditor(Effect.Edit edit) {
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

  private interface IoAction {
    void run() throws IOException;
  }

  private void attempt(IoAction action, Consumer<Event> failures) {
    try {
      action.run();
    } catch (IOException e) {
      failures.accept(new Event.Failed(messageOf(e)));
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept(new Event.Failed(backend.describeError(e)));
    }
  }

  private static String messageOf(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "That did not work" : message;
  }
}

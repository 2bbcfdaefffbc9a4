package lectern.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import lectern.serve.CommandRunner;
import lectern.serve.RemoteReader;

/** What readers over SSH may run: the commands that the table gives them. */
final class RemoteCommands implements CommandRunner {
  @Override
  public List<String> commandNames() {
    return Subcommand.names(Subcommand.availableTo(true));
  }

  @Override
  public int run(
      List<String> args,
      RemoteReader reader,
      Map<String, String> env,
      int columns,
      OutputStream out,
      OutputStream err) {
    boolean tty = columns > 0;
    InputStream in = InputStream.nullInputStream();
    CommandContext context =
        new CommandContext(
            in, out, err, env, reader.liveCatalog().folder(), tty, tty, columns, reader);
    boolean named = args.size() > 1 && args.getFirst().equals("lectern");
    return Cli.run(named ? args.subList(1, args.size()) : args, context);
  }
}

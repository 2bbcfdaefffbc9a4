package lectern.roomsfixture.b;

public class Target {
  public static final Object CONSTANT = new Object();

  public record Nested(int number) {}

  public static void call() {}
}
